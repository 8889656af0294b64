import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/workspace", load: () => import("./Workspace"), place: { order: 9, label: "app-place-workspace", icon: "workspace", key: "w" } },
];
