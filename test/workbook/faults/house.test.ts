/**
 * Faults that a rule of the house makes impossible (11, 40–45, 49, 51, 58), and the list itself: every row of the table
 * of faults is a test, or stands in docs/excel.md with the reason why it cannot be one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reopen } from '../../excel-host/book';
import { report } from '../contract';
import { excelBench } from '../excelBench';
import { asked, impactOf, MODEL, recovers, writingUnder } from './bench';

const root = path.resolve(__dirname, '../../..');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => path.join(root, folder, name));
/** The code of the add-in, without comments. */
const code = ['src/taskpane', 'src/workbook/excel', 'src/workbook/excel.ts', 'src/commands', 'src/worker']
  .flatMap((place) => (place.endsWith('.ts') ? [path.join(root, place)] : filesIn(place)))
  .map((file) => [file, readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')] as const);

test.each([
  ['fault 11: the ribbon is never asked to change, which would end Undo', /requestUpdate|requestCreateControls/],
  [
    'fault 41: nothing is kept in the browser, where it is partitioned, cleared or refused',
    /localStorage|sessionStorage|indexedDB|document\.cookie/,
  ],
  [
    'fault 44: nothing is downloaded, printed or opened in a window',
    /window\.open|\.download\s*=|window\.print|execCommand/,
  ],
  ['fault 45: no alert, confirm or prompt', /\b(window\.)?(alert|confirm|prompt)\(/],
])('%s', (_what, forbidden) => {
  expect(code.length).toBeGreaterThan(60);
  expect(code.filter(([, text]) => forbidden.test(text)).map(([file]) => file)).toEqual([]);
});

test('fault 40: a new pane on a workbook that was saved and opened again, and lost its settings, knows all from its names and cells', async () => {
  const first = await writingUnder(() => undefined, { how: { keep: true } });
  first.bench.host.book.forgets = true;
  reopen(first.bench.host.book);
  const again = await first.bench.open(); // remembers nothing
  expect((await again.read()).owned.map(({ name, key, changed }) => [name, key, changed])).toEqual([
    ['Summary', 'summary', false],
    ['Annual', 'annual', false],
  ]);
  expect(await again.earlier?.list()).toEqual([]);
  await recovers({ ...first, workbook: again });
  expect(asked(first.bench.host.exchanges)).not.toContain('CustomXmlParts');
});

test('fault 42: a copy of a workbook is a workbook of its own: nothing written names the one it came from', async () => {
  const { bench } = await writingUnder(() => undefined);
  const names = bench.host.book.names.map(({ name, formula }) => `${name} ${formula}`).join('\n');
  expect(names).toMatch(/BIM_Mark_summary ='Summary'!\$A\$1/);
  expect(names).not.toMatch(/\{|[0-9a-f]{8}-[0-9a-f]{4}|\[|https?:/i);
});

test('fault 43: a workbook that was never saved needs no name and no place', async () => {
  const { bench, message } = await writingUnder(() => undefined);
  expect(message).toBe('written');
  for (const member of ['Url', 'url', 'IsDirty', 'PreviouslySaved', 'AutoSave'])
    expect(asked(bench.host.exchanges)).not.toContain(member);
});

test('fault 51: a workbook that may not be changed is read and computed; the write is refused with a reason', async () => {
  const outcome = await writingUnder(({ host }) => {
    host.inject(2, { kind: 'refused', code: 'AccessDenied' });
  });
  expect(outcome.message).toMatch(/the workbook or a sheet is protected or read-only.*still in the pane/);
  expect(await impactOf(outcome.workbook)).toHaveLength(3);
  await recovers(outcome);
});

test('fault 51: a workbook whose structure is protected is not written to at all', async () => {
  const bench = excelBench(MODEL);
  bench.host.book.isProtected = true;
  await expect((await bench.open()).write(report('run 1'))).rejects.toThrow(/structure of this workbook is protected/);
  expect(bench.host.book.sheets).toHaveLength(2);
});

/** Numbers of faults that the titles of tests name. */
function tested(): ReadonlySet<number> {
  const places = ['test/workbook/faults', 'test/taskpane', 'test/page'].flatMap(filesIn);
  const titles = places.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/['"`]faults? (\d+)(?: and (\d+))?:? ?/g),
  ]);
  return new Set(titles.flatMap(([, one, other]) => [Number(one), ...(other === undefined ? [] : [Number(other)])]));
}

test('every one of the 61 faults is a test, or has its reason in docs/excel.md', () => {
  const guide = path.join(root, 'docs/excel.md');
  expect(existsSync(guide)).toBe(true);
  const rows = [...readFileSync(guide, 'utf8').matchAll(/^\| (\d+) \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 61 }, (_, n) => n + 1));
  const found = tested();
  for (const [, number, , , held = ''] of rows) {
    const isTested = found.has(Number(number));
    expect([number, isTested ? 'tested' : held.trim().slice(0, 7)]).toEqual([number, isTested ? 'tested' : 'cannot:']);
    if (isTested) expect(held).not.toMatch(/^ *cannot:/);
  }
});
