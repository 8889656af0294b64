import { Suspense } from "react";
import { Skeleton } from "@/design";
import { Ready } from "@/window/Ready";
import { type routeAt, useLocation } from "@/window/routes";
import { ErrorBoundary } from "./ErrorBoundary";

/** The page of a route; grey lines while it is on its way. */
export function Outlet({ path, at }: { path: string; at: NonNullable<ReturnType<typeof routeAt>> }) {
  const { visit } = useLocation();
  return (
    <ErrorBoundary at={path}>
      <Suspense fallback={<Waiting />}>
        <at.route.Part params={at.params} key={`${path} ${visit}`} />
        <Ready />
      </Suspense>
    </ErrorBoundary>
  );
}

function Waiting() {
  return (
    <div className="page-body" style={{ paddingTop: 96 }}>
      <Skeleton lines={6} />
    </div>
  );
}
