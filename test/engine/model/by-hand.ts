/** Workbooks given row by row, by their headers, and figures held against those worked out by hand. */
import type { Block, Typed } from '../../build/snapshot';
import { apart, type D, type results } from '../small';

/** A table from rows by header; a header that a row leaves out is blank. */
export const table = (...rows: readonly Readonly<Record<string, Typed>>[]): Block => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))];
};
/** BIM_Model by its settings. */
export const settings = (of: Readonly<Record<string, Typed>>): Block =>
  table(...Object.entries({ Schema: 1, ...of }).map(([Setting, Value]) => ({ Setting, Value })));
/** Figures as worked out by hand, in floats. */
export const close = (made: readonly string[], wanted: readonly (number | InstanceType<typeof D>)[]): void => {
  expect(apart(made, wanted)).toBeLessThan(1e-13);
};
/** People on a technology, a row a subgroup. */
export const all = (made: ReturnType<typeof results>, of: { world: string; technology: string; subgroup?: string }) =>
  made.patients.filter(
    (row) =>
      row.world === of.world &&
      row.technology === of.technology &&
      (of.subgroup === undefined || row.subgroup === of.subgroup),
  );
