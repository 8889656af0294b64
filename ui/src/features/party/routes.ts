import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/projects/:project/parties", load: () => import("./Parties"), section: { order: 30, label: "app-section-parties", key: "r" } },
];
