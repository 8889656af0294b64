import { to } from "@/app/routes";

/** The history of a record, seen from a project; with a moment, compared from there to now. */
export function historyAt(project: string, noun: string, id: string, from?: number): string {
  const path = to("/projects/:project/history/:noun/:id", { project, noun, id });
  return from === undefined ? path : `${path}?from=${from}`;
}
