// The hosts of a browser while developing: answers from fixtures, or, with HEFU_CLI set, from the real engine.
import type { Reply } from "@/api/generated/api";
import type { Display, Host, Theme } from "@/api/host";

const FIXTURES = import.meta.glob<unknown>("./fixtures/*.json", { import: "default" });

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
      const load = FIXTURES[`./fixtures/${name}.json`];
      if (name === "workspace_status" && locked) return reply({ open: null, keychain: "available" });
      if (command === "open_workspace" || command === "create_sample") {
        const state = (await FIXTURES["./fixtures/workspace_status.json"]?.()) as { open: unknown };
        return reply(state.open);
      }
      return reply(load ? await load() : {});
    },
    cancel: () => undefined,
    start: () =>
      Promise.resolve({
        file: wish.get("file"),
        passphrase: wish.has("file") ? "demo" : null,
        settings: {
          language: (wish.get("language") as Display | null) ?? "en",
          theme: (wish.get("theme") as Theme | null) ?? "light",
          auto_lock: null,
          backup_folder: wish.get("folder"),
          place: null,
          recent: wish.has("recent") ? ["/home/zhao/Hefu/Harbour sample.hefu", "/home/zhao/文档/滨城制造上云.hefu"] : [],
        },
      }),
    keepSettings: () => undefined,
    listen: () => undefined,
    chooseFile: () => Promise.resolve("/home/zhao/Hefu/chosen.hefu"),
    chooseFolder: () => Promise.resolve("/home/zhao/Backups"),
    saveFile: ({ name }) => Promise.resolve(`/home/zhao/Hefu/${name ?? "file"}`),
  };
}

const reply = (view: unknown): Reply => ({ view, stale: [], wrote: null });
