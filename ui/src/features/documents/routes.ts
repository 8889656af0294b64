import type { Route } from "@/app/routes";

export const routes: Route[] = [
  {
    path: "/projects/:project/documents",
    load: () => import("./Documents"),
    section: { order: 50, label: "app-section-documents", key: "d" },
  },
];
