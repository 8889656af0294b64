import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { openWindow, PROJECT } from "./window";

test("the language changes at once, without asking the engine again, and is kept", async () => {
  const person = userEvent.setup();
  const { asked, kept } = openWindow();
  expect((await screen.findByTestId("open-today")).textContent).toBe("Today");
  await screen.findAllByTestId("today-item");
  asked.length = 0;
  await person.click(screen.getByTestId("switch-language-zh"));
  expect(screen.getByTestId("open-today").textContent).toBe("今日");
  expect(document.documentElement.lang).toBe("zh-CN");
  await person.click(screen.getByTestId("switch-language-both"));
  expect(screen.getByTestId("open-today").textContent).toBe("Today 今日");
  expect(asked).toEqual([]);
  const languages = kept.map((settings) => settings.language);
  expect(languages.filter((language, at) => language !== (languages[at - 1] ?? "en"))).toEqual(["zh", "both"]);
});

test("texts of the record are shown in the reader's language", async () => {
  const person = userEvent.setup();
  openWindow({ at: `/projects/${PROJECT}/overview` });
  expect((await screen.findAllByTestId("edit-stage"))[0]?.textContent).toContain("Initiation");
  await person.click(screen.getByTestId("switch-language-zh"));
  expect(screen.getAllByTestId("edit-stage")[0]?.textContent).toContain("启动");
});
