import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/settings",
    load: () => import("./Settings"),
    tab: { of: "/workspace", order: 20, label: "settings-place", icon: "settings", key: "c" },
    needs: "nothing",
  },
];
