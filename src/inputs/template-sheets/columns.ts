/** Which columns a new input table shows: those that are usual or that its example uses, years side by side, Source last. */
import type { ExampleRow } from '../examples/example';
import type { Field } from '../field';
import type { Table } from '../table';

/** One column of a written table; `field` is what it means (for a year, what the years hold). */
export interface Column {
  readonly header: string;
  readonly field: Field;
  readonly year: boolean;
}

const isYear = (header: string): boolean => /^\d{4}$/.test(header);

/** Columns of a table for these rows. */
export function columnsOf(table: Table, rows: readonly ExampleRow[]): readonly Column[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const shown = table.fields.filter(
    (field) => field.usual === true || field.required === true || used.has(field.label),
  );
  const plain = (field: Field): Column => ({ header: field.label, field, year: false });
  const years = [...used].filter(isYear).sort();
  const value = table.years?.value;
  const source = shown.filter((field) => field.label === 'Source');
  return [
    ...shown.filter((field) => !source.includes(field)).map(plain),
    ...(value ? years.map((header): Column => ({ header, field: value, year: true })) : []),
    ...source.map(plain),
  ];
}

const WIDTHS: Readonly<Record<string, number>> = {
  Source: 60,
  Setting: 20,
  Value: 46,
  Parameter: 52,
  Note: 40,
  Technology: 28,
  Item: 28,
  Subgroup: 16,
  Step: 26,
  Scenario: 22,
  Category: 16,
  Title: 40,
  Task: 30,
  After: 18,
  Benefit: 32,
  Resource: 20,
  'Live after': 14,
  Owner: 22,
};

/** Width in characters. */
export const widthOf = ({ header, field, year }: Column): number =>
  WIDTHS[header] ?? (year ? 10 : field.kind === 'text' ? 18 : 12);
