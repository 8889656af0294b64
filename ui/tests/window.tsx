// The whole window on a host that answers from the fixtures of the sample story.
import { render } from "@testing-library/react";
import { vi } from "vitest";
import type { CommandName, Commands, Reply } from "@/api/generated/api";
import { type Display, type Host, setHost, type Settings, type Shown, type Start } from "@/api/host";
import { newMemory } from "@/api/useQuery";
import { App } from "@/app/App";
import { type FixtureName, FIXTURES, isKept } from "../dev/fixtures";

/** What the engine answered of the sample story. */
export const fixture = <N extends FixtureName>(command: N): Commands[N]["view"] => FIXTURES[command];
export const reply = (view: unknown, more: Partial<Reply> = {}): Reply => ({ view, stale: [], wrote: null, ...more });

/** Figures in plain digits are read as they are; no day is. */
function read(command: CommandName, request: unknown): unknown {
  const { typed } = request as { typed?: string };
  if (command === "read_figure") return { reading: { is: "figure", value: typed } };
  return command === "read_day" ? { reading: { is: "unread", why: "unreadable" } } : undefined;
}

/** The settings of a first start. */
export const UNCHOSEN: Settings = {
  language: null, theme: "light", text_size: 100, dates: "words", numbers: "comma", week: "monday",
  presentation: { language: "both", theme: null, screen: "full" }, tour: { standing: "not_begun", done: [] },
  recent: [], told_synchronised: [], auto_lock: null, backup_folder: null, place: null,
};

export interface Wishes {
  at?: string;
  language?: Display;
  /** The workspace named at the start. */
  file?: string | null;
  /** What a person chooses in every dialog for a file; null closes it. */
  chosen?: string | null;
  /** What was kept from an earlier start. */
  settings?: Partial<Settings>;
  /** Answers that differ from the fixtures; a thrown failure crosses as one. */
  answers?: Partial<Record<CommandName, (request: unknown) => Reply>>;
}

/** A host that answers nothing but what it is given. */
export const hostThat = (answers: Partial<Host>): Host => ({
  call: () => Promise.reject(new Error("nothing was to be asked")),
  cancel: vi.fn(),
  start: () => Promise.reject(new Error("the test gives the start itself")),
  reveal: vi.fn(),
  restart: vi.fn(),
  keepSettings: vi.fn(),
  listen: vi.fn(),
  chooseFile: () => Promise.resolve(null),
  saveFile: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  showClient: vi.fn(),
  closeClient: vi.fn(),
  fillScreen: vi.fn(),
  ...answers,
});

export function openWindow({ at = "/today", language = "en", file = null, chosen = null, settings = {}, answers = {} }: Wishes = {}) {
  const asked: CommandName[] = [];
  const kept: Settings[] = [];
  /** What the client's window was told, null when it was closed. */
  const shown: (Shown | null)[] = [];
  const host = hostThat({
    call(command, request) {
      asked.push(command);
      return Promise.resolve().then(() => answers[command]?.(request) ?? reply(read(command, request) ?? (isKept(command) ? fixture(command) : {})));
    },
    keepSettings: (settings) => void kept.push(settings),
    chooseFile: () => Promise.resolve(chosen),
    showClient: (now) => void shown.push(now),
    closeClient: () => void shown.push(null),
  });
  setHost(host);
  window.location.hash = at;
  const start: Start = { file, passphrase: null, workspace: null, settings: { ...UNCHOSEN, language, ...settings } };
  return { ...render(<App start={start} memory={newMemory()} />), asked, kept, shown };
}

/** The project of the sample story. */
export const PROJECT = fixture("project_overview").project.id;
