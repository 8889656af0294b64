import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/projects/:project/parties",
    load: () => import("./Parties"),
    section: { group: "delivering", order: 70, label: "app-section-parties", key: "r" },
  },
];
