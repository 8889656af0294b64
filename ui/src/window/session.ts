import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { Keychain, OpenWorkspace, WorkspaceState } from "@/api/generated/api";
import { hearReplaced } from "@/api/call";
import { useCommand } from "@/api/useCommand";
import type { Start } from "@/api/host";
import { askAhead, useQuery } from "@/api/useQuery";
import { notices } from "@/design/notices";
import { HOME } from "./places";
import { navigate, routeAt } from "./routes";
import { useRemembered } from "./remembered";
import { placeKept } from "./settings";

const STATUS = ["workspace_status", {}] as const;

/** Nothing of one workspace is remembered in the next. The question which one is open stays: the window hangs on it. */
function forget(memory: QueryClient): void {
  memory.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== STATUS[0] });
  notices.clear();
}

/**
 * Takes over what the shell knows at the start. When it has opened the workspace already, the window comes up
 * with the page where it last was in it, and with what that page shows.
 */
export async function arrive(memory: QueryClient, { workspace, settings }: Start): Promise<void> {
  if (workspace) memory.setQueryData(STATUS, workspace);
  const open = workspace?.open;
  if (!open) return;
  if (window.location.hash === "") navigate(placeKept(settings, open.path) ?? HOME);
  const route = routeAt(window.location.hash.slice(1).split("?")[0] ?? "")?.route;
  await Promise.all([route?.load(), route?.asks && askAhead(memory, route.asks, route.asking ?? {})]);
}

/** The open workspace, or none. */
export function useWorkspace(): { state: WorkspaceState | undefined; open: OpenWorkspace | null } {
  const { view } = useQuery("workspace_status", {});
  return { state: view, open: view?.open ?? null };
}

/** Takes the window into a workspace that was just opened, to where it last was in it: nothing of an earlier one is remembered. */
export function useEnter(): (opened: OpenWorkspace) => void {
  const memory = useQueryClient();
  const { remember, placeIn } = useRemembered();
  return useCallback(
    (opened) => {
      const before = memory.getQueryData<WorkspaceState>(STATUS);
      const keychain: Keychain = before?.keychain ?? "unavailable";
      forget(memory);
      navigate(placeIn(opened.path) ?? HOME);
      memory.setQueryData(STATUS, { open: opened, keychain } satisfies WorkspaceState);
      void memory.invalidateQueries({ queryKey: STATUS });
      remember(opened.path);
    },
    [memory, remember, placeIn],
  );
}

/** Locks the workspace: its key and everything shown are forgotten. */
export function useLock(): () => void {
  const memory = useQueryClient();
  const { run } = useCommand("lock_workspace", { freshness: "caller" });
  return useCallback(() => {
    void run({}).then((locked) => {
      if (!locked) return;
      forget(memory);
      // A page that needs no workspace would hide the one that asks for it.
      if (routeAt(window.location.hash.slice(1).split("?")[0] ?? "")?.route.needs === "nothing") navigate(HOME);
      memory.setQueryData(STATUS, locked);
    });
  }, [memory, run]);
}

/** Leaves a workspace that the engine let go of: what was shown is of a file that is no longer there. */
export function useReplaced(): void {
  const memory = useQueryClient();
  useEffect(
    () =>
      hearReplaced((failure) => {
        const before = memory.getQueryData<WorkspaceState>(STATUS);
        forget(memory);
        memory.setQueryData(STATUS, { open: null, keychain: before?.keychain ?? "unavailable" } satisfies WorkspaceState);
        notices.failed(failure);
      }),
    [memory],
  );
}
