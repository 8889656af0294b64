import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/projects", load: () => import("./Projects"), place: { order: 2, label: "app-place-projects", icon: "projects", key: "p" } },
  { path: "/projects/:project/overview", load: () => import("./Overview"), section: { order: 1, label: "app-section-overview", key: "o" } },
];
