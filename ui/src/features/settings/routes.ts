import type { Route } from "@/app/routes";

export const routes: Route[] = [
  { path: "/settings", load: () => import("./Settings"), needs: "nothing", place: { order: 80, label: "settings-place", icon: "settings", key: "c" } },
];
