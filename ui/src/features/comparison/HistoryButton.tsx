import { navigate, routeAt, useLocation } from "@/window/routes";
import { Button } from "@/design";
import type { PlainId } from "@/i18n";
import { historyAt } from "@/window/places";

interface Properties {
  noun: string;
  id: string;
  /** The moment to compare with now, by its number in the workspace. */
  from?: number;
  /** For a place that is headed "History" itself. */
  label?: PlainId;
}

/** Opens the history of a record from wherever in its project it is shown. */
export function HistoryButton({ noun, id, from, label = from === undefined ? "comparison-open" : "comparison-with-now" }: Properties) {
  const { path } = useLocation();
  const project = routeAt(path)?.params["project"];
  if (project === undefined) return null;
  const open = () => navigate(historyAt(project, noun, id, from));
  return <Button label={label} look="ghost" size="small" testid={`history-of-${noun}`} onClick={open} />;
}
