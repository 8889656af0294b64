import { to } from "@/app/routes";

/** A document of a project. */
export const documentAt = (project: string, document: string): string => `${to("/projects/:project/documents", { project })}?document=${encodeURIComponent(document)}`;
