/** What a table of the contract means, in the words of the manual, as plain data for a screen. */
import { squeezed } from './labels';
import type { Table } from './table';
import { yearHeader } from './years';

/** A word of a workbook, and what is said of it. */
export interface Meaning {
  readonly label: string;
  readonly says: string;
}

export interface Meanings {
  readonly doc: string;
  /** Columns that tell one row from another. */
  readonly keys: readonly string[];
  readonly columns: readonly Meaning[];
  /** What year columns hold; null where the table has none. */
  readonly years: string | null;
  /** Rows that the contract knows by name: the settings of BIM_Model. */
  readonly rows: readonly Meaning[];
}

const meaning = ({ label, doc }: { readonly label: string; readonly doc: string }): Meaning => ({ label, says: doc });

export const meaningsOf = (table: Table): Meanings => ({
  doc: table.doc,
  keys: table.identity.map(({ label }) => label),
  columns: table.fields.map(meaning),
  years: table.years?.value.doc ?? null,
  rows: table.variants?.fields.map(meaning) ?? [],
});

/** What a column of a workbook means; blank where the contract does not know it. */
export function columnMeaning({ columns, years }: Meanings, header: string): string {
  const known = columns.find(({ label }) => squeezed(label) === squeezed(header));
  return known?.says ?? (yearHeader(header) === null ? '' : (years ?? ''));
}
