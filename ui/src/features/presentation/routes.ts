import type { Route } from "@/window/routes";

export const routes: Route[] = [
  { path: "/projects/:project/present", load: () => import("./Present"), chrome: "none" },
  { path: "/projects/:project/present/notes", load: () => import("./Notes"), chrome: "none" },
];
