/** Faults 1–8 and 57: a cell is being edited, Excel is silent, busy or elsewhere, or gives less than was asked for. */
import { excelBench } from '../excelBench';
import { report, sheetSpec } from '../contract';
import type { CellSpec } from '../../../src/workbook/workbook';
import { basisOf } from '../../../src/workbook/basis';
import { asked, MODEL, recovers, sheetOf, usersCells, writingUnder } from './bench';

const EDITING = 'InvalidOperationInCellEditMode';

test('fault 1: a cell is being edited: Excel waits, and nothing is half written', async () => {
  const bench = excelBench(MODEL, {}, 0.3);
  const workbook = await bench.open();
  await workbook.read();
  bench.host.edit(true);
  const writing = workbook.write(report('run 1'));
  expect(await workbook.isEditing()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 800)); // longer than the watchdog's patience
  expect(bench.host.book.sheets).toHaveLength(2);
  bench.host.edit(false);
  expect((await writing).sheets).toHaveLength(2);
});

test('fault 2: Excel on the web says wrongly that a cell is edited: three attempts, then a plain message', async () => {
  const passing = await writingUnder(({ host }) => {
    for (const n of [1, 2]) host.inject(n, { kind: 'refused', code: EDITING });
  });
  expect(passing.message).toBe('written');
  const lasting = await writingUnder(({ host }) => {
    for (const n of [1, 2, 3]) host.inject(n, { kind: 'refused', code: EDITING });
  });
  expect(lasting.message).toMatch(/a cell is being edited\. Nothing was written\. Press Enter or Esc/);
  expect(lasting.bench.host.book.sheets).toHaveLength(2);
  await recovers(lasting);
});

test.each(['silent', 'unanswered'] as const)(
  'fault 3: sync never returns (%s): the watchdog ends it, and the retry doubles nothing',
  async (kind) => {
    const outcome = await writingUnder(
      ({ host }) => {
        host.inject(2, { kind });
      },
      { seconds: 0.3 },
    );
    expect(outcome.message).toMatch(/did not answer.*Perhaps incomplete: Summary, Annual.*still in the pane/);
    await recovers(outcome);
  },
);

test('fault 3: an answer that is late, and no later than the watchdog allows, is waited for', async () => {
  const { message } = await writingUnder(({ host }) => {
    host.inject(1, { kind: 'late', milliseconds: 200 });
  });
  expect(message).toBe('written');
});

test('fault 4: a general exception half-way: what is there is looked at again, and the write is whole', async () => {
  const outcome = await writingUnder(({ host }) => {
    host.inject(2, { kind: 'breaks off', code: 'GeneralException', action: 30 });
  });
  expect(outcome.message).toBe('written');
  await recovers(outcome);
});

test('fault 4: one that stays is told with its code, and what was written of it', async () => {
  const outcome = await writingUnder(({ host }) => {
    for (const n of [2, 4, 6]) host.inject(n, { kind: 'breaks off', code: 'GeneralException', action: 30 });
    for (const n of [5, 7]) host.inject(n, { kind: 'breaks off', code: 'GeneralException', action: 30 });
  });
  expect(outcome.message).toMatch(/\(GeneralException\)\. Perhaps incomplete: Summary, Annual/);
  await recovers(outcome);
});

test('fault 5: another workbook has the focus: said so, and nothing of ours asks for a selection', async () => {
  const outcome = await writingUnder(({ host }) => {
    host.inject(1, { kind: 'refused', code: 'InactiveWorkbook' });
  });
  expect(outcome.message).toMatch(/another workbook has the focus\. Nothing was written\. Click into this workbook/);
  await recovers(outcome);
  const said = asked(outcome.bench.host.exchanges);
  for (const member of ['Activate', 'Select', 'GetSelectedRange', 'GetActiveWorksheet', 'GetActiveCell'])
    expect(said).not.toContain(member);
});

const many = (rows: number): readonly CellSpec[] =>
  Array.from({ length: rows }, (_, n) => ({
    row: 10 + n,
    column: 2,
    value: `${String(n)} ${'long '.repeat(400)}`,
    style: 'note',
  }));

test('fault 6: more than Excel on the web takes: loads of two megabytes, and the same cells as in one', async () => {
  const given = { ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', many(2600))] };
  const small = await writingUnder(() => undefined, { given });
  expect(small.message).toBe('written');
  const large = await writingUnder(() => undefined, { given, options: { payload: 50_000_000 } });
  const cells = (outcome: typeof small): string => JSON.stringify([...sheetOf(outcome.bench, 'Summary').cells.keys()]);
  expect(cells(small)).toBe(cells(large));
  expect(Math.max(...small.bench.host.exchanges.map((one) => one.requestBytes))).toBeLessThan(2_200_000);
  // Two round trips for the first two megabytes, said both ways, and one for each further two.
  const spoken = small.bench.host.exchanges.slice(2);
  const bytes = spoken.reduce((sum, one) => sum + one.requestBytes + one.responseBytes, 0);
  expect(bytes).toBeGreaterThan(6_000_000);
  expect(spoken.length).toBeLessThanOrEqual(2 + Math.ceil((bytes - 2_000_000) / 2_000_000));
});

test('fault 6: inputs of more than Excel gives in one answer are read in pieces, and compared before a write', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => [`Item ${String(n)}`, 1 / (n + 3), 'pack', 'A source']);
  const bench = excelBench({
    sheets: [
      {
        name: 'Inputs',
        rows: [['Item', 'List price', 'Pack', 'Source'], ...rows],
        tables: { BIM_Prices: 'A1:D30001' },
      },
    ],
  });
  const workbook = await bench.open();
  const snapshot = await workbook.read();
  expect(snapshot.tables[0]?.rows.map((row) => row.map((cell) => cell.value))).toEqual(rows);
  expect(Math.max(...bench.host.exchanges.map((one) => one.responseBytes))).toBeLessThan(2_200_000);
  // What was learnt is remembered: sizes and four loads, where the first time one answer was tried in vain.
  expect(bench.host.exchanges).toHaveLength(7);
  const given = { ...report('run 1'), sheets: [sheetSpec('summary', 'Summary')] };
  expect((await workbook.write(given, { basis: basisOf(snapshot) })).sheets).toHaveLength(1);
  await bench.type('Inputs', 'B20000', 0.5);
  await expect(workbook.write(given, { basis: basisOf(snapshot) })).rejects.toThrow(/Inputs changed since this run/);
});

test('fault 7: a table of more than five million cells, whose values come as null, is an error and no zero', async () => {
  const bench = excelBench({ sheets: [{ name: 'Inputs', rows: [['Item']], tables: { BIM_Prices: 'A1:Z200000' } }] });
  await expect((await bench.open()).read()).rejects.toThrow(/no values for BIM_Prices: it is too large to be read/);
});

test('fault 8: whole columns that are bound are read as far as they are used', async () => {
  const bench = excelBench({
    sheets: [
      {
        name: 'Mine',
        rows: [
          ['Item', 'List price'],
          ['Drug', 12],
        ],
      },
    ],
    names: { BIM_Range_Prices: '=Mine!$A:$B' },
  });
  const [table] = (await (await bench.open()).read()).tables;
  expect(table).toMatchObject({ name: 'BIM_Prices', headers: ['Item', 'List price'], row: 1, column: 1 });
  expect(table?.rows.map((row) => row.map((cell) => cell.value))).toEqual([['Drug', 12]]);
});

test('fault 57: a second run while one is under way is refused, and the first ends as if alone', async () => {
  const bench = excelBench(MODEL);
  const workbook = await bench.open();
  const before = usersCells(bench.host.book);
  const first = workbook.write(report('run 1'));
  await expect(workbook.write(report('run 2'))).rejects.toThrow(/still busy/);
  expect((await first).sheets).toHaveLength(2);
  expect(usersCells(bench.host.book)).toBe(before);
});
