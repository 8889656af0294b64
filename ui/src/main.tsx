import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-sc/wght.css";
import "./design/css/tokens.css";
import "./design/css/base.css";
import "./design/css/parts.css";
import "./design/css/form.css";
import "./design/css/table.css";
import "./design/css/shell.css";
import "./design/css/narrow.css";
import { createRoot } from "react-dom/client";
import { host, setHost } from "./api/host";
import { tauriHost } from "./api/tauri";
import { newMemory } from "./api/useQuery";
import { App } from "./app/App";
import { listenToHost } from "./window/events";
import { loadFaces } from "./window/faces";
import { loadRest } from "./window/lazily";
import { arrive } from "./window/session";
import { themeOf } from "./window/settings";
import { guardCompositions, guardEscapes } from "./design/keys";

async function begin(): Promise<void> {
  if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
    const { devHost } = await import("../dev/host");
    setHost(devHost());
  } else {
    setHost(tauriHost);
  }
  guardCompositions();
  guardEscapes();
  listenToHost();
  const start = await host().start();
  document.documentElement.dataset["theme"] = themeOf(start.settings.theme);
  const root = document.getElementById("root");
  const memory = newMemory();
  await arrive(memory, start);
  if (root) createRoot(root).render(<App start={start} memory={memory} />);
  // Nothing is drawn before the window is shown; what is not needed for that is loaded after it.
  requestAnimationFrame(() =>
    setTimeout(() => {
      loadRest();
      void loadFaces();
    }),
  );
}

void begin();
