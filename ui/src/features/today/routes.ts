import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/today", load: () => import("./Today"), asks: "today", place: { order: 1, label: "app-place-today", icon: "today", key: "t" } },
];
