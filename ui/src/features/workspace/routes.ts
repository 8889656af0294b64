import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/workspace",
    load: () => import("./Workspace"),
    place: { at: "foot", order: 10, label: "app-place-workspace", icon: "workspace", key: "w" },
    tab: { of: "/workspace", order: 10, label: "workspace-tab", icon: "workspace" },
  },
];
