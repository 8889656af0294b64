import type { Route } from "@/window/routes";
import { useGatesWaiting } from "./waiting";

export const routes: Route[] = [
  {
    path: "/projects/:project/gates",
    load: () => import("./Gates"),
    section: { group: "delivering", order: 10, label: "app-section-gates", key: "b", useWaiting: useGatesWaiting },
  },
];
