/** Random models as workbooks with their live models. */
import { assessLive } from '../../src/assess';
import { liveReport } from '../../src/outputs/live-report';
import { openXlsx, newXlsx } from '../../src/workbook/xlsx';
import type { CellSpec, Report, SheetSpec } from '../../src/workbook/workbook';
import type { PlainTable } from '../second/sheet';
import { snapshotOf } from '../random/workbooks';
import type { Written } from './written';

/** The tables of a model as the one sheet on which `snapshotOf` says they stand. */
function inputSheet(tables: readonly PlainTable[]): SheetSpec {
  const placed = snapshotOf(tables).tables;
  const cells = placed.flatMap(({ row, column, headers, rows }): readonly CellSpec[] => [
    ...headers.map((value, k): CellSpec => ({ row, column: column + k, value, style: 'header' })),
    ...rows.flatMap((line, r) =>
      line.flatMap(({ value }, k): readonly CellSpec[] =>
        value === null || typeof value === 'boolean'
          ? []
          : [
              {
                row: row + 1 + r,
                column: column + k,
                value: typeof value === 'number' ? { number: String(value) } : value,
                style: 'input',
              },
            ],
      ),
    ),
  ]);
  return {
    key: 'inputs',
    name: 'Inputs',
    purpose: 'input',
    widths: [],
    cells,
    tables: placed.map(({ name, row, column, headers, rows }) => ({ name, row, column, headers, rows: rows.length })),
    charts: [],
    validations: [],
    conditions: [],
    print: { area: { from: [1, 1], to: [9, 9] }, orientation: 'portrait', fit: 'one page', footer: ['', '', ''] },
  };
}

/** The input workbook of a random model. */
export async function inputBook(tables: readonly PlainTable[]): Promise<Uint8Array> {
  const workbook = newXlsx();
  const report: Report = {
    title: 'Random',
    stamp: 'test',
    language: 'en-GB',
    sheets: [inputSheet(tables)],
    names: [],
    open: 'Inputs',
  };
  await workbook.write(report);
  return workbook.bytes();
}

/** A random model written live; null where it has no figures. */
export async function bookOf(tables: readonly PlainTable[]): Promise<Written | null> {
  const { live, results } = assessLive(snapshotOf(tables));
  if (!live || !results) return null;
  const workbook = await openXlsx(await inputBook(tables));
  const report = liveReport(results, live, '1 Jan 2026 12:00');
  await workbook.write(report);
  return { live, report, bytes: await workbook.bytes() };
}
