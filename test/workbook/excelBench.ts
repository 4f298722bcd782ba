/** A bench over the emulated Excel. The adapter finds `Excel` and `Office` where a page has them: on the global object. */
import { excelWorkbook } from '../../src/workbook/excel';
import { letters, parseAddress } from '../excel-host/address';
import { cellAt, cellFor, enter, findSheet, type Book, type Sheet } from '../excel-host/book';
import { addSheet, excelHost, type ExcelHost, type HostOptions } from '../excel-host/host';
import { setFormat } from '../excel-host/things/format';
import { addTable } from '../excel-host/things/tables';
import type { Bench, Seed, SeedValue } from './contract';

export interface ExcelBench extends Bench {
  readonly host: ExcelHost;
}

/** Hardly a pause between attempts. */
const PATIENCE = { seconds: 25, attempts: 3, pause: 1 };

/** `seconds` is the length of the watch; tests of a silent Excel make it short. */
export function excelBench(seed: Seed, options: HostOptions = {}, seconds = PATIENCE.seconds): ExcelBench {
  const host = excelHost(options);
  plant(host.book, seed);
  const sheet = (name: string): Sheet => {
    const found = findSheet(host.book, name);
    if (found === undefined) throw new Error(`there is no sheet ${name}`);
    return found;
  };
  return {
    host,
    open: () => {
      Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
      return Promise.resolve(excelWorkbook({ ...PATIENCE, seconds }));
    },
    look: (name, address) => {
      const { top, left } = parseAddress(address).box;
      const held = cellAt(sheet(name), top, left)?.held ?? null;
      return Promise.resolve(held === null ? null : (held.formula ?? held.value ?? null));
    },
    type: (name, address, value) => {
      const { top, left } = parseAddress(address).box;
      enter(sheet(name), top, left, value);
      return Promise.resolve();
    },
    rename: async (name, to) => {
      await host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).name = to;
        await context.sync();
      });
    },
  };
}

export function plant(book: Book, seed: Seed): void {
  for (const { name, rows, tables, hiddenRows } of seed.sheets) {
    const sheet = addSheet(book, name);
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        plantCell(sheet, r + 1, c + 1, value);
      });
    });
    for (const [table, range] of Object.entries(tables ?? {}))
      addTable(book, sheet, parseAddress(range).box, true).name = table;
    for (const row of hiddenRows ?? []) sheet.hiddenRows.add(row);
  }
  for (const [name, formula] of Object.entries(seed.names ?? {}))
    book.names.push({ name, formula, visible: true, comment: '' });
}

function plantCell(sheet: Sheet, row: number, column: number, value: SeedValue): void {
  if (value === null) return;
  const cell = cellFor(sheet, row, column);
  if (typeof value !== 'object') cell.held = { value };
  else if ('formula' in value) cell.held = value;
  else if ('error' in value) cell.held = { value: value.error, error: true };
  else {
    cell.held = { value: value.date };
    setFormat({ sheet, box: { top: row, bottom: row, left: column, right: column } }, 'NumberFormat', 'd mmm yyyy');
  }
}

export const addressOf = (row: number, column: number): string => letters(column) + String(row);
