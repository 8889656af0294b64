import type { Route } from "@/window/routes";

export const routes: Route[] = [
  {
    path: "/verify",
    load: () => import("./Verify"),
    place: { at: "head", order: 50, label: "verify-page-place", icon: "shield", key: "v" },
    needs: "nothing",
  },
];
