import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/projects/:project/journal",
    load: () => import("./Journal"),
    section: { group: "closing", order: 100, label: "app-section-journal", key: "j" },
  },
];
