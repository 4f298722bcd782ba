/** Faults 18–22, 30–36, 43 and 48: protection, filters, tables that fill themselves, names that are taken, sheets that were touched. */
import { emptied } from '../../../src/taskpane/unfinished';
import { boundTable } from '../../../src/workbook/bindings';
import { withSheetNames } from '../../../src/workbook/sheet-names';
import type { CellSpec } from '../../../src/workbook/workbook';
import { findSheet } from '../../excel-host/book';
import { report, sheetSpec, TEMPTING } from '../contract';
import { excelBench } from '../excelBench';
import {
  asked,
  assessed,
  impactOf,
  INPUTS,
  MODEL,
  NOTES,
  recovers,
  sheetOf,
  usersCells,
  writingUnder,
  type Outcome,
} from './bench';

describe('fault 18: a protected sheet', () => {
  test('of ours is kept, never unprotected, and the figures go beside it', async () => {
    const first = await writingUnder(() => undefined);
    sheetOf(first.bench, 'Summary').isProtected = true;
    const written = await first.workbook.write(report('run 2', '8'));
    expect([written.kept, written.sheets.map((sheet) => sheet.name)]).toEqual([
      ['Summary'],
      ['Summary (Realise)', 'Annual'],
    ]);
    expect([sheetOf(first.bench, 'Summary').isProtected, await first.bench.look('Summary', 'C8')]).toEqual([true, 5]);
    for (const member of ['Protect', 'Unprotect']) expect(asked(first.bench.host.exchanges)).not.toContain(member);
  });

  test("of the user's is read like any other", async () => {
    const bench = excelBench(MODEL);
    sheetOf(bench, 'Inputs').isProtected = true;
    expect(await impactOf(await bench.open())).toHaveLength(3);
  });

  test('that is protected between our look and our write breaks the write off, which is said and mended', async () => {
    const first = await writingUnder(() => undefined);
    first.bench.host.inject(2, {
      kind: 'meanwhile',
      deed: (book) => {
        const sheet = findSheet(book, 'Annual');
        if (sheet !== undefined) sheet.isProtected = true;
      },
    });
    await expect(first.workbook.write(report('run 2', '8'))).rejects.toThrow(
      /protected or read-only.*Perhaps incomplete/,
    );
    sheetOf(first.bench, 'Annual').isProtected = false;
    await recovers(first, report('run 2', '8'));
  });
});

test('fault 19: nothing is ever protected by us, so no cell is locked on the way', async () => {
  const { bench } = await writingUnder(() => undefined);
  for (const member of ['Protect', 'Protection.Protect', 'Locked', 'FormulaHidden'])
    expect(asked(bench.host.exchanges)).not.toContain(member);
});

describe('fault 20: a filter', () => {
  test('over a sheet of ours is taken off before it is written again, so that every value lands in its row', async () => {
    const first = await writingUnder(() => undefined);
    for (const row of [5, 6]) sheetOf(first.bench, 'Summary').filteredRows.add(row);
    await first.workbook.write(report('run 2', '8'));
    expect([await first.bench.look('Summary', 'B6'), await first.bench.look('Summary', 'C8')]).toEqual([2027, 8]);
    expect(sheetOf(first.bench, 'Summary').filteredRows.size).toBe(0);
  });

  test('over inputs hides no row from the sums, and is noticed', async () => {
    const bench = excelBench(MODEL);
    const before = await impactOf(await bench.open());
    sheetOf(bench, 'Inputs').filteredRows.add(13);
    const workbook = await bench.open();
    expect(await impactOf(workbook)).toEqual(before);
    expect((await assessed(workbook)).findings.map((one) => one.code)).toContain('hidden-rows');
    expect(sheetOf(bench, 'Inputs').filteredRows.has(13)).toBe(true);
  });
});

test('fault 21: a table that fills its columns by itself finds them full, and is read back', async () => {
  const bench = excelBench(MODEL);
  const cells: readonly CellSpec[] = [1, 2, 3].map((n) => ({
    row: 4 + n,
    column: 4,
    value: n === 2 ? { number: '7' } : { formula: `=C${String(4 + n)}*2`, cached: { number: '1' } },
    style: 'figure',
  }));
  const spec = sheetSpec('summary', 'Summary', [{ row: 4, column: 4, value: 'Twice', style: 'header' }, ...cells]);
  const wide = {
    ...spec,
    tables: [{ name: 'BIM_Out_Summary', row: 4, column: 2, headers: ['Year', 'Amount', 'Twice'], rows: 3 }],
  };
  const workbook = await bench.open();
  for (const stamp of ['run 1', 'run 2']) await workbook.write({ ...report(stamp), sheets: [wide], names: [] });
  expect([await bench.look('Summary', 'D5'), await bench.look('Summary', 'D6')]).toEqual(['=C5*2', 7]);
});

test('fault 22: text that Excel would take for a formula stays text, also where Excel drops the apostrophe: that is found', async () => {
  const cells = TEMPTING.map((value, n): CellSpec => ({ row: 10 + n, column: 2, value, style: 'body' }));
  const given = { ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', cells)], names: [] };
  const good = await writingUnder(() => undefined, { given });
  expect(good.message).toBe('written');
  const held = [...sheetOf(good.bench, 'Summary').cells.values()].flatMap((line) => [...line.values()]);
  expect(held.filter((cell) => cell.held?.formula !== undefined)).toEqual([]);
  const bad = await writingUnder(
    ({ host }) => {
      host.book.dropsApostrophes = true;
    },
    { given },
  );
  expect(bad.message).toMatch(/did not keep \d+ cells as they were given.*do not use those cells/);
});

describe('fault 30: blank, merged and hidden rows, other columns', () => {
  test('rows inserted in a table and columns in another order change no figure', async () => {
    const before = await impactOf(await excelBench(MODEL).open());
    const rows = INPUTS.rows.map((row) => [...row]);
    rows.splice(11, 0, []); // a blank row among the costs
    const swapped = rows.map((row, n) =>
      n >= 10 ? [row[3] ?? null, row[1] ?? null, row[2] ?? null, row[0] ?? null] : row,
    );
    const tables = { ...INPUTS.tables, BIM_Costs: 'A11:D14' };
    const bench = excelBench({ sheets: [{ ...INPUTS, rows: swapped, tables, hiddenRows: [14] }, NOTES] });
    const workbook = await bench.open();
    expect(await impactOf(workbook)).toEqual(before);
    expect((await assessed(workbook)).findings.map((one) => one.code)).toContain('hidden-rows');
  });

  test('merged cells cannot stand in a table of Excel; in a bound range the first one holds the value', () => {
    const cells = [
      [{ value: 'Item' }, { value: 'List price' }],
      [{ value: 'Drug', merged: true }, { value: 3 }],
      [{ value: null, merged: true }, { value: 4 }],
    ];
    const binding = { name: 'BIM_Range_Prices', table: 'BIM_Prices', turned: false, refersTo: '=Mine!$A$1:$B$3' };
    const table = boundTable(binding, { sheet: 'Mine', row: 1, column: 1, cells, hiddenRows: [] });
    expect(table.rows.map(([item]) => item?.value)).toEqual(['Drug', null]);
  });
});

test('fault 31: a bound range that was deleted is an error that names it, and no figure', async () => {
  const bench = excelBench({ ...MODEL, names: { BIM_Range_Prices: '=#REF!$A$1:$B$2', Other: '=#REF!$A$1' } });
  const { findings, results } = await assessed(await bench.open());
  expect(results).toBeNull();
  expect(findings.find((one) => one.code === 'lost-range')?.message).toMatch(
    /bound in the place of BIM_Prices is no longer there/,
  );
});

describe('fault 32: sheets by other names', () => {
  test.each(['Sample-1!', "It's mine", '2026', 'données (α)'])(
    'called %s: read, written beside, and gone to',
    async (name) => {
      const bench = excelBench(MODEL);
      const before = await impactOf(await bench.open());
      await bench.rename('Inputs', name);
      const workbook = await bench.open();
      expect(await impactOf(workbook)).toEqual(before);
      await workbook.write(report('run 1'));
      await bench.rename('Summary', `${name}~`);
      expect((await workbook.write(report('run 2', '8'))).sheets[0]?.name).toBe(`${name}~`);
      expect(withSheetNames('=Summary!C8', new Map([['Summary', name]]))).toBe(`='${name.replaceAll("'", "''")}'!C8`);
      await workbook.show({ sheet: name, cell: 'B2' });
      expect(bench.host.book.active).toBe(sheetOf(bench, name).id);
    },
  );
});

test('fault 33: names of sheets, tables and cells that the user has already stay his', async () => {
  const bench = excelBench({
    sheets: [
      ...MODEL.sheets,
      {
        name: 'Summary',
        rows: [
          ['mine', 'too'],
          [1, 2],
        ],
        tables: { BIM_Out_Summary: 'A1:B2' },
      },
    ],
  });
  const workbook = await bench.open();
  const written = await workbook.write(report('run 1'));
  expect(written.sheets.map((sheet) => sheet.name)).toEqual(['Summary (Realise)', 'Annual']);
  expect(await bench.look('Summary', 'A1')).toBe('mine');
  expect(bench.host.book.tables.map((table) => table.name)).toEqual(
    expect.arrayContaining(['BIM_Out_Summary', 'BIM_Out_Summary_2']),
  );
});

test('fault 34: a sheet of ours that the user changed is kept, and a new one stands beside it', async () => {
  const first = await writingUnder(() => undefined);
  await first.bench.type('Summary', 'D5', 'my remark');
  const written = await first.workbook.write(report('run 2', '8'));
  expect([written.kept, written.sheets[0]?.name]).toEqual([['Summary'], 'Summary (Realise)']);
  expect([await first.bench.look('Summary', 'D5'), await first.bench.look('Summary', 'C8')]).toEqual(['my remark', 5]);
});

test('fault 35: an Excel that words formulas anew, with an implicit @, changes no sheet of ours', async () => {
  const first = await writingUnder(({ host }) => {
    host.book.insertsAt = true;
  });
  expect(first.message).toBe('written');
  expect(await first.bench.look('Annual', 'C8')).toBe('=Summary!C8*2');
  await recovers(first);
});

test.each([
  [
    'a formula of more than 8,192 characters',
    { formula: `=1${'+1'.repeat(4200)}`, cached: { number: '1' } },
    /more than 8,192/,
  ],
  ['a text of more than 32,767 characters', 'x'.repeat(32_768), /more than 32,767/],
] as const)('fault 36: %s is refused before anything is sent', async (_what, value, said) => {
  const given = {
    ...report('run 1'),
    sheets: [sheetSpec('summary', 'Summary', [{ row: 10, column: 2, value, style: 'body' }])],
  };
  const outcome = await writingUnder(() => undefined, { given });
  expect(outcome.message).toMatch(said);
  expect(outcome.bench.host.book.sheets).toHaveLength(2);
  await recovers(outcome);
});

test('fault 36: a cell beyond the last row of a sheet as well', async () => {
  const beyond: CellSpec = { row: 1_048_577, column: 2, value: 'x', style: 'body' };
  const { message } = await writingUnder(() => undefined, {
    given: { ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', [beyond])] },
  });
  expect(message).toMatch(/beyond the last row or column/);
});

describe('fault 48: a pane that is closed mid-write', () => {
  /** What is written up to an action, and no more: nobody is there to try again. */
  const broken = (action = 40): Promise<Outcome> =>
    writingUnder(({ host }) => {
      host.inject(2, { kind: 'breaks off', code: 'AccessDenied', action });
    });

  test('leaves marked sheets, which the next one finds and does again', async () => {
    const outcome = await broken();
    const opened = await outcome.bench.open(); // a new pane, which remembers nothing
    expect((await opened.read()).owned).toMatchObject([{ name: 'Summary', unfinished: true, changed: false }]);
    await recovers({ ...outcome, workbook: opened });
    expect(usersCells(outcome.bench.host.book)).toContain('Adults');
  });

  test('or empties, where that is wished: one line is left, nothing is unfinished, and the next write is whole', async () => {
    const outcome = await broken();
    const before = usersCells(outcome.bench.host.book);
    const opened = await outcome.bench.open();
    const { owned, language } = await opened.read();
    await opened.write(emptied(owned, language));
    const left = [...sheetOf(outcome.bench, 'Summary').cells.values()].flatMap((line) => [...line.values()]);
    expect(left.filter((cell) => cell.held !== null)).toHaveLength(1);
    const [summary] = (await opened.read()).owned;
    expect([summary?.changed, summary?.unfinished ?? false]).toEqual([false, false]);
    expect(usersCells(outcome.bench.host.book)).toBe(before);
    await recovers({ ...outcome, workbook: opened });
  });

  test('a write of one load is one request: it is whole or broken off, and never in between without a mark', async () => {
    for (const action of [5, 20, 60, 100, 140]) {
      const outcome = await broken(action);
      const { owned } = await (await outcome.bench.open()).read();
      const begun = outcome.bench.host.book.sheets.slice(2).map((sheet) => sheet.name);
      expect(owned.map((sheet) => sheet.name)).toEqual(begun);
      expect(owned.filter((sheet) => sheet.changed)).toEqual([]); // else it would count as whole, and changed by the user
    }
  });
});
