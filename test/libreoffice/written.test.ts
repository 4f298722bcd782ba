/** Written workbooks in LibreOffice: what we say a formula gives is what it gives, and our mark outlives another program. */
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assess } from '../../src/assess';
import { templateReport } from '../../src/inputs/template';
import { buildReport } from '../../src/outputs/report';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';
import { columnLetters } from '../../src/workbook/xlsx/references';
import type { Report, SheetSpec } from '../../src/workbook/workbook';
import { checksSheet, inputSheet, range, sampleReport, summarySheet } from '../workbook/xlsx/report';
import { recalculate } from './office';

const report: Report = {
  ...sampleReport,
  sheets: [summarySheet, checksSheet, inputSheet],
  names: [...sampleReport.names, { name: 'BIM_List_Item', sheet: 'Prices', range: range(5, 2, 6, 2) }],
};
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'realise-lo-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function bytesOf(written: Report): Promise<Uint8Array> {
  const workbook = newXlsx();
  await workbook.write(written);
  return workbook.bytes();
}

const address = (row: number, column: number): string => `${columnLetters(column)}${String(row)}`;
/** Every cell as it should read: numbers as numbers, texts as texts, formulas by their cached value. */
function expected(sheet: SheetSpec): [string, string | number][] {
  return sheet.cells.flatMap(({ row, column, value }): [string, string | number][] => {
    const shown =
      typeof value === 'string'
        ? value
        : 'text' in value
          ? value.text
          : 'number' in value
            ? Number(value.number)
            : typeof value.cached === 'string'
              ? value.cached
              : Number(value.cached.number);
    return shown === '' ? [] : [[address(row, column), shown]];
  });
}

test('every cell reads as it was written, formulas after a hard recalculation included', async () => {
  const { sheets, charts, names } = await recalculate(await bytesOf(report));
  for (const sheet of report.sheets) {
    const cells = sheets[sheet.name] ?? {};
    for (const [at, value] of expected(sheet)) {
      if (typeof value === 'number') expect([at, cells[at]]).toEqual([at, expect.closeTo(value, 6) as number]);
      else expect([at, cells[at]]).toEqual([at, value]);
    }
  }
  expect(charts.Summary).toHaveLength(6);
  expect(names.BIM_Answer).toBe('$Summary.$B$4');
});

test('the template, and the results of its example: every cell and every formula as written', async () => {
  const workbook = newXlsx();
  await workbook.write(templateReport());
  const { results } = assess(await workbook.read());
  if (results === null) throw new Error('the template gives no results');
  const made = buildReport(results, '22 Nov 2026 18:40');
  await workbook.write(made);
  const { sheets } = await recalculate(await workbook.bytes());
  let formulas = 0;
  const wrong: unknown[] = [];
  for (const sheet of [...templateReport().sheets, ...made.sheets]) {
    for (const [at, value] of expected(sheet)) {
      const found = sheets[sheet.name]?.[at];
      if (typeof value !== 'number') expect([sheet.name, at, found]).toEqual([sheet.name, at, value]);
      else if (typeof found !== 'number' || Math.abs(found - value) > 1e-12 * Math.max(1, Math.abs(value)))
        wrong.push([sheet.name, at, found, value]);
    }
    formulas += sheet.cells.filter((cell) => typeof cell.value === 'object' && 'formula' in cell.value).length;
  }
  expect(wrong).toEqual([]);
  expect(formulas).toBeGreaterThan(10);
});

test('formulas live: an edit moves the total and turns the lamp', async () => {
  const { sheets } = await recalculate(await bytesOf(report), { set: [['Summary', 'G7', 19_800_000]] });
  expect(sheets.Summary?.G11).toBe(21_300_000);
  expect(sheets.Summary?.E7).toBe(190_000_000);
  const broken = await recalculate(await bytesOf(report), { set: [['Summary', 'E7', 5]] });
  expect(broken.sheets.Summary?.J3).toBe('■ FAILS');
});

test('saved by LibreOffice, our sheets are still ours, unchanged, and are written again in place', async () => {
  const saved = path.join(folder, 'saved.xlsx');
  await recalculate(await bytesOf(report), { saveAs: saved });
  const workbook = await openXlsx(await readFile(saved));
  const { owned } = await workbook.read();
  expect(owned.map(({ key, changed }) => [key, changed]).sort()).toEqual([
    ['checks', false],
    ['prices', false],
    ['summary', false],
  ]);
  const written = await workbook.write(report);
  expect(written.kept).toEqual([]);
  expect((await workbook.read()).sheets).toEqual(['Summary', 'Checks', 'Prices']);
});

test('charts and pages are drawn', async () => {
  await recalculate(await bytesOf(report), { charts: folder, pages: folder });
  const files = await readdir(folder);
  expect(files.filter((name) => /^Summary-\d\.png$/.test(name))).toHaveLength(6);
  for (const name of files.filter((one) => one.endsWith('.png')))
    expect((await stat(path.join(folder, name))).size).toBeGreaterThan(1500);
  // Summary on one page, Checks broken once before row 30, Prices on one.
  expect(files.filter((name) => /^page-\d+\.png$/.test(name))).toHaveLength(4);
});
