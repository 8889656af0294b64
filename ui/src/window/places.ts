// Every path that leads somewhere, in one place. What a page is reached by stands in its feature's `routes.ts`; a test
// holds that each path of this file leads to one of them.

/** A path with what follows its question mark; what is undefined or null is left out. */
function asking(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const said = new URLSearchParams(given).toString();
  return said ? `${path}?${said}` : path;
}

const within = (project: string, section: string): string => `/projects/${encodeURIComponent(project)}/${section}`;

/** Where the window begins, and where it goes when there is nowhere else to go. */
export const HOME = "/today";
/** The file itself: backups, export, keys. */
export const WORKSPACE = "/workspace";
export const SETTINGS = "/settings";
export const MANUAL = "/manual";

/** The list of projects; `new` opens the form of a new one. */
export const projectsAt = (open?: "new"): string => asking("/projects", { new: open && "1" });

export const overviewAt = (project: string): string => within(project, "overview");

/** The scope of a project; with a record, that one. */
export const scopeAt = (project: string, record?: string): string => asking(within(project, "scope"), { record });

/** The registers of a project; with a record, that one. */
export const registerAt = (project: string, record?: string): string => asking(within(project, "register"), { record });

/** The gates of a project, its checks and hand-overs; with a record, that one. */
export const gatesAt = (project: string, record?: string): string => asking(within(project, "gates"), { record });

/** The people and organisations, seen from a project. */
export const partiesAt = (project: string): string => within(project, "parties");

/** A person or an organisation, seen from a project. */
export const partyAt = (project: string, noun: "person" | "organisation" | "stakeholder" | "work_package", id: string): string => asking(partiesAt(project), { [noun]: id });

/** The acceptance of a project; with a round, a criterion or an open issue, that one. */
export const acceptanceAt = (project: string, query: Partial<Record<"round" | "criterion" | "issue" | "panel", string>> = {}): string =>
  asking(within(project, "acceptance"), query);

/** The documents of a project. */
export const documentsAt = (project: string): string => within(project, "documents");

/** One document of a project. */
export const documentAt = (project: string, document: string): string => asking(documentsAt(project), { document });

/** The history of a record, seen from a project; with a moment (the number of an entry), compared from there to now. */
export const historyAt = (project: string, noun: string, id: string, from?: number): string =>
  asking(within(project, `history/${encodeURIComponent(noun)}/${encodeURIComponent(id)}`), { from: from?.toString() });

/** Where in a round a presentation begins. */
export interface Beginning {
  round: string;
  /** The item's criterion; without one the first screen. */
  criterion?: string | null;
}

/** What the client sees, in this window. */
export const presentAt = (project: string, { round, criterion }: Beginning): string => asking(within(project, "present"), { round, criterion: criterion || null });

/** The presenter's page, from which the client's window is opened. */
export const notesAt = (project: string, { round, criterion }: Beginning): string => asking(within(project, "present/notes"), { round, criterion: criterion || null });

/** The check of a signed file; with a path, of that one. */
export const verifyAt = (path?: string): string => asking("/verify", { path });

interface Asked {
  /** Where the reader came from and wants back to. */
  from: string | null;
  /** What is looked for in the manual. */
  find?: string;
}

/** A page of the manual. */
export const manualAt = (page: string, { from, find }: Asked): string => asking(`${MANUAL}/${page}`, { find: find || null, from });

/** Whether the window is in the manual. */
export const isManual = (path: string): boolean => path === MANUAL || path.startsWith(`${MANUAL}/`);
