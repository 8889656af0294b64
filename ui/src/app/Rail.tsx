import { Icon, type IconName, Logo } from "@/design";
import { type PlainId, T, useT } from "@/i18n";
import { isAtPlace } from "@/window/frame";
import { navigate, PLACES, TABS } from "@/window/routes";

/** The narrow list of places; at its foot what concerns the file, and the lock. */
export function Rail({ path, onLock }: { path: string; onLock: () => void }) {
  const t = useT();
  const place = ({ path: to, label, icon, key }: (typeof PLACES)[number]) => (
    <RailItem
      key={to}
      label={label}
      icon={icon}
      hotkey={`G ${key.toUpperCase()}`}
      current={isAtPlace({ path: to }, TABS, path) ? "page" : undefined}
      testid={`open-${to.slice(1)}`}
      onChoose={() => navigate(to)}
    />
  );
  return (
    <nav className="rail" aria-label={t("app-places")}>
      <Logo />
      {PLACES.filter(({ at }) => at === "head").map(place)}
      <span className="rail-gap" />
      {PLACES.filter(({ at }) => at === "foot").map(place)}
      <RailItem label="app-lock" icon="lock" testid="lock-workspace" onChoose={onLock} />
    </nav>
  );
}

interface ItemProperties {
  label: PlainId;
  icon: IconName;
  /** Keys that do the same, shown with the tip. */
  hotkey?: string;
  current?: "page";
  testid: string;
  onChoose: () => void;
}

/** Its tip stands beside it and not over the next one, as the system's own would. */
function RailItem({ label, icon, hotkey, current, testid, onChoose }: ItemProperties) {
  const t = useT();
  const tip = [t(label), hotkey].filter((part) => part !== undefined).join("   ");
  return (
    <button type="button" className="rail-item" aria-current={current} data-tip={tip} data-testid={testid} onClick={onChoose}>
      <Icon name={icon} />
      <T id={label} />
    </button>
  );
}
