import type { Route } from "@/app/routes";

export const routes: Route[] = [
  {
    path: "/verify",
    load: () => import("./Verify"),
    place: { order: 60, label: "verify-page-place", icon: "shield", key: "v" },
    needs: "nothing",
  },
];
