/** The template: a ready, documented and validated input workbook, made from the catalogue and filled with an example. */
import type { NameSpec, Report } from '../workbook/workbook';
import type { Example } from './examples/example';
import { hepatitisCEngland } from './examples/hepatitis-c-england';
import { inputSheet, placeTables, type Placed } from './template-sheets/input-sheet';
import { sourcesSheet } from './template-sheets/sources-sheet';
import { startSheet } from './template-sheets/start-sheet';
import { LISTS } from './template-sheets/validations';
import type { Table } from './table';
import { TABLES } from './tables';

/** Tables that every template has; others come with an example that uses them. */
const ALWAYS: ReadonlySet<string> = new Set([
  'Model',
  'Population',
  'Technologies',
  'Uptake',
  'Prices',
  'Costs',
  'Scenarios',
]);

/** What the sheet of sources holds, for the Start sheet. */
const SOURCES = { name: 'Sources', holds: 'Each figure of the example: published, derived or assumed, and from where' };

/** The workbook to be written. */
export function templateReport(example: Example = hepatitisCEngland): Report {
  const always = ({ word }: Table): boolean => example.bare !== true && ALWAYS.has(word);
  const shown = TABLES.filter((table) => always(table) || (example.tables[table.word]?.length ?? 0) > 0);
  const names = [...new Set(shown.map((table) => table.sheet))];
  const words = new Set(shown.map((table) => table.word));
  const sheets = names.map((name) => ({
    name,
    placed: placeTables(
      shown.filter((table) => table.sheet === name).map((table) => ({ table, rows: example.tables[table.word] ?? [] })),
    ),
  }));
  const holds = sheets.map(({ name, placed }) => ({
    name,
    holds: placed.map(({ table }) => table.doc.split('. ')[0] ?? '').join('. '),
  }));
  return {
    title: example.title,
    stamp: '',
    language: 'en-GB',
    sheets: [
      startSheet(example, example.sources ? [...holds, SOURCES] : holds),
      ...sheets.map(({ name, placed }) => inputSheet(name, example.title, placed, words)),
      ...(example.sources ? [sourcesSheet(example.title, example.sources)] : []),
    ],
    names: sheets.flatMap(({ name, placed }) => nameLists(name, placed)),
    open: 'Start',
  };
}

/** The defined names behind the drop-downs: technologies, waves, tests. */
const nameLists = (sheet: string, placed: readonly Placed[]): readonly NameSpec[] =>
  placed.flatMap(({ table, columns, headerRow, rows }) =>
    [...LISTS.values()].flatMap((list) => {
      const at = columns.findIndex((column) => column.header === list.label);
      const range = (column: number): NameSpec['range'] => ({
        from: [headerRow + 1, column],
        to: [headerRow + rows.length, column],
      });
      return table === list.table && at >= 0 ? [{ name: list.name, sheet, range: range(at + 2) }] : [];
    }),
  );
