// How a client's table is read, as it is kept and as it is asked again: columns are known by their headings there and by
// their letters here.
import type { ImportChoices, ImportField, ImportPreview, MappedReading } from "@/api/generated/api";

/** What was chosen, by headings. */
export const readingOf = ({ columns }: ImportPreview, choices: ImportChoices): MappedReading => ({
  sheet: choices.sheet ?? null,
  all_sheets: choices.all_sheets ?? false,
  heading: choices.heading ?? null,
  hidden: choices.hidden ?? false,
  empties: choices.empties ?? false,
  columns: columns.filter(({ heading }) => heading !== "").map(({ heading, field }) => ({ heading, field: field ?? null })),
  words: choices.words ?? [],
});

/** A sheet that the table does not have is not asked for. */
export const broadly = (reading: MappedReading, { sheets }: ImportPreview): ImportChoices => ({
  sheet: sheets.some(({ name }) => name === reading.sheet) ? reading.sheet : null,
  all_sheets: reading.all_sheets,
  heading: reading.heading,
  hidden: reading.hidden,
  empties: reading.empties,
  words: reading.words,
});

/** The columns of this table that the mapping knows; the others are as they are found. */
export const withColumns = (choices: ImportChoices, reading: MappedReading, { columns }: ImportPreview): ImportChoices => ({
  ...choices,
  columns: columns.flatMap(({ address, heading }) => {
    const kept = reading.columns.find((column) => column.heading === heading);
    return kept ? [{ column: address, field: (kept.field as ImportField | null | undefined) ?? null }] : [];
  }),
});
