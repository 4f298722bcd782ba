/** `realise stress`: the call and its mistakes, the answers in words and JSON, and the draws as a list. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepared, realise } from '../../src/cli/command-line';
import { csvOf } from '../../src/cli/csv';

const MODEL = path.join(__dirname, '../published/antipsychotics/model.xlsx');
let folder = '';
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'realise-stress-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function said(...args: readonly string[]): Promise<{ status: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const status = await realise(['stress', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    now: () => new Date(2026, 10, 23),
  });
  return { status, out, error };
}

test.each([
  [['--grid', 'A'], 'wants two parameters'],
  [['--by', '20', '--percentile', '10'], 'Choose one'],
  [['--by', 'x'], '--by wants a number'],
  [['--percentile', '60'], 'between 0 and 50'],
  [['--target', 'much'], '--target wants a number'],
  [['--bogus'], 'does not take --bogus'],
])('%j is refused with the usage', (args, message) => {
  expect(() => prepared(['stress', 'm.xlsx', ...args])).toThrow(
    expect.objectContaining({ usage: true, message: expect.stringContaining(message) as string }) as Error,
  );
});

test('one-way and draws of a published model, in words', async () => {
  const { status, out } = await said(
    MODEL,
    '--one-way',
    '--draws',
    '500',
    '--parameter',
    'Uptake/with/All/Atypical/2020',
  );
  expect(status).toBe(0);
  expect(out).toContain('One at a time, Budget impact: NGN 16.6m as typed.');
  expect(out).toContain('Uptake · with · Atypical · 2020, at 0.08347965: −NGN 2.81m; at 0.7158727: +NGN 3.51m');
  expect(out).toContain('500 draws (seed 123, scrambled Sobol):');
  expect(out).toMatch(/draws run again in decimals: largest difference \d\.\d+e-1\d of the totals/);
});

test('a break-even as JSON: exact where the figure is a straight line', async () => {
  const { status, out } = await said(MODEL, '--break-even', 'Costs/Typical/All/Acquisition/*/2016', '--json');
  const object = JSON.parse(out) as { breakEvens: { how: string; roots: { value: string }[] }[]; findings: unknown[] };
  expect([status, object.breakEvens[0]?.how]).toEqual([0, 'straight']);
  const [root] = object.breakEvens[0]?.roots ?? [];
  const again = await said(
    MODEL,
    '--one-way',
    '--by',
    '1',
    '--parameter',
    'Costs/Typical/All/Acquisition/*/2016',
    '--set',
    `Costs/Typical/All/Acquisition/*/2016=${root?.value ?? ''}`,
    '--json',
  );
  const { oneWay } = JSON.parse(again.out) as { oneWay: { base: string } };
  expect(Math.abs(Number(oneWay.base))).toBeLessThan(1e-20);
});

test('draws as a list: the number, what was drawn, and the impact of each year; never over the model', async () => {
  const file = path.join(folder, 'draws.csv');
  expect((await said(MODEL, '--draws', '50', '--draws-csv', file)).status).toBe(0);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\r\n');
  expect([head.split('","').length, lines.length]).toEqual([1 + 20 + 5, 50]);
  expect(lines.every((line) => line.split(',').every((cell) => Number.isFinite(Number(cell))))).toBe(true);
  const own = path.join(folder, 'model.csv');
  writeFileSync(own, readFileSync(MODEL));
  expect((await said(own, '--draws-csv', own)).error).toContain('is the model itself');
});

test('a header is never read as a formula', () => {
  expect(csvOf({ headers: ['=cmd()', '@a', 'b "c"'], rows: [[1, 2, 3]] })).toBe(
    '"\'=cmd()","\'@a","b ""c"""\r\n1,2,3\r\n',
  );
});

test('an unknown parameter, and a workbook with nothing to stress, are said', async () => {
  expect((await said(MODEL, '--break-even', 'Prices/Nothing/List price')).error).toContain('realise: ');
  const other = path.join(__dirname, '../published/pmprb/model.xlsx');
  expect((await said(other)).error).toContain('There is nothing to stress');
});
