/** The command line from call to exit status: what it says, where, and what it leaves on the disk. */
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realise } from '../../src/cli/command-line';
import { openXlsx } from '../../src/workbook/xlsx';
import { partsOf, type as typeInto } from '../workbook/xlsx/bench';
import { zipped } from '../workbook/xlsx/fixture';

const CASES = path.join(__dirname, '..', 'published');
let folder = '';
let model = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'realise-cli-'));
  model = path.join(folder, 'model.xlsx');
  await writeFile(model, await readFile(path.join(CASES, 'ixa001', 'model.xlsx')));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}
async function say(...args: readonly string[]): Promise<Said> {
  let [out, error] = ['', ''];
  const status = await realise(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    now: () => new Date(2026, 10, 22, 18, 40),
  });
  return { status, out, error };
}
const at = (name: string): string => path.join(folder, name);

/** The model with one cell changed. */
async function spoilt(sheet: string, cell: string, value: string | number): Promise<void> {
  const parts = partsOf(await readFile(model));
  typeInto(parts, sheet, cell, value);
  await writeFile(model, zipped(parts));
}

describe('run', () => {
  test('prints the answer and the table', async () => {
    const { status, out, error } = await say('run', model);
    expect(status).toBe(0);
    expect(out).toMatch(/Adopting IXA-001 costs Health plan \$21\.5 million more in 2030/);
    expect(out).toMatch(/^Budget impact +72\.71 +5\.39 +10\.77 +16\.16 +18\.85 +21\.54$/m);
    expect(out).toMatch(/^ {2}conservative +36\.62/m);
    expect(error).toMatch(/^notice: Population!/);
    expect(await readdir(folder)).toEqual(['model.xlsx']);
  });

  test('--json prints one object with findings, and nothing else on that stream', async () => {
    const { out, status } = await say('run', model, '--json');
    const results = JSON.parse(out) as {
      schema: number;
      impact: { total: string[] };
      findings: unknown[];
      scenarios: unknown[];
    };
    expect(status).toBe(0);
    expect(results.schema).toBe(1);
    expect(results.impact.total.map(Number)).toEqual([
      expect.closeTo(5.386e6, -4),
      expect.closeTo(10.77e6, -4),
      expect.closeTo(16.16e6, -4),
      expect.closeTo(18.85e6, -4),
      expect.closeTo(21.54e6, -4),
    ]);
    expect(results.scenarios).toHaveLength(2);
  });

  test('--set and --scenario change the model that is run', async () => {
    const total = async (...more: string[]): Promise<number> =>
      Number(
        (JSON.parse((await say('run', model, '--json', ...more)).out) as { impact: { total: string[] } }).impact
          .total[0],
      );
    const base = await total();
    expect(await total('--set', 'Costs/IXA-001/All/Acquisition/drug/Unit cost=0')).toBeLessThan(0);
    expect(await total('--scenario', 'conservative')).toBeLessThan(base);
    const unknown = await say('run', model, '--scenario', 'none such');
    expect([unknown.status, unknown.out]).toEqual([2, '']);
    expect(unknown.error).toMatch(/There is no scenario none such/);
  });

  test('-o writes a copy with the results, and leaves the model as it was', async () => {
    const before = await readFile(model);
    const { status, error } = await say('run', model, '-o', at('out.xlsx'));
    expect([status, error]).toEqual([0, expect.stringContaining('Summary, Annual, Patients, Compare, Checks, Run')]);
    expect((await readFile(model)).equals(before)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['model.xlsx', 'out.xlsx']);
    const written = await (await openXlsx(await readFile(at('out.xlsx')))).read();
    const original = await (await openXlsx(before)).read();
    expect(written.tables.filter((table) => !table.name.startsWith('BIM_Out_'))).toEqual(original.tables);
    expect(written.owned.every((sheet) => sheet.stamp.includes('22 Nov 2026 18:40') && !sheet.changed)).toBe(true);
    // What was written runs again, and its results are replaced in place.
    expect((await say('run', at('out.xlsx'), '-o', at('again.xlsx'))).status).toBe(0);
    expect((await (await openXlsx(await readFile(at('again.xlsx')))).read()).sheets).toEqual(written.sheets);
  });

  test('the model is never overwritten, by whatever name it goes', async () => {
    await symlink(model, at('alias.xlsx'));
    await link(model, at('twin.xlsx'));
    const before = await readFile(model);
    for (const output of [model, `${folder}/./model.xlsx`, at('alias.xlsx'), at('twin.xlsx')]) {
      const { status, error, out } = await say('run', model, '-o', output);
      expect([status, out]).toEqual([2, '']);
      expect(error).toMatch(/is the model itself/);
    }
    expect((await readFile(model)).equals(before)).toBe(true);
  });

  test('an error in the model: status 2, the cell on stderr, nothing written', async () => {
    await spoilt('Population', 'D6', 'many');
    const { status, out, error } = await say('run', model, '-o', at('out.xlsx'));
    expect([status, out]).toEqual([2, '']);
    expect(error).toMatch(/^error: Population!D6 \(BIM_Population, /m);
    expect(await readdir(folder)).toEqual(['model.xlsx']);
    const asJson = await say('run', model, '--json');
    const object = JSON.parse(asJson.out) as { findings: { severity: string; at: { cell: string } }[] };
    expect(Object.keys(object)).toEqual(['schema', 'engine', 'findings']);
    expect(object.findings.find((finding) => finding.severity === 'error')?.at.cell).toBe('D6');
    expect(asJson.status).toBe(2);
  });

  test('text from cells cannot steer the terminal', async () => {
    await spoilt('Settings', 'B6', 'red\u009b31m\u202egnp');
    const { out, error } = await say('run', model);
    expect(out + error).toMatch(/red·31m·gnp/);
    // eslint-disable-next-line no-control-regex -- none of these may come out
    expect(out + error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect((await say('run', model, '--json')).out).toContain('red\\u009b31m\\u202egnp');
  });
});

test.each([
  ['a file that is not there', 'nothing.xlsx', null, /nothing\.xlsx cannot be read: there is no such file/],
  ['a folder', 'folder', 'folder', /is not a file/],
  ['a text named as a workbook', 'text.xlsx', 'Years,5', /is not an Excel workbook/],
])('%s: status 2 and a plain message', async (_name, name, content, message) => {
  if (content === 'folder') await mkdir(at(name));
  else if (content !== null) await writeFile(at(name), content);
  for (const args of [
    ['run', at(name)],
    ['check', at(name)],
    ['explain', at(name), 'Budget impact'],
  ]) {
    const { status, out, error } = await say(...args);
    expect([status, out]).toEqual([2, '']);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/Usage:|at .*\.ts:\d+/);
  }
  const { out } = await say('run', at(name), '--json');
  expect(JSON.parse(out)).toMatchObject({ schema: 1, findings: [{ severity: 'error', at: null }] });
});

test.each([
  ['out.csv', /must end in \.xlsx/],
  ['no/such/out.xlsx', /The folder .* does not exist/],
])('output %s is refused before anything is computed', async (name, message) => {
  const { status, error } = await say('run', model, '-o', at(name));
  expect([status, error]).toEqual([2, expect.stringMatching(message)]);
  expect(await readdir(folder)).toEqual(['model.xlsx']);
});

test('a call that cannot be understood: status 2 with the usage', async () => {
  const { status, out, error } = await say('run', model, '--fast');
  expect([status, out]).toEqual([2, '']);
  expect(error).toMatch(/--fast[^]*Usage:/);
});

test('check says what was read and what is wrong, as text and as JSON', async () => {
  const good = await say('check', model);
  expect(good.status).toBe(0);
  expect(good.out).toMatch(/^BIM_Costs: 14 rows, /m);
  await spoilt('Population', 'D6', 'many');
  const bad = await say('check', model);
  expect([bad.status, bad.error]).toEqual([2, '']);
  expect(bad.out).toMatch(/error: Population!D6[^]*: 1 error, /);
  expect(
    (JSON.parse((await say('check', model, '--json')).out) as { findings: unknown[] }).findings.length,
  ).toBeGreaterThan(0);
});

describe('value realisation', () => {
  beforeEach(async () => {
    await writeFile(model, await readFile(path.join(CASES, 'realisation', 'micro_example', 'model.xlsx')));
  });

  test('run answers in order: planned, will happen, holds back, costs, first', async () => {
    const { out } = await say('run', model);
    const titles = [
      'What was planned',
      'What will happen',
      'What holds it back, and when',
      'What that costs',
      'What to do first',
    ];
    const lines = out.split('\n');
    const places = titles.map((title) => lines.indexOf(title));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
    expect(lines).toContain('    2026  Waves not yet live 2 months, Places 10 months');
    expect(out).toContain('do not add up');
  });

  test('actions needs scenarios, and says so', async () => {
    const { status, error } = await say('actions', model, '--target', '100');
    expect([status, error]).toEqual([2, expect.stringMatching(/^realise: The workbook has no scenarios/)]);
  });

  test('explain takes realised value and starts of a month down to cells', async () => {
    const value = await say('explain', model, 'Realised value');
    expect([value.status, value.out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^Realised value = -19600 GBP/),
    ]);
    expect(value.out).toMatch(/Capacity!C4/);
    const impact = await say('explain', model, 'Realised budget impact[2026]');
    expect(impact.out).toMatch(/[A-Za-z-]+![A-Z]+\d+/);
    const tasks = await say('explain', model, 'Spending on tasks[2026]');
    expect(tasks.out).toMatch(/Roll-out!G5/);
    const starts = await say('explain', model, 'Starts by month[2026-02]');
    expect([starts.status, starts.out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Starts by month .* = 8/)]);
    expect(starts.out).toMatch(/Capacity!C4/);
  });
});

describe('explain', () => {
  test('takes a figure apart, down to cells', async () => {
    const { status, out } = await say('explain', model, 'Budget impact[2028]');
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^Budget impact \[.*2028.*\] = 16\d{6}/);
    expect(out).toMatch(/├ /);
    expect(out).toMatch(/Population![A-Z]+\d+/);
  });

  test('a figure that does not exist is a mistake, not a crash', async () => {
    const { status, out, error } = await say('explain', model, 'Nonsense');
    expect([status, out]).toEqual([2, '']);
    expect(error).toMatch(/^realise: .*Nonsense/);
  });
});

test('template makes a workbook that runs, and never writes over a file', async () => {
  expect((await say('template', at('new.xlsx'))).status).toBe(0);
  const check = await say('check', at('new.xlsx'));
  expect([check.status, check.out]).toEqual([0, expect.stringMatching(/^BIM_Model: /)]);
  expect((await say('run', at('new.xlsx'), '-o', at('results.xlsx'))).status).toBe(0);
  const before = await readFile(at('new.xlsx'));
  const again = await say('template', at('new.xlsx'));
  expect([again.status, again.error]).toEqual([2, expect.stringMatching(/exists already/)]);
  expect((await readFile(at('new.xlsx'))).equals(before)).toBe(true);
});
