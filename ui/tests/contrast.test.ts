import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/design/css/tokens.css", "utf8");
const blocks = { light: css.split(/^:root, .*\{$/m)[1] ?? "", dark: css.split('[data-theme="dark"] {')[1] ?? "" };

function colour(theme: keyof typeof blocks, name: string): [number, number, number] {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(blocks[theme])?.[1];
  if (!hex) throw new Error(`no colour --${name} in ${theme}`);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(a: [number, number, number], b: [number, number, number]): number {
  const luminance = (rgb: [number, number, number]) => {
    const [r, g, bl] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

const PAIRS: [string, string[]][] = [
  ["ink", ["paper", "raised", "sunk", "blue-soft", "crimson-soft"]],
  ["ink2", ["paper", "raised", "sunk", "blue-soft"]],
  ["ink3", ["paper", "raised", "sunk", "blue-soft"]],
  ["blue", ["paper", "raised", "blue-soft"]],
  ["on-blue", ["blue"]],
  ["jade-ink", ["paper", "jade-soft"]],
  ["amber-ink", ["paper", "amber-soft"]],
  ["crimson-ink", ["paper", "crimson-soft"]],
];

test.each(["light", "dark"] as const)("text can be read on what it stands on (%s)", (theme) => {
  for (const [text, grounds] of PAIRS) {
    for (const ground of grounds) {
      expect(contrast(colour(theme, text), colour(theme, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
