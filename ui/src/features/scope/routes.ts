import type { Route } from "@/window/routes";
import { useLate } from "./waiting";

export const routes: Route[] = [
  {
    path: "/projects/:project/scope",
    load: () => import("./Scope"),
    section: { group: "agreed", order: 20, label: "app-section-scope", key: "s", useWaiting: useLate },
  },
];
