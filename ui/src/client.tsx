import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-sc/wght.css";
import "./design/css/tokens.css";
import "./design/css/base.css";
import "./design/css/parts.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { setEngine } from "./api/host";
import { tauriClientHost } from "./api/tauri";
import { newMemory } from "./api/useQuery";
import { loadFaces } from "./window/faces";
import { ClientWindow } from "./features/presentation/ClientWindow";

async function begin(): Promise<void> {
  let host = tauriClientHost;
  if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
    host = (await import("../dev/host")).devClientHost();
  }
  setEngine(host);
  const root = document.getElementById("root");
  if (root) {
    createRoot(root).render(
      <QueryClientProvider client={newMemory()}>
        <ClientWindow host={host} />
      </QueryClientProvider>,
    );
    requestAnimationFrame(() => setTimeout(() => void loadFaces()));
  }
}

void begin();
