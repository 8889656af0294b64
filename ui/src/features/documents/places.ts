import { to } from "@/app/routes";

/** The documents of a project. */
export const documentsAt = (project: string): string => to("/projects/:project/documents", { project });

/** One document of a project. */
export const documentAt = (project: string, document: string): string => `${documentsAt(project)}?document=${encodeURIComponent(document)}`;
