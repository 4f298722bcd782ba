/** Bound ranges in Excel: selected, read as a table would be, followed to other places, and let go. */
import { excelBinder } from '../../src/workbook/excel/binder';
import { excelBench, type ExcelBench } from './excelBench';
import { assessed, impactOf, INPUTS, MODEL, NOTES } from './faults/bench';
import type { SeedSheet } from './contract';

const QUICK = { seconds: 5, attempts: 1, pause: 1 };
const COSTS = [
  ['Technology', 'Category', 'Per', 'Unit cost'],
  ['New', 'Acquisition', 'patient-year', 100],
  ['Old', 'Acquisition', 'patient-year', 40],
] as const;
/** The costs as the user keeps them: on a sheet of his own, as they lie or on their side. */
const mine = (turned: boolean): SeedSheet => ({
  name: 'Mine',
  rows: [
    [],
    ...(turned
      ? COSTS[0].map((_, c) => [null, ...COSTS.map((line) => line[c] ?? null)])
      : COSTS.map((line) => [null, ...line])),
  ],
});
const { BIM_Costs: _table, ...tables } = INPUTS.tables ?? {};

function bench(turned: boolean): ExcelBench {
  const made = excelBench({ sheets: [{ ...INPUTS, tables }, NOTES, mine(turned)] });
  made.host.book.selection = turned ? 'Mine!B2:D5' : 'Mine!$B:$E';
  return made;
}

test.each([false, true])('the selection is bound (turned: %s), and gives the figures of the table', async (turned) => {
  const at = bench(turned);
  const workbook = await at.open();
  await excelBinder(QUICK).bind('BIM_Costs', turned);
  expect(await impactOf(workbook)).toEqual(await impactOf(await excelBench(MODEL).open()));
  const bench2 = bench(turned);
  const again = await bench2.open();
  await excelBinder(QUICK).bind('BIM_Costs', turned);
  const cell = turned ? 'C5' : 'E3';
  await bench2.type('Mine', cell, 'text');
  const { findings } = await assessed(again);
  expect(findings.filter((one) => one.severity === 'error').map((one) => [one.at?.sheet, one.at?.cell])).toEqual([
    ['Mine', cell],
  ]);
});

test('a binding follows a sheet that is renamed, and rows that are inserted', async () => {
  const at = bench(true);
  const workbook = await at.open();
  await excelBinder(QUICK).bind('BIM_Costs', true);
  const before = await impactOf(workbook);
  await at.rename('Mine', "My drug's costs");
  expect(await impactOf(workbook)).toEqual(before);
  await at.host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("My drug's costs").getRange('1:3').insert('Down');
    await context.sync();
  });
  expect(await impactOf(workbook)).toEqual(before);
  expect(at.host.book.names.find((name) => name.name === 'BIM_Turned_Costs')?.formula).toBe(
    "='My drug''s costs'!$B$5:$D$8",
  );
});

test('a binding stands in the place of a table of its name, and says so; bound again it moves; unbound the table is read', async () => {
  const at = excelBench({ sheets: [INPUTS, NOTES, mine(false)] });
  const workbook = await at.open();
  at.host.book.selection = 'Mine!B2:E4';
  await excelBinder(QUICK).bind('BIM_Costs', false);
  await at.type('Mine', 'E3', 90);
  expect(await impactOf(workbook)).toEqual(['5000', '15000', '25000']);
  expect((await assessed(workbook)).findings.map((one) => one.code)).toContain('replaced-table');
  at.host.book.selection = 'Mine!B:E';
  await excelBinder(QUICK).bind('BIM_Costs', false);
  expect(at.host.book.names.filter((name) => name.name === 'BIM_Range_Costs')).toHaveLength(1);
  await excelBinder(QUICK).unbind('BIM_Costs');
  expect(await impactOf(workbook)).toEqual(['6000', '18000', '30000']);
  expect(at.host.book.names).toHaveLength(0);
});

test('nothing is bound where nothing is selected, and what was bound before stays', async () => {
  const at = bench(false);
  await at.open();
  await excelBinder(QUICK).bind('BIM_Costs', false);
  at.host.book.selection = 'Mine!H20';
  await expect(excelBinder(QUICK).bind('BIM_Costs', false)).rejects.toThrow(
    /Select the row of headers.*Nothing was changed/,
  );
  expect(at.host.book.names.map((name) => name.formula)).toEqual(['=Mine!$B:$E']);
});
