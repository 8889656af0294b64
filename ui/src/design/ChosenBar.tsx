import { Button } from "./Button";
import type { Choosing, Hands } from "./choosing";
import { T, useT } from "@/i18n";

/** How many rows are chosen and what can be done with all of them. */
export function ChosenBar<Row>({ choosing, hands, testid }: { choosing: Choosing<Row>; hands: Hands; testid: string }) {
  const t = useT();
  if (choosing.chosen.size === 0) return null;
  return (
    <div className="chosen-bar" role="toolbar" aria-label={t("many-acts")} data-testid={`${testid}-chosen`} data-count={choosing.chosen.size}>
      <b role="status">
        <T id="many-chosen" args={{ count: choosing.chosen.size }} />
      </b>
      {choosing.acts}
      <span className="push" />
      <Button label="many-clear" look="ghost" size="small" icon="cross" testid={`${testid}-choose-none`} onClick={hands.none} />
    </div>
  );
}

/** The box of a row, or of all of them. */
export function ChoiceBox({ label, checked, onChange, testid }: { label: string; checked: "yes" | "some" | "no"; onChange: () => void; testid: string }) {
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = checked === "some";
      }}
      type="checkbox"
      className="choice-box"
      tabIndex={-1}
      aria-label={label}
      checked={checked === "yes"}
      data-testid={testid}
      onChange={onChange}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
