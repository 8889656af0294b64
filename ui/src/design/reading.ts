// What is being typed, as the engine reads it: nothing is altered that it could not read.
import { createContext, use } from "react";
import type { DayReading, Figure, FigureReading, Sense } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { mainLanguage, useDisplay } from "@/i18n";
import { FormatsInUse } from "./formats";

export type { Figure, Sense };

/** The project that is worked in: its calendar counts working days. */
export const ProjectAtHand = createContext<string | null>(null);

/** What stands in a field, read. `R` is the engine's answer. */
export type Read<R> = { is: "empty" } | { is: "waiting" } | { is: "plain" } | { is: "answered"; answer: R };

/** Whether it is a day as the record keeps it: `2026-05-09`, and no 30 February. */
export function isDay(text: string | null): boolean {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether it is a number as the record keeps it. */
export const isPlain = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);

const COUNTS_WORKING_DAYS = /wd|work|business|工作日/i;

/** Reads a day that is typed. */
export function useDayReading(typed: string | null, sense: Sense): Read<DayReading> {
  const language = mainLanguage(useDisplay());
  const project = use(ProjectAtHand);
  const text = typed ?? "";
  const isTyped = text.trim() !== "" && !isDay(text);
  const counts = isTyped && COUNTS_WORKING_DAYS.test(text.normalize("NFKC"));
  const { view: status } = useQuery("workspace_status", {});
  const overview = useQuery("project_overview", { project: project ?? "" }, { ask: counts && project !== null ? "yes" : "no" });
  const vendor = useQuery("vendor_profile", {}, { ask: counts && project === null ? "yes" : "no" });
  const today = status?.open?.today;
  const found = project === null ? vendor : overview;
  const calendar = overview.view?.calendar ?? vendor.view?.vendor?.organisation.calendar ?? null;
  const ready = isTyped && today !== undefined && (!counts || found.view !== undefined || found.failure !== undefined);
  const request = { typed: text, today: today ?? "", sense, language, calendar };
  const { view } = useQuery("read_day", request, { ask: ready ? "yes" : "no" });
  if (text.trim() === "") return { is: "empty" };
  if (!isTyped) return { is: "plain" };
  return view ? { is: "answered", answer: view.reading } : { is: "waiting" };
}

/** Reads a figure that is typed. */
export function useFigureReading(typed: string, figure: Figure): Read<FigureReading> {
  const { numbers } = use(FormatsInUse);
  const isTyped = typed.trim() !== "";
  const { view } = useQuery("read_figure", { typed, figure, grouping: numbers }, { ask: isTyped ? "yes" : "no" });
  if (!isTyped) return { is: "empty" };
  return view ? { is: "answered", answer: view.reading } : { is: "waiting" };
}
