import { to } from "@/app/routes";

/** A person or an organisation, seen from a project. */
export function partyAt(project: string, noun: "person" | "organisation", id: string): string {
  return `${to("/projects/:project/parties", { project })}?${noun}=${encodeURIComponent(id)}`;
}
