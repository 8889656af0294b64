// Where the window ends: what it asks of the shell. The Tauri shell answers in the program, fixtures in tests.
import type { CommandName, Failure, Progress, Reply, WorkspaceState } from "./generated/api";

export type Display = "en" | "zh" | "both" | "pseudo";
export type Theme = "light" | "dark";

/** `system`: as the machine has it, also when it changes. */
export type ThemeChoice = Theme | "system";
/** `words`: `9 May 2026`, `2026年5月9日`; `iso`: `2026-05-09`. */
export type DateStyle = "words" | "iso";
/** What stands between groups of three digits. */
export type NumberStyle = "comma" | "space";
export type WeekStart = "monday" | "sunday";

/** How a presentation begins. */
export interface PresentationSettings {
  /** Of the client's view. */
  language: Display;
  /** Null: that of the person's window. */
  theme: Theme | null;
  screen: "full" | "window";
}

/** The tour by doing: whether it is shown, and the names of the steps that were done. */
export interface TourSettings {
  standing: "not_begun" | "running" | "left" | "done";
  done: readonly string[];
}

/** What the shell keeps between starts. */
export interface Settings {
  /** Null until the person chooses: the window then follows the machine's language. */
  language: Display | null;
  theme: ThemeChoice;
  /** Per cent of the designed size of everything in this window; the shell scales the page. */
  text_size: number;
  dates: DateStyle;
  numbers: NumberStyle;
  week: WeekStart;
  presentation: PresentationSettings;
  tour: TourSettings;
  /** Absolute paths of workspaces opened before, the last one first. */
  recent: string[];
  /** Paths of workspaces of which it was said that their folder is synchronised. */
  told_synchronised: string[];
  /** Minutes without a touch after which the workspace is locked; null: never. */
  auto_lock: number | null;
  /** A second folder for automatic backups. */
  backup_folder: string | null;
  /** Where the window was when it was last in a workspace. */
  place: { file: string; path: string } | null;
}

export interface Start {
  /** The workspace named when the program was started. */
  file: string | null;
  /** The published passphrase of the sample, when the program was started on it. */
  passphrase: string | null;
  settings: Settings;
  /** The workspace that is open from the start, its key being in the keychain, or that none is; null when the engine could not say. */
  workspace: WorkspaceState | null;
}

/** A native dialog; every text is already said in the reader's language. */
export interface FileDialog {
  title: string;
  /** The name of the kind of file. */
  kind: string;
  /** Without dots. */
  extensions: string[];
  /** Proposed when saving. */
  name?: string;
}

export type HostEvent =
  | { kind: "hovering" }
  | { kind: "left" }
  | { kind: "dropped"; paths: string[] }
  | { kind: "opened"; file: string }
  | { kind: "client_closed" };

/** Where a presentation is: before the first item, at one by its place from 1, after the last. */
export type At = { kind: "start" } | { kind: "item"; place: number } | { kind: "end" };

/** What is before the client: identities, places and choices, never a word. */
export interface Shown {
  round: string;
  at: At;
  language: Display;
  theme: Theme;
  dates: DateStyle;
  /** Evidence whose picture fills the screen. */
  photograph: string | null;
  /** Grows whenever the record changed. */
  beat: number;
}

/** Whom the commands of the table are asked of. */
export interface Engine {
  /** Answers with the reply or throws a {@link Failure}. */
  call(command: CommandName, request: unknown, ticket: number, progress: (step: Progress) => void): Promise<Reply>;
  cancel(ticket: number): void;
}

/** Where the client's window ends: it may ask for a client's view and hear what is shown. */
export interface ClientHost extends Engine {
  follow(heard: (shown: Shown) => void): void;
}

export interface Host extends Engine {
  start(): Promise<Start>;
  /** Shows the window, which stays hidden until its first screen is drawn. */
  reveal(): void;
  /** Ends the program and starts the one that is installed now. */
  restart(): void;
  keepSettings(settings: Settings): void;
  listen(heard: (event: HostEvent) => void): void;
  /** A path, or null when the person closed the dialog. */
  chooseFile(dialog: FileDialog): Promise<string | null>;
  saveFile(dialog: FileDialog): Promise<string | null>;
  /** Opens the client's window on this, or shows it there. */
  showClient(shown: Shown): void;
  closeClient(): void;
  fillScreen(screen: "full" | "window"): void;
  /** An existing folder. */
  chooseFolder(dialog: FileDialog): Promise<string | null>;
}

let current: Host | undefined;
let asked: Engine | undefined;

export function setHost(host: Host): void {
  current = host;
  asked = host;
}

/** For a window that asks and does nothing else. */
export function setEngine(engine: Engine): void {
  asked = engine;
}

export function engine(): Engine {
  if (!asked) throw new Error("nobody answers the window's calls");
  return asked;
}

export function host(): Host {
  if (!current) throw new Error("no host was set before the window was drawn");
  return current;
}

/** Whatever was thrown, as a failure that can be said. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) return thrown as Failure;
  return { code: "internal", reason: thrown instanceof Error ? thrown.message : String(thrown) };
}
