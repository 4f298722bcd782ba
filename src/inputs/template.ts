/** The template: a ready, documented and validated input workbook, made from the catalogue and filled with an example. */
import type { NameSpec, Report } from '../workbook/workbook';
import type { Example } from './examples/example';
import { hepatitisCEngland } from './examples/hepatitis-c-england';
import { inputSheet, placeTables, type Placed } from './template-sheets/input-sheet';
import { startSheet } from './template-sheets/start-sheet';
import { TECHNOLOGY_LIST } from './template-sheets/validations';
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

/** The workbook to be written. */
export function templateReport(example: Example = hepatitisCEngland): Report {
  const shown = TABLES.filter((table) => ALWAYS.has(table.word) || (example.tables[table.word]?.length ?? 0) > 0);
  const names = [...new Set(shown.map((table) => table.sheet))];
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
    sheets: [startSheet(example, holds), ...sheets.map(({ name, placed }) => inputSheet(name, example.title, placed))],
    names: sheets.flatMap(({ name, placed }) => technologyList(name, placed)),
    open: 'Start',
  };
}

/** The defined name behind the drop-downs of technologies. */
const technologyList = (sheet: string, placed: readonly Placed[]): readonly NameSpec[] =>
  placed.flatMap(({ table, columns, headerRow, rows }) => {
    const at = columns.findIndex((column) => column.header === 'Technology');
    return table.word === 'Technologies' && at >= 0
      ? [
          {
            name: TECHNOLOGY_LIST,
            sheet,
            range: { from: [headerRow + 1, at + 2], to: [headerRow + rows.length, at + 2] },
          },
        ]
      : [];
  });
