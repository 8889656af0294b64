import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/projects/:project/journal", load: () => import("./Journal"), section: { order: 90, label: "app-section-journal", key: "j" } },
];
