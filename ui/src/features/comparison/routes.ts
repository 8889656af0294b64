import type { Route } from "@/app/routes";
import { HISTORY } from "./places";

export const routes: Route[] = [{ path: HISTORY, load: () => import("./History") }];
