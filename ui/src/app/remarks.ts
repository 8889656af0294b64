// What there is to say of the file that was opened: where it lies, and which state of it this is.
import { useEffect, useRef } from "react";
import type { OpenWorkspace } from "@/api/generated/api";
import { notices } from "@/design/notices";
import { useKept } from "@/window/settings";

/** Says it when the workspace comes up; that its folder is synchronised, once for each file. */
export function useRemarks(open: OpenWorkspace | null): void {
  const { settings, keep } = useKept();
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (!open || said.current === open.path) return;
    said.current = open.path;
    for (const remark of open.remarks) {
      if (remark.is === "left_behind") {
        notices.warn("app-left-behind", { backup: remark.backup, entries: remark.entries, here: open.entries });
      } else if (!settings.told_synchronised.includes(open.path)) {
        notices.warn("app-synchronised", { by: remark.by });
        keep((now) => ({ ...now, told_synchronised: [...now.told_synchronised, open.path] }));
      }
    }
  }, [open, settings, keep]);
}
