import type { Route } from "@/app/routes";

export const routes: Route[] = [{ path: "/projects/:project/history/:noun/:id", load: () => import("./History") }];
