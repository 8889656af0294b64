import type { Route } from "@/window/routes";

export const routes: Route[] = [
  { path: "/projects", load: () => import("./Projects"), place: { at: "head", order: 20, label: "app-place-projects", icon: "projects", key: "p" } },
  { path: "/projects/:project/overview", load: () => import("./Overview"), section: { order: 10, label: "app-section-overview", key: "o" } },
];
