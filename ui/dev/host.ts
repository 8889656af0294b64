// The hosts of a browser while developing: answers from fixtures, or, with HEFU_CLI set, from the real engine.
import type { Reply } from "@/api/generated/api";
import type { ClientHost, Display, Host, Shown, Theme, ThemeChoice } from "@/api/host";
import { FIXTURES, isKept } from "./fixtures";

/**
 * `?language=zh&theme=dark&locked&file=…&engine` choose what is looked at; `engine` asks the terminal program of
 * `host-server.ts`.
 */
export function devHost(): Host {
  const wish = new URLSearchParams(window.location.search);
  let locked = wish.has("locked");
  return {
    async call(command, request): Promise<Reply> {
      if (wish.has("engine")) {
        const answer = await fetch("/__call", { method: "POST", body: JSON.stringify({ command, request }) });
        const said: unknown = await answer.json();
        if (!answer.ok) throw said;
        return said as Reply;
      }
      if (command === "lock_workspace") locked = true;
      if (command === "open_workspace" || command === "create_sample") locked = false;
      const name = command === "lock_workspace" ? "workspace_status" : command;
      // Only the engine reads what is typed.
      if (command === "read_figure") return reply({ reading: { is: "figure", value: (request as { typed: string }).typed } });
      if (command === "read_day") return reply({ reading: { is: "unread", why: "unreadable" } });
      if (name === "workspace_status" && locked) return reply({ open: null, keychain: "available" });
      if (command === "open_workspace" || command === "create_sample") {
        return reply(FIXTURES.workspace_status.open);
      }
      return reply(isKept(name) ? FIXTURES[name] : {});
    },
    cancel: () => undefined,
    start: () =>
      Promise.resolve({
        workspace: null,
        file: wish.get("file"),
        passphrase: wish.has("file") ? "demo" : null,
        settings: {
          language: (wish.get("language") as Display | null) ?? "en",
          theme: (wish.get("theme") as ThemeChoice | null) ?? "light",
          text_size: Number(wish.get("size") ?? 100),
          dates: "words",
          numbers: "comma",
          week: "monday",
          presentation: { language: "both", theme: null, screen: "full" },
          tour: { standing: wish.has("tour") ? "running" : "not_begun", done: [] },
          auto_lock: null,
          told_synchronised: [],
          backup_folder: wish.get("folder"),
          place: null,
          recent: wish.has("recent") ? ["/home/zhao/Hefu/Harbour sample.hefu", "/home/zhao/文档/滨城制造上云.hefu"] : [],
        },
      }),
    reveal: () => undefined,
    restart: () => window.location.reload(),
    keepSettings: () => undefined,
    listen: () => undefined,
    chooseFile: () => Promise.resolve("/home/zhao/Hefu/chosen.hefu"),
    showClient: (shown) => new BroadcastChannel("client").postMessage(shown),
    closeClient: () => undefined,
    fillScreen: () => undefined,
    chooseFolder: () => Promise.resolve("/home/zhao/Backups"),
    saveFile: ({ name }) => Promise.resolve(`/home/zhao/Hefu/${name ?? "file"}`),
  };
}

const reply = (view: unknown): Reply => ({ view, stale: [], wrote: null });

/** For a client's window in a second tab: `client.html?round=…&place=3&language=both&theme=dark`. */
export function devClientHost(): ClientHost {
  const asked = devHost();
  return {
    call: (...what) => asked.call(...what),
    cancel: () => undefined,
    follow(heard) {
      const wish = new URLSearchParams(window.location.search);
      const place = Number(wish.get("place"));
      heard({
        round: wish.get("round") ?? "", at: place > 0 ? { kind: "item", place } : { kind: "start" }, photograph: wish.get("photograph"), beat: 0,
        language: (wish.get("language") as Display | null) ?? "both", theme: (wish.get("theme") as Theme | null) ?? "light", dates: "words",
      });
      new BroadcastChannel("client").onmessage = ({ data }: MessageEvent<Shown>) => heard(data);
    },
  };
}
