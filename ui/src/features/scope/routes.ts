import type { Route } from "@/app/routes";

export const routes: Route[] = [
  {
    path: "/projects/:project/scope",
    load: () => import("./Scope"),
    section: { order: 20, label: "app-section-scope", key: "s" },
  },
];
