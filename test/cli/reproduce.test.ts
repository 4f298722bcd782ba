/** Seals: a run made again is the same to the last digit, and says so where it is not. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realise } from '../../src/cli/command-line';
import { openXlsx } from '../../src/workbook/xlsx';
import { partsOf, type as typeInto } from '../workbook/xlsx/bench';
import { zipped } from '../workbook/xlsx/fixture';

let folder = '';
const at = (name: string): string => path.join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'realise-seal-'));
  await writeFile(at('model.xlsx'), await readFile(path.join(__dirname, '../published/cgm_t2dm/model.xlsx')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function say(
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly out: string; readonly error: string }> {
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

test('a written workbook with a change, and a JSON, come out the same; figures that were touched do not', async () => {
  const change = 'Model/Discount rate/Value=0.05';
  await say('run', at('model.xlsx'), '-o', at('out.xlsx'), '--set', change);
  const again = await say('reproduce', at('out.xlsx'));
  expect([again.status, again.out]).toEqual([
    0,
    expect.stringMatching(/^The same, to the last digit\.[^]*Discount rate\/Value set 0\.05/),
  ]);

  const { out } = await say('run', at('model.xlsx'), '--json');
  await writeFile(at('run.json'), out);
  expect((await say('reproduce', at('run.json'), at('model.xlsx'))).status).toBe(0);

  const object = JSON.parse(out) as { readonly impact: { total: string[] } };
  object.impact.total[0] = `${object.impact.total[0] ?? ''}1`;
  await writeFile(at('run.json'), JSON.stringify(object));
  const other = await say('reproduce', at('run.json'), at('model.xlsx'));
  expect([other.status, other.out]).toEqual([
    2,
    expect.stringMatching(/Figures +different[^]*First +impact\.total\[0\]: /),
  ]);
});

test('an input that was changed since is said', async () => {
  const { out } = await say('run', at('model.xlsx'), '--json');
  await writeFile(at('run.json'), out);
  const parts = partsOf(await readFile(at('model.xlsx')));
  const { tables } = await (await openXlsx(await readFile(at('model.xlsx')))).read();
  const costs = tables.find(({ name }) => name === 'BIM_Costs');
  const column = String.fromCharCode(64 + (costs?.column ?? 0) + (costs?.headers.indexOf('Unit cost') ?? 0));
  typeInto(parts, costs?.sheet ?? '', `${column}${String((costs?.row ?? 0) + 1)}`, 1);
  await writeFile(at('model.xlsx'), zipped(parts));
  const made = await say('reproduce', at('run.json'), at('model.xlsx'));
  expect([made.status, made.out]).toEqual([2, expect.stringMatching(/^Not the same\.\n +Inputs +changed: sha256:/)]);
});

test('what has no seal is refused', async () => {
  const { status, error } = await say('reproduce', at('model.xlsx'));
  expect([status, error]).toEqual([2, expect.stringMatching(/carries no seal/)]);
});
