import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { setHost } from "@/api/host";
import { newMemory } from "@/api/useQuery";
import { heardAt } from "@/api/seen";
import { placeOf, useRecordForm } from "@/design";
import { hostThat, reply } from "./window";

interface Asked {
  number?: string;
  source?: string;
  based_on?: number | null;
}

/** An engine that refuses what was changed in `refused` since, once. */
function engine(refused: string[] = []) {
  const asked: Asked[] = [];
  setHost(
    hostThat({
      call(command, request) {
        if (command !== "save_requirement") return Promise.resolve(reply({ draft: null, at: "2026-09-28T14:02:00+08:00" }));
        asked.push(request as Asked);
        const failure = { code: "changed_meanwhile", noun: "requirement", label: { en: "R-1", zh: "R-1" }, fields: refused.splice(0) };
        // A failure crosses as plain data.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        return failure.fields.length > 0 ? Promise.reject(failure) : Promise.resolve(reply({ requirement: "r" }));
      },
    }),
  );
  return asked;
}

function Requirement({ number, source }: { number: string; source: string }) {
  const { typed, set, submit } = useRecordForm({
    command: "save_requirement",
    place: placeOf("requirement", "p", "r"),
    begin: () => ({ number, source }),
    ask: (now) => ({ requirement: "r", project: "p", title: { en: "", zh: "" }, priority: "must", ...now }),
  });
  return (
    <>
      <input data-testid="number" value={typed.number} onChange={(event) => set({ number: event.target.value })} />
      <input data-testid="source" value={typed.source} onChange={(event) => set({ source: event.target.value })} />
      <button type="button" data-testid="save" onClick={() => void submit()} />
    </>
  );
}

function open(record: { number: string; source: string }) {
  const memory = newMemory();
  const whole = (shown: typeof record) => <QueryClientProvider client={memory}><Requirement {...shown} /></QueryClientProvider>;
  const { rerender } = render(whole(record));
  return (changed: typeof record) => rerender(whole(changed));
}

const type = (field: string, value: string) => fireEvent.change(screen.getByTestId(field), { target: { value } });
const save = () => act(() => Promise.resolve(fireEvent.click(screen.getByTestId("save"))));

beforeEach(() => heardAt(5));

test("a form says at which entry it was begun, however long it stays open", async () => {
  const asked = engine();
  open({ number: "R-1", source: "annex 1" });
  type("number", "R-2");
  heardAt(9);
  await save();
  expect(asked).toMatchObject([{ number: "R-2", source: "annex 1", based_on: 5 }]);
});

test("what nobody touched follows the record, and what was typed stays", async () => {
  const asked = engine();
  const change = open({ number: "R-1", source: "annex 1" });
  type("number", "R-2");
  heardAt(9);
  change({ number: "R-1", source: "annex 7" });
  await save();
  expect(asked).toMatchObject([{ number: "R-2", source: "annex 7", based_on: 9 }]);
});

test("who was told that a field changed meanwhile goes on from what it says now", async () => {
  const asked = engine(["number"]);
  const change = open({ number: "R-1", source: "annex 1" });
  type("number", "R-2");
  heardAt(9);
  change({ number: "R-3", source: "annex 1" });
  await save();
  await waitFor(() => expect(asked).toMatchObject([{ number: "R-2", based_on: 5 }]));
  await save();
  expect(asked.slice(1)).toMatchObject([{ number: "R-2", based_on: 9 }]);
});
