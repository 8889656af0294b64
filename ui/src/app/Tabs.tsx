import { T, useT } from "@/i18n";
import { tabsAt } from "@/window/frame";
import { navigate, TABS } from "@/window/routes";

/** The pages of the place where the window is; nothing where it has only one. */
export function Tabs({ path }: { path: string }) {
  const t = useT();
  const { tabs, current } = tabsAt(TABS, path);
  if (tabs.length < 2) return null;
  return (
    <nav className="tabs" aria-label={t("app-pages")}>
      {tabs.map((tab) => (
        <button
          key={tab.path}
          type="button"
          className="tabs-item"
          aria-current={tab.path === current ? "page" : undefined}
          data-testid={`tab-${tab.path.slice(1)}`}
          onClick={() => navigate(tab.path)}
        >
          <T id={tab.label} />
        </button>
      ))}
    </nav>
  );
}
