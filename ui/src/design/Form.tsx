import { type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Failure as Failed } from "@/api/generated/api";
import { type PlainId, T } from "@/i18n";
import { type Drafted, DraftOffer } from "./draft";
import { Failure } from "./Failure";
import { FormFoot } from "./FormFoot";
import { composes, useKeys, wasEscapeSpent } from "./keys";
import { type Obstacle, Reports, type Report } from "./obstacles";

/** What the one thing that a form does is called, and how it is done. */
export interface Saving {
  label?: PlainId;
  testid: string;
  /** `danger`: what it does cannot be undone. */
  look?: "primary" | "plain" | "danger";
  /** An earlier call is under way. */
  busy: boolean;
  run: () => unknown;
}

export interface Closing {
  label?: PlainId;
  testid: string;
  run: () => void;
}

interface Properties {
  /** By which tests find it; its draft's parts are named after it, too. */
  name: string;
  save: Saving;
  /** What was typed is kept as a draft; without it the form stands for good. */
  close?: Closing;
  draft?: Drafted;
  failure?: Failed | undefined;
  /** What is missing beside its fields: a file, a signature. */
  missing?: readonly PlainId[];
  /** `asks`: it asks for one thing and writes nothing, and Enter asks, too. */
  as?: "saves" | "asks";
  /** Other acts on the record, at the left of the foot. */
  acts?: ReactNode;
  className?: string;
  testid?: string;
  children: ReactNode;
}

/**
 * Fields with one foot: saved by the button or Ctrl-Enter and never by Enter alone, closed by Esc. What is missing or
 * cannot be read stands against saving, and the foot says so.
 */
export function Form({ name, save, close, draft, failure, missing = [], as = "saves", acts, className = "form", testid, children }: Properties) {
  const form = useRef<HTMLFormElement>(null);
  const { obstacles, report } = useObstacles(missing);
  const waits = obstacles.some(({ why }) => why === "waiting");
  const stands = obstacles.filter(({ why }) => why !== "waiting");
  const wanted = useRef(false);
  const now = () => {
    if (save.busy) return;
    if (stands.length > 0) form.current?.querySelector<HTMLElement>("[data-stands] :is(input, textarea, button)")?.focus();
    else if (waits) wanted.current = true;
    else void save.run();
  };
  // What was being read when saving was asked for is read now.
  useEffect(() => {
    if (!wanted.current || waits) return;
    wanted.current = false;
    now();
  });
  useFocus(form);
  // Where no field has the focus. A dialog hears Esc by itself.
  useKeys({ Escape: close && (() => !wasEscapeSpent() && close.run()) });
  /** Before a list or a calendar takes its Enter for a choice. */
  const pressFirst = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || composes(event.nativeEvent) || !isWithin(event)) return;
    event.preventDefault();
    event.stopPropagation();
    now();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.defaultPrevented || composes(event.nativeEvent) || !isWithin(event)) return;
    const isLine = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key === "Enter" && isLine) {
      event.preventDefault();
      if (as === "asks") now();
      else next(event.currentTarget, event.target)?.focus();
    } else if (event.key === "Escape" && close && !event.currentTarget.closest("dialog")) {
      event.preventDefault();
      event.stopPropagation();
      if (!wasEscapeSpent()) close.run();
    }
  };
  return (
    <Reports value={report}>
      <form ref={form} className={className} data-form={name} data-testid={testid} noValidate onSubmit={(event) => event.preventDefault()} onKeyDownCapture={pressFirst} onKeyDown={press} onFocus={uncover}>
        {draft && <DraftOffer draft={draft} testid={name} />}
        {children}
        <Failure failure={failure} />
        <FormFoot save={save} onSave={now} close={close} stands={stands} as={as} acts={acts} />
      </form>
    </Reports>
  );
}

function useObstacles(missing: readonly PlainId[]): { obstacles: Obstacle[]; report: Report } {
  const [fields, setFields] = useState<ReadonlyMap<string, Obstacle | null>>(new Map());
  const report = useCallback<Report>(
    (field, obstacle) =>
      setFields((before) => {
        const after = new Map(before);
        if (obstacle === "gone") after.delete(field);
        else after.set(field, obstacle);
        return after;
      }),
    [],
  );
  const beside = missing.map((label): Obstacle => ({ label, why: "missing" }));
  return { obstacles: [...[...fields.values()].filter((each) => each !== null), ...beside], report };
}

const scrollerOf = (form: HTMLElement) => form.closest<HTMLElement>(".panel, dialog");

/** A form that opens far down its panel is brought up; one that begins in sight leaves the panel's head where it is. */
function show(form: HTMLElement): void {
  const scroller = scrollerOf(form);
  if (!scroller) return;
  const room = scroller.clientHeight;
  const at = form.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  if (at > room / 3 && form.offsetHeight < room) form.scrollIntoView({ block: "nearest" });
}

/** The foot stays in sight above the fields; the one that is gone to comes out from under it. */
function uncover({ currentTarget, target }: FocusEvent<HTMLFormElement>): void {
  const foot = currentTarget.querySelector(".form-foot");
  if (!foot || foot.contains(target)) return;
  const covered = target.getBoundingClientRect().bottom + 8 - foot.getBoundingClientRect().top;
  const scroller = scrollerOf(currentTarget);
  if (scroller && covered > 0) scroller.scrollTop += covered;
}

/** Takes the focus when it was opened by a button, and gives it back when it goes. */
function useFocus(form: RefObject<HTMLFormElement | null>): void {
  // Before anything in it was given the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const here = form.current;
    if (here) show(here);
    if (before instanceof HTMLButtonElement && !here?.contains(before)) fields(here)[0]?.focus({ preventScroll: true });
    return () => {
      // Another form may have it by now.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus({ preventScroll: true });
      });
    };
  }, [form, before]);
}

const fields = (form: HTMLElement | null) => [...(form?.querySelectorAll<HTMLElement>("input:not([tabindex='-1']), textarea, [role='radio'][aria-checked='true']") ?? [])];

/** Whether it was pressed in the form, and not in what a part of it draws elsewhere. */
const isWithin = ({ currentTarget, target }: KeyboardEvent<HTMLFormElement>) => currentTarget.contains(target as Node);

/** The field after this one. */
function next(form: HTMLElement, field: EventTarget): HTMLElement | undefined {
  const all = fields(form);
  return all[all.indexOf(field as HTMLElement) + 1];
}

/** What a form is for, above its fields. */
export function FormIntro({ id }: { id: PlainId }) {
  return (
    <p className="quiet">
      <T id={id} as="block" />
    </p>
  );
}
