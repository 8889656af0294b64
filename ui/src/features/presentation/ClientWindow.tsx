import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ClientHost, Shown } from "@/api/host";
import { useQuery } from "@/api/useQuery";
import { setFormats } from "@/design/formats";
import { ClientView } from "./ClientView";

/** The second window: it follows the presenter, and asks for the client's view alone. */
export function ClientWindow({ host }: { host: ClientHost }) {
  const [shown, setShown] = useState<Shown>();
  useEffect(
    () =>
      host.follow((now) => {
        setFormats({ dates: now.dates, numbers: "comma" });
        setShown(now);
      }),
    [host],
  );
  useEffect(() => {
    if (!shown) return;
    const page = document.documentElement;
    page.dataset["theme"] = shown.theme;
    page.lang = shown.language === "zh" ? "zh-CN" : "en";
  }, [shown]);
  return shown ? <Following key={shown.round} shown={shown} /> : null;
}

function Following({ shown }: { shown: Shown }) {
  const memory = useQueryClient();
  const { view } = useQuery("present_round", { round: shown.round });
  const beat = useRef(shown.beat);
  useEffect(() => {
    if (beat.current === shown.beat) return;
    beat.current = shown.beat;
    void memory.invalidateQueries();
  }, [memory, shown.beat]);
  return view ? <ClientView round={view} shown={shown} /> : null;
}
