// A project at a glance as text and on paper. Internal notes have no place in it.
import type { ProjectOverview } from "@/api/generated/api";
import { field, listed, ofDay, ofMoney, ofText, said, same, type Sheet, coded } from "@/design/sheet";

const joined = (parts: { en: string; zh: string }[]) => ({ en: parts.map(({ en }) => en).filter(Boolean).join(" · "), zh: parts.map(({ zh }) => zh).filter(Boolean).join(" · ") });

export function ofProject(view: ProjectOverview): Sheet {
  const { project, contract } = view;
  const health = coded(`project-health-${view.health.health.replaceAll("_", "-")}`);
  return {
    kind: joined([said("sheet-project"), same(project.number)]),
    title: ofText(project.title),
    lines: [
      ...field("project-summary", ofText(project.summary)),
      ...field("project-client", ofText(view.client)),
      ...field("project-vendor", ofText(view.vendor)),
      ...field("project-supervisor", view.supervisor && ofText(view.supervisor)),
      ...field("project-partners", listed(view.partners.map(ofText))),
      ...field("project-manager", ofText(view.manager)),
      ...field("sheet-health", health),
      ...field("overview-stages", listed(view.stages.map((stage) => joined([ofText(stage.title), ...(stage.started ? [ofDay(stage.started)] : []), ...(stage.ended ? [ofDay(stage.ended)] : [])])))),
      ...field("sheet-contract", contract && joined([same(contract.number), ofText(contract.title), ...(contract.amount ? [ofMoney(contract.amount, contract.currency)] : [])])),
      ...field(
        "sheet-payments",
        listed(view.payments.map(({ milestone, state }) => joined([ofText(milestone.title), ofMoney(milestone.amount, milestone.currency), coded(`overview-payment-state-${state.replaceAll("_", "-")}`)]))),
      ),
      ...field("sheet-rounds", listed(view.rounds.map((round) => joined([same(round.number), said(`overview-round-${round.kind}`, { ordinal: round.ordinal })])))),
    ],
  };
}
