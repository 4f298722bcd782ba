/**
 * A live workbook calculated in this process, by the reader of formulas and the listed functions alone, so that what
 * LibreOffice proves overnight is judged in seconds.
 */
import { columnName } from '../../src/engine/readings/live/references';
import type { Report, Snapshot } from '../../src/workbook/workbook';
import type { Sheets } from '../libreoffice/batch';
import { FUNCTIONS } from './formulas/functions';
import { calculate } from './formulas/reader';
import { tokensOf } from './formulas/tokens';
import type { Held } from './formulas/values';

/** A cell that is typed over before anything is calculated. */
export type Edit = readonly [sheet: string, cell: string, value: number | string | null];

type Cells = Map<string, () => Held>;

/** What every cell of the user's tables and of the written sheets shows. */
export function calculated(snapshot: Snapshot, report: Report, edits: readonly Edit[] = []): Sheets {
  const book = new Map<string, Cells>();
  const put = (sheet: string, cell: string, show: () => Held): void => {
    const cells = book.get(sheet) ?? new Map<string, () => Held>();
    book.set(sheet, cells.set(cell, show));
  };
  for (const { sheet, row, column, headers, rows } of snapshot.tables)
    [headers, ...rows.map((cells) => cells.map(({ value }) => value))].forEach((cells, down) => {
      cells.forEach((value, along) => {
        put(sheet, `${columnName(column + along)}${String(row + down)}`, () => value);
      });
    });
  for (const { name, cells } of report.sheets)
    for (const { row, column, value } of cells) {
      const at = `${columnName(column)}${String(row)}`;
      if (typeof value === 'string') put(name, at, () => (value === '' ? null : value));
      else if ('formula' in value) put(name, at, once(value.formula.slice(1), name, book));
      else if ('number' in value) put(name, at, () => Number(value.number));
    }
  for (const [sheet, cell, value] of edits) put(sheet, cell, () => value);
  const shown = (cells: Cells): Record<string, number | string> =>
    Object.fromEntries(
      [...cells].flatMap(([at, show]) => {
        const held = show();
        return held === null || held === '' ? [] : [[at, typeof held === 'boolean' ? Number(held) : held]];
      }),
    );
  return Object.fromEntries([...book].map(([sheet, cells]) => [sheet, shown(cells)]));
}

/** The result of a formula, calculated when it is first asked for; faults and circles show as Excel's words. */
function once(formula: string, sheet: string, book: ReadonlyMap<string, Cells>): () => Held {
  let known: Held | undefined;
  let open = false;
  return () => {
    if (known !== undefined) return known;
    if (open) return '#CIRCLE!';
    open = true;
    return (known = calculate(tokensOf(formula), sheet, {
      show: (name, row, column) => book.get(name)?.get(`${columnName(column)}${String(row)}`)?.() ?? null,
      functions: FUNCTIONS,
      named: () => null,
    }));
  };
}
