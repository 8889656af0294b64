import { to } from "@/app/routes";

/** A criterion or a round on the acceptance page. */
export function acceptanceAt(project: string, query: Partial<Record<"round" | "criterion" | "issue" | "panel", string>> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return to("/projects/:project/acceptance", { project }) + (asked ? `?${asked}` : "");
}
