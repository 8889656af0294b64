import { useEffect, useState } from "react";
import { host, type Shown } from "@/api/host";
import { useHostEvents } from "@/window/events";

/** The client's window: while it is open it is told whatever is shown; it closes with the page. */
export function useClientWindow(shown: Shown): { open: "yes" | "no"; toggle: () => void } {
  const [open, setOpen] = useState<"yes" | "no">("no");
  useHostEvents((event) => {
    if (event.kind === "client_closed") setOpen("no");
  });
  const told = JSON.stringify(shown);
  useEffect(() => {
    if (open === "yes") host().showClient(JSON.parse(told) as Shown);
  }, [open, told]);
  useEffect(() => () => host().closeClient(), []);
  const toggle = () => {
    if (open === "yes") host().closeClient();
    setOpen(open === "yes" ? "no" : "yes");
  };
  return { open, toggle };
}
