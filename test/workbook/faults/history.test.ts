/** Faults 9–17: Undo, events that are missed or are our own, and co-authors. */
import { setTimeout as pause } from 'node:timers/promises';
import { excelChanges } from '../../../src/taskpane/excel-changes';
import type { CellSpec } from '../../../src/workbook/workbook';
import { report, sheetSpec } from '../contract';
import { excelBench } from '../excelBench';
import { asked, MODEL, recovers, resting, sheetOf, usersCells, writingUnder } from './bench';

/** Longer than the pause after which the pane looks again. */
const PAUSE = 500;

describe('fault 9: Undo', () => {
  test('nothing that empties the list of undos is called, and all of a write is one step of it', async () => {
    const outcome = await writingUnder(() => undefined);
    await outcome.workbook.write(report('run 2', '6'));
    const said = asked(outcome.bench.host.exchanges);
    for (const member of ['Copy', 'Protect', 'Unprotect', 'InsertWorksheetsFromBase64', 'Save', 'Close'])
      expect(said).not.toContain(member);
    const deletes = outcome.bench.host.exchanges.flatMap(({ request }) =>
      request.Actions.filter((action) => action.Name === 'Delete').map(
        (action) => request.ObjectPaths[action.ObjectPathId]?.Name,
      ),
    );
    expect(deletes).toEqual([]);
  });

  test.each(['web', 'desktop'] as const)(
    'on the %s one step takes all of it back, and what the user did before can be taken back after it',
    async (undo) => {
      const bench = excelBench(MODEL, { undo });
      const workbook = await bench.open();
      await bench.host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Notes').getRange('B1').values = [[7]];
        await context.sync();
      });
      const before = usersCells(bench.host.book);
      const { book, history } = bench.host;
      await workbook.write(report('run 1'), { keep: true });
      await workbook.write(report('run 2', '8'), { keep: true });
      expect([history?.steps(), await bench.look('Summary', 'C8')]).toEqual([3, 8]);
      history?.undo();
      expect([await bench.look('Summary', 'C8'), (await workbook.read()).owned.map((sheet) => sheet.changed)]).toEqual([
        5,
        [false, false],
      ]);
      history?.undo();
      expect([book.sheets.length, book.tables.length, book.names]).toEqual([2, 5, []]);
      expect(usersCells(book)).toBe(before);
      history?.undo();
      expect(await bench.look('Notes', 'B1')).toBe(1);
      expect((await (await bench.open()).earlier?.list())?.map((one) => one.stamp)).toEqual(['run 2', 'run 1']);
    },
  );

  test('an Excel that cannot merge undos is written to without, and it is said', async () => {
    const outcome = await writingUnder(({ host }) => {
      host.inject(1, { kind: 'refused', code: 'UndoNotSupported' });
    });
    expect(outcome.written?.notices).toEqual([expect.stringMatching(/cannot take these sheets back with Undo/)]);
    expect((await recovers(outcome)).notices).toBeUndefined();
  });
});

test('fault 10: nothing is kept in custom XML, and no state in settings; that a sheet is no longer what a run wrote is seen from its cells', async () => {
  const outcome = await writingUnder(() => undefined);
  const said = asked(outcome.bench.host.exchanges);
  for (const member of ['CustomXmlParts', 'Settings', 'Properties', 'Custom']) expect(said).not.toContain(member);
  await outcome.bench.type('Summary', 'C5', 0); // as an Undo of half of it would leave it
  expect((await outcome.workbook.read()).owned.map((sheet) => sheet.changed)).toEqual([true, false]);
});

/** A pane that listens, and how often it was told to look again. */
async function listening(bench: ReturnType<typeof excelBench>) {
  const workbook = await bench.open();
  let told = 0;
  const changes = excelChanges();
  const stop = changes.watch(() => {
    told += 1;
  });
  await pause(20);
  return { workbook: changes.unwatched(workbook), told: () => told, stop };
}

test('fault 12: our own writes are no news, and events of the application are left as they are', async () => {
  const bench = excelBench(MODEL);
  const { workbook, told, stop } = await listening(bench);
  expect(bench.host.book.watchers.size).toBe(1);
  await workbook.write(report('run 1'));
  await pause(PAUSE);
  expect(told()).toBe(0);
  bench.host.announce({ sheet: sheetOf(bench, 'Inputs'), address: 'B2', by: 'the user' });
  bench.host.announce({ sheet: sheetOf(bench, 'Inputs'), address: 'B3', by: 'a co-author' });
  await pause(PAUSE);
  expect(told()).toBe(1);
  expect(asked(bench.host.exchanges)).not.toContain('EnableEvents');
  stop();
  await pause(50);
  expect(bench.host.book.watchers.size).toBe(0);
});

test('fault 13: a change that no event told is found before anything is written', async () => {
  const bench = excelBench(MODEL);
  const workbook = await bench.open();
  const how = await resting(workbook);
  await bench.type('Inputs', 'J9', 0.6); // outside every table: no input
  expect((await workbook.write(report('run 1'), how)).sheets).toHaveLength(2);
  await bench.type('Inputs', 'H9', 0.6);
  const before = usersCells(bench.host.book);
  await expect(workbook.write(report('run 2'), how)).rejects.toThrow(
    'Inputs changed since this run, so nothing is written. Run again first.',
  );
  expect(usersCells(bench.host.book)).toBe(before);
  expect(await bench.look('Summary', 'C8')).toBe(5);
});

test('fault 14: while much is written, nobody listens; afterwards somebody does', async () => {
  const bench = excelBench(MODEL);
  const { workbook, stop } = await listening(bench);
  const cells = Array.from({ length: 20_001 }, (_, n): CellSpec => ({
    row: 10 + Math.floor(n / 10),
    column: 2 + (n % 10),
    value: { number: String(n) },
    style: 'figure',
  }));
  const heard: number[] = [];
  for (const n of [2, 3, 4])
    bench.host.inject(n, { kind: 'meanwhile', deed: (book) => heard.push(book.watchers.size) });
  await workbook.write({ ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', cells)] });
  expect(heard.slice(0, 2)).toEqual([0, 0]);
  await pause(50);
  expect(bench.host.book.watchers.size).toBe(1);
  stop();
});

describe('fault 15: a co-author', () => {
  test('types while the results wait: refused, and what he typed stands', async () => {
    const bench = excelBench(MODEL);
    const workbook = await bench.open();
    const how = await resting(workbook);
    bench.host.inject(1, {
      kind: 'meanwhile',
      deed: () => {
        void bench.type('Inputs', 'B4', 5);
      },
    });
    await expect(workbook.write(report('run 1'), how)).rejects.toThrow(/Inputs changed since this run/);
    expect(await bench.look('Inputs', 'B4')).toBe(5);
    expect(bench.host.book.sheets).toHaveLength(2);
  });

  test.each(['adds a table', 'renames one', 'takes one away'])('%s: refused as well', async (deed) => {
    const bench = excelBench(MODEL);
    const workbook = await bench.open();
    const how = await resting(workbook);
    await bench.host.Excel.run(async (context) => {
      const { tables, worksheets } = context.workbook;
      if (deed === 'adds a table') tables.add(worksheets.getItem('Notes').getRange('D1:E2'), true).name = 'BIM_Prices';
      if (deed === 'renames one') tables.getItem('BIM_Costs').name = 'BIM_Old';
      if (deed === 'takes one away') tables.getItem('BIM_Costs').convertToRange();
      await context.sync();
    });
    await expect(workbook.write(report('run 1'), how)).rejects.toThrow(/Inputs changed since this run/);
  });

  test('renames the sheet or sorts nothing of ours: the inputs are the same, and the write goes on', async () => {
    const bench = excelBench(MODEL);
    const workbook = await bench.open();
    const how = await resting(workbook);
    await bench.rename('Inputs', 'Données');
    expect((await workbook.write(report('run 1'), how)).sheets).toHaveLength(2);
  });
});

test('fault 16: no rows are added to tables, and each block of cells is written once', async () => {
  const { bench } = await writingUnder(() => undefined);
  const adds = bench.host.exchanges.flatMap(({ request }) =>
    Object.values(request.ObjectPaths).filter(
      (path) =>
        path.Name === 'Rows' ||
        (path.Name === 'Add' && request.ObjectPaths[String(path.ParentObjectPathId)]?.Name === 'Rows'),
    ),
  );
  expect(adds).toEqual([]);
  const areas = bench.host.exchanges.flatMap(({ request }) =>
    request.Actions.filter((action) => action.Name === 'Formulas' && action.ActionType === 4).map((action) => {
      const path = request.ObjectPaths[String(action.ObjectPathId)];
      return `${String(path?.ParentObjectPathId)} ${String(path?.ArgumentInfo?.Arguments?.[0])}`;
    }),
  );
  expect(areas.length).toBeGreaterThan(3);
  expect(new Set(areas).size).toBe(areas.length);
});

test('fault 16: where the workbook is reloaded after a clash, the result can be written again', async () => {
  const outcome = await writingUnder(({ host }) => {
    host.inject(2, { kind: 'refused', code: 'InvalidOrTimedOutSession' });
  });
  expect(outcome.message).toMatch(/the session with Excel has ended.*Reload the workbook/);
  await recovers(outcome);
});
