import type { Route } from "@/window/routes";

export const routes: Route[] = [
  { path: "/library", load: () => import("./Library"), place: { at: "head", order: 40, label: "library-place", icon: "book", key: "l" } },
];
