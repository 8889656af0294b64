import { to } from "@/app/routes";

/** The scope of a project; with a record, that one. */
export function scopeAt(project: string, record?: string): string {
  const scope = to("/projects/:project/scope", { project });
  return record === undefined ? scope : `${scope}?record=${encodeURIComponent(record)}`;
}
