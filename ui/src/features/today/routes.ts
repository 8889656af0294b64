import type { Route } from "@/window/routes";
import { FIRST } from "./request";

export const routes: Route[] = [
  { path: "/today", load: () => import("./Today"), asks: "today", asking: FIRST, place: { at: "head", order: 10, label: "app-place-today", icon: "today", key: "t" } },
];
