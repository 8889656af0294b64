import { navigate } from "@/app/routes";

/** Where in a round a presentation begins. */
export interface Beginning {
  round: string;
  /** The item's criterion; without one the first screen. */
  criterion?: string | null;
}

const query = ({ round, criterion }: Beginning) =>
  `?round=${encodeURIComponent(round)}${criterion ? `&criterion=${encodeURIComponent(criterion)}` : ""}`;

/** What the client sees, in this window. */
export const presentAt = (project: string, beginning: Beginning): string =>
  `/projects/${encodeURIComponent(project)}/present${query(beginning)}`;

/** The presenter's page, from which the client's window is opened. */
export const notesAt = (project: string, beginning: Beginning): string =>
  `/projects/${encodeURIComponent(project)}/present/notes${query(beginning)}`;

/** Begins to present a round in this window. */
export const presentRound = (project: string, beginning: Beginning): void => navigate(presentAt(project, beginning));

/** Opens the presenter's page of a round. */
export const openNotes = (project: string, beginning: Beginning): void => navigate(notesAt(project, beginning));
