/** A portfolio: models side by side as each is by itself, actions in the order of what they gain for their cost. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assess } from '../../src/assess';
import { realise } from '../../src/cli/command-line';
import type { RealisedScenario } from '../../src/engine/realisation-results';
import type { Results } from '../../src/engine/results';
import { portfolioOf } from '../../src/outputs/portfolio';
import { openXlsx } from '../../src/workbook/xlsx';
import { realisationCases } from '../published/realisation/cases';

jest.setTimeout(120_000);

const model = realisationCases.find(({ name }) => name === 'micro_example')?.workbook ?? '';
let results: Results;
beforeAll(async () => {
  const made = assess(await (await openXlsx(readFileSync(model))).read()).results;
  if (!made) throw new Error('no results');
  results = made;
});

const withActions = (name: string, ...actions: readonly (readonly [string, string, string])[]) => {
  const { realisation } = results;
  if (!realisation) throw new Error('no realisation');
  const scenarios = actions.map(([scenario, gain, cost]) => ({
    scenario,
    activity: { gain, cost, net: String(Number(gain) - Number(cost)), payback: '12' },
  })) as unknown as readonly RealisedScenario[];
  return { name, results: { ...results, realisation: { ...realisation, scenarios } } };
};

test('each model stands with its own figures', () => {
  const { models } = portfolioOf([{ name: 'micro', results }]);
  expect(models[0]).toMatchObject({
    name: 'micro',
    title: results.title,
    impact: { planned: '41000', realised: '28400' },
    starts: { planned: '120', realised: '88' },
  });
});

test('what gains most for each unit of its cost comes first, what costs nothing before all, a loss not at all', () => {
  const { actions } = portfolioOf([
    withActions('a', ['cheap', '10', '2'], ['free', '1', '0'], ['loss', '-5', '1']),
    withActions('b', ['large', '400', '100'], ['freer', '7', '0']),
  ]);
  expect(actions.map(({ action, perUnit }) => [action, perUnit])).toEqual([
    ['freer', null],
    ['free', null],
    ['cheap', '5'],
    ['large', '4'],
  ]);
});

test('a folder of workbooks on the command line: what cannot be run is named, the rest is written', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'realise-portfolio-'));
  const said = { out: '', error: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    error: (text: string) => void (said.error += text),
    now: () => new Date(2026, 10, 23),
  };
  try {
    copyFileSync(model, path.join(folder, 'micro.xlsx'));
    writeFileSync(path.join(folder, 'broken.xlsx'), 'no workbook');
    writeFileSync(path.join(folder, '~$micro.xlsx'), '');
    const output = path.join(folder, 'out.xlsx');
    expect(await realise(['portfolio', folder, '--json', '-o', output], terminal)).toBe(0);
    const made = JSON.parse(said.out) as { models: readonly { name: string }[]; left: readonly { model: string }[] };
    expect([made.models.map(({ name }) => name), made.left.map((left) => left.model)]).toEqual([
      ['micro.xlsx'],
      ['broken.xlsx'],
    ]);
    const { tables } = await (await openXlsx(readFileSync(output))).read();
    expect(tables.map(({ name }) => name)).toContain('BIM_Out_Portfolio');
    expect(await realise(['portfolio', folder, '-o', output], terminal)).toBe(2);
    expect(said.error).toContain('exists already');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
