import type { Route } from "@/window/routes";

export const routes: Route[] = [{ path: "/projects/:project/history/:noun/:id", load: () => import("./History") }];
