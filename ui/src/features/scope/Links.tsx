import type { LinkEnds } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Icon, Recorded } from "@/design";
import { Choice, type Option } from "@/design/Choice";
import { T, useT, type PlainId } from "@/i18n";
import type { LinkEnd } from "./rows";

interface Properties {
  project: string;
  title: PlainId;
  ends: LinkEnd[];
  /** What can be linked; without it links are only shown, confirmed and removed here. */
  add?: { label: PlainId; options: Option[]; ends: (id: string) => LinkEnds };
  testid: string;
}

/** The links of a record: confirmed when one end has changed, removed, added. */
export function Links({ project, title, ends, add, testid }: Properties) {
  const t = useT();
  const link = useCommand("link");
  const unlink = useCommand("unlink");
  const confirm = useCommand("confirm_link");
  const linked = new Set(ends.map((end) => end.record));
  return (
    <section className="links" data-testid={testid}>
      <div className="field-label">
        <T id={title} />
      </div>
      {ends.length === 0 && (
        <p className="faint small">
          <T id="scope-links-none" />
        </p>
      )}
      {ends.map((end) => (
        <div key={end.link} className="link-line" data-trust={end.trust} data-testid={`${testid}-line`}>
          <Recorded className="strong">{end.number}</Recorded>
          {end.trust === "suspect" && (
            <span className="link-suspect">
              <Icon name="warning" />
              <T id="scope-link-suspect" />
            </span>
          )}
          <span className="push row">
            {end.trust === "suspect" && <Button label="scope-link-confirm" size="small" testid="scope-link-confirm" onClick={() => void confirm.run({ link: end.link })} />}
            <button
              type="button"
              className="link-remove"
              aria-label={t("scope-link-remove", { number: end.number })}
              title={t("scope-link-remove", { number: end.number })}
              data-testid="scope-unlink"
              onClick={() => void unlink.run({ link: end.link })}
            >
              <Icon name="cross" />
            </button>
          </span>
        </div>
      ))}
      {add && (
        <Choice
          label={add.label}
          options={add.options.filter((option) => !linked.has(option.value))}
          value={null}
          onChange={(id) => id && void link.run({ project, ends: add.ends(id) })}
          speaks="record"
          testid={`${testid}-add`}
        />
      )}
    </section>
  );
}
