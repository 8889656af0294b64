import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Keychain, OpenWorkspace, WorkspaceState } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { notices } from "@/design/notices";
import { navigate } from "./routes";
import { useRemembered } from "./settings";

/** The open workspace, or none. */
export function useWorkspace(): { state: WorkspaceState | undefined; open: OpenWorkspace | null } {
  const { view } = useQuery("workspace_status", {});
  return { state: view, open: view?.open ?? null };
}

/** Takes the window into a workspace that was just opened: nothing of an earlier one is remembered. */
export function useEnter(): (opened: OpenWorkspace) => void {
  const memory = useQueryClient();
  const { remember } = useRemembered();
  return useCallback(
    (opened) => {
      const before = memory.getQueryData<WorkspaceState>(["workspace_status", {}]);
      const keychain: Keychain = before?.keychain ?? "unavailable";
      memory.clear();
      notices.clear();
      navigate("/today");
      memory.setQueryData(["workspace_status", {}], { open: opened, keychain } satisfies WorkspaceState);
      void memory.invalidateQueries({ queryKey: ["workspace_status"] });
      remember(opened.path);
    },
    [memory, remember],
  );
}

/** Locks the workspace: its key and everything shown are forgotten. */
export function useLock(): () => void {
  const memory = useQueryClient();
  const { run } = useCommand("lock_workspace");
  return useCallback(() => {
    void run({}).then((locked) => {
      if (!locked) return;
      memory.clear();
      notices.clear();
      navigate("/today");
      memory.setQueryData(["workspace_status", {}], locked);
    });
  }, [memory, run]);
}
