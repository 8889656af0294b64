import { useState } from "react";
import type { Failure, PresentedRound } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useLocation } from "@/window/routes";

export interface RoundShown {
  view: PresentedRound | undefined;
  failure: Failure | undefined;
  /** Grows whenever the round is told anew. */
  beat: number;
  /** The project has no round. */
  none: boolean;
}

/** The round that the address names, else the one not concluded yet, else the last. */
export function useRound(project: string): RoundShown {
  const asked = useLocation().query.get("round");
  const rounds = useQuery("list_rounds", { project });
  const all = rounds.view?.rounds ?? [];
  const round = all.find(({ id }) => id === asked) ?? all.find(({ conclusion }) => !conclusion) ?? all[all.length - 1];
  const { view, failure } = useQuery("present_round", { round: round?.id ?? "" }, { ask: round ? "yes" : "no" });
  const [told, setTold] = useState({ view, beat: 0 });
  if (told.view !== view) setTold({ view, beat: told.beat + 1 });
  return { view, failure: rounds.failure ?? failure, beat: told.beat, none: rounds.view !== undefined && !round };
}
