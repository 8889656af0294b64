import type { Route } from "@/app/routes";

export const routes: Route[] = [
  {
    path: "/manual",
    load: () => import("./Manual"),
    place: { order: 70, label: "manual-place", icon: "book", key: "h" },
    needs: "nothing",
  },
  { path: "/manual/:page", load: () => import("./Manual"), needs: "nothing" },
];
