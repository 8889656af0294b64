import type { Mark } from "@/api/generated/api";
import { Icon, type IconName } from "@/design";
import { T, useT } from "@/i18n";

export const MARKS: { mark: Mark; name: "passed" | "remark" | "failed" | "not-tested"; icon: IconName | null; key: string }[] = [
  { mark: "passed", name: "passed", icon: "check", key: "1" },
  { mark: "passed_with_remark", name: "remark", icon: "half", key: "2" },
  { mark: "failed", name: "failed", icon: "cross", key: "3" },
  { mark: "not_tested", name: "not-tested", icon: null, key: "4" },
];

/** The four marks, each with the key that sets it. */
export function MarkButtons({ mark, pending, onMark }: { mark: Mark; pending: Mark | null; onMark: (mark: Mark) => void }) {
  const t = useT();
  return (
    <div className="mark-buttons" role="radiogroup" aria-label={t("acceptance-mark-group")}>
      {MARKS.map((each) => (
        <button
          key={each.mark}
          type="button"
          role="radio"
          aria-checked={(pending ?? mark) === each.mark}
          aria-keyshortcuts={each.key}
          data-mark={each.mark}
          data-testid={`acceptance-mark-${each.mark.replaceAll("_", "-")}`}
          onClick={() => onMark(each.mark)}
        >
          {each.icon && <Icon name={each.icon} />}
          <T id={`acceptance-mark-${each.name}`} />
          <kbd className="key" data-record>
            {each.key}
          </kbd>
        </button>
      ))}
    </div>
  );
}
