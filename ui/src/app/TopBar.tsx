import { Icon, LanguageSwitch, ThemeSwitch } from "@/design";
import { searchKey } from "@/features/search/key";
import { T } from "@/i18n";

/** The bar above every page: the way to everything, the language and the light. Before a workspace is open there is nothing to find. */
export function TopBar({ onSearch }: { onSearch?: () => void }) {
  return (
    <header className="top-bar">
      {onSearch && (
        <button type="button" className="top-search" aria-keyshortcuts="Control+K Meta+K" data-testid="open-search" onClick={onSearch}>
          <Icon name="search" />
          <span className="top-search-words">
            <T id="search-or-command" />
          </span>
          <kbd className="key" data-record>{searchKey()}</kbd>
        </button>
      )}
      <span className="push" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
