// How the manual is reached, and the way back from it.
import { navigate } from "@/app/routes";

interface Asked {
  /** Where the reader came from and wants back to. */
  from: string | null;
  /** What is looked for in the manual. */
  find?: string;
}

export const isManual = (path: string): boolean => path === "/manual" || path.startsWith("/manual/");

export function manualAt(page: string, { from, find = "" }: Asked): string {
  const query = new URLSearchParams({ ...(find && { find }), ...(from !== null && { from }) }).toString();
  return query ? `/manual/${page}?${query}` : `/manual/${page}`;
}

/** Back to where the manual was opened; to the first page of the window when it was opened by itself. */
export function leaveManual(from: string | null): void {
  navigate(from !== null && from.startsWith("/") && !isManual(from) ? from : "/today");
}
