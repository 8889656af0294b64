import { Channel, invoke } from "@tauri-apps/api/core";
import type { Progress } from "./generated/api";
import type { ClientHost, Host, HostEvent, Shown } from "./host";

/** The host of the program: the shell's own commands and nothing else of Tauri. */
export const tauriHost: Host = {
  call(command, request, ticket, heard) {
    const progress = new Channel<Progress>();
    progress.onmessage = heard;
    return invoke("call", { command, request, ticket, progress });
  },
  cancel: (ticket) => void invoke("cancel", { ticket }),
  start: () => invoke("start"),
  reveal: () => void invoke("reveal"),
  restart: () => void invoke("restart"),
  keepSettings: (settings) => void invoke("keep_settings", { settings }),
  listen(heard) {
    const events = new Channel<HostEvent>();
    events.onmessage = heard;
    void invoke("listen", { events });
  },
  chooseFile: (dialog) => invoke("choose_file", { dialog }),
  saveFile: (dialog) => invoke("save_file", { dialog }),
  chooseFolder: (dialog) => invoke("choose_folder", { dialog }),
  showClient: (shown) => void invoke("show_client", { shown }),
  closeClient: () => void invoke("close_client"),
  fillScreen: (screen) => void invoke("fill_screen", { screen }),
};

/** The host of the client's window; the shell refuses it everything else. */
export const tauriClientHost: ClientHost = {
  call: (command, request) => invoke("present", { command, request }),
  cancel: () => undefined,
  follow(heard) {
    const shown = new Channel<Shown>();
    shown.onmessage = heard;
    void invoke("follow", { shown });
  },
};
