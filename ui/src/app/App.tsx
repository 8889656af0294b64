import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Start } from "@/api/host";
import { notices } from "@/design";
import { Notices } from "@/design/Notices";
import { useHelpKeys } from "@/features/manual/useHelpKeys";
import { Unlock } from "@/features/unlock/Unlock";
import { ErrorBoundary } from "./ErrorBoundary";
import { useHostEvents } from "@/window/events";
import { verifyAt } from "@/window/places";
import { useRemembered } from "@/window/remembered";
import { navigate, routeAt, useLocation } from "@/window/routes";
import { useReplaced, useWorkspace } from "@/window/session";
import { useTextSizeKeys } from "@/window/textSize";
import { SettingsProvider } from "@/window/settings";
import { Shell, Visitor } from "./Shell";

export function App({ start, memory }: { start: Start; memory: QueryClient }) {
  return (
    <QueryClientProvider client={memory}>
      <SettingsProvider start={start}>
        <ErrorBoundary at="window">
          <Window />
        </ErrorBoundary>
        <Notices />
      </SettingsProvider>
    </QueryClientProvider>
  );
}

function Window() {
  const { state, open } = useWorkspace();
  const { path } = useLocation();
  const [file, setFile] = useState(useRemembered().start.file);
  useReplaced();
  useTextSizeKeys();
  useHelpKeys(open ? "open" : "closed");
  useHostEvents((event) => {
    const dropped = event.kind === "dropped" ? event.paths[0] : undefined;
    const wanted = event.kind === "opened" ? event.file : dropped?.toLowerCase().endsWith(".hefu") ? dropped : undefined;
    if (wanted !== undefined) {
      setFile(wanted);
      if (open && wanted !== state?.open?.path) notices.say("app-file-waits", { path: wanted });
    }
    else if (dropped && /\.(pdf|jsonl)$/i.test(dropped)) navigate(verifyAt(dropped));
  });
  if (!state) return null;
  if (open) return <Shell />;
  return routeAt(path)?.route.needs === "nothing" ? <Visitor /> : <Unlock key={file} file={file} />;
}
