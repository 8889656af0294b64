import type { Route } from "@/app/routes";

export const routes: Route[] = [
  {
    path: "/projects/:project/acceptance",
    load: () => import("./Acceptance"),
    section: { order: 40, label: "app-section-acceptance", key: "a" },
  },
];
