import type { Route } from "@/window/routes";
import { useUnsigned } from "./waiting";

export const routes: Route[] = [
  {
    path: "/projects/:project/documents",
    load: () => import("./Documents"),
    section: { group: "closing", order: 90, label: "app-section-documents", key: "d", useWaiting: useUnsigned },
  },
];
