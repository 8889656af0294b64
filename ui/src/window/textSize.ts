// The size of everything in the window, in steps.
import { useKeys } from "@/design/keys";
import { useKept } from "./settings";

/** Per cent. */
export const TEXT_SIZES = [100, 115, 130, 150, 175, 200] as const;

export interface TextSize {
  size: number;
  choose: (size: number) => void;
}

export function useTextSize(): TextSize {
  const { settings, keep } = useKept();
  const choose = (text_size: number) => keep((now) => (now.text_size === text_size ? now : { ...now, text_size }));
  return { size: settings.text_size, choose };
}

/** The next larger or smaller step; the same at the ends. */
export function nextSize(size: number, by: 1 | -1): number {
  const beyond = by > 0 ? TEXT_SIZES.filter((each) => each > size) : TEXT_SIZES.filter((each) => each < size).reverse();
  return beyond[0] ?? size;
}

/** The keys that browsers have for it. */
export function useTextSizeKeys(): void {
  const { size, choose } = useTextSize();
  const larger = () => choose(nextSize(size, 1));
  useKeys({ "mod+=": larger, "mod++": larger, "mod+shift++": larger, "mod+-": () => choose(nextSize(size, -1)), "mod+0": () => choose(100) });
}
