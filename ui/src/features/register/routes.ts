import type { Route } from "@/window/routes";
import { useLateRecords } from "./waiting";

export const routes: Route[] = [
  {
    path: "/projects/:project/register",
    load: () => import("./Register"),
    section: { group: "delivering", order: 20, label: "app-section-register", key: "i", useWaiting: useLateRecords },
  },
];
