import { useEffect } from "react";
import { host } from "@/api/host";

/** Shows the window, and tells whoever waits for it that the first screen can be used. */
export function Ready() {
  useEffect(() => {
    host().reveal();
    document.documentElement.dataset["ready"] = "true";
  }, []);
  return null;
}
