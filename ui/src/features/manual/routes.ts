import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/manual",
    load: () => import("./Manual"),
    tab: { of: "/workspace", order: 30, label: "manual-place", icon: "book", key: "h" },
    needs: "nothing",
  },
  { path: "/manual/:page", load: () => import("./Manual"), needs: "nothing" },
];
