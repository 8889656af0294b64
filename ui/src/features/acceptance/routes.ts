import type { Route } from "@/window/routes";
import { useUntested } from "./waiting";

export const routes: Route[] = [
  {
    path: "/projects/:project/acceptance",
    load: () => import("./Acceptance"),
    section: { group: "closing", order: 80, label: "app-section-acceptance", key: "a", useWaiting: useUntested },
  },
];
