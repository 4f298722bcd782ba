/**
 * The checks on formulas, asked of whole live models: every cell that a check types over is typed over in the written
 * workbook, which is calculated here. A live model keeps them all; with a number typed over one of its formulas it does not.
 * LIVE_CHECKS names the published cases to take, as in LIVE_CHECKS=gavi,pmprb.
 */
import { formulasJudged, type FormulasTried } from '../../src/verify/formulas/judged';
import { trialsOf, type Trials } from '../../src/verify/formulas/trials';
import { columnName } from '../../src/engine/readings/live/references';
import type { CellValue, Report, Snapshot } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { calculated, type Edit } from './calculated';
import { modelOf, writeLive } from './written';

const CASES = (process.env.LIVE_CHECKS ?? 'bia_lecture').split(',');

/** A case with its live model. */
async function liveOf(name: string): Promise<{ readonly snapshot: Snapshot; readonly report: Report }> {
  const written = await writeLive(modelOf(name));
  if (!written) throw new Error(`${name} has no figures`);
  return { snapshot: await (await openXlsx(written.bytes)).read(), report: written.report };
}
function trialsIn({ snapshot }: { readonly snapshot: Snapshot }): Trials {
  const trials = trialsOf(snapshot);
  if (!trials) throw new Error('nothing to try');
  return trials;
}

/** What the checks say of the live model of a case, with some of its cells typed over. */
async function triedOn(name: string, wrong: (sheet: string, cell: string) => readonly Edit[]): Promise<FormulasTried> {
  const { snapshot, report } = await liveOf(name);
  const trials = trialsIn({ snapshot });
  const [, from = '', row = '', to = from] = /^([A-Z]+)(\d+)(?::([A-Z]+)\d+)?$/.exec(trials.asked.range) ?? [];
  if (from === '') throw new Error('nothing to try');
  const { sheet } = trials.asked;
  const columns = Array.from({ length: 200 }, (_, n) => columnName(n + 1));
  const asked = columns.slice(columns.indexOf(from), columns.indexOf(to) + 1).map((column) => `${column}${row}`);
  const answers = trials.trials.map(({ typed }) => {
    const edits = [...wrong(sheet, asked.at(-1) ?? ''), ...typed.map((one): Edit => [one.sheet, one.cell, one.value])];
    const cells = calculated(snapshot, report, edits)[sheet] ?? {};
    return asked.map((cell) => cells[cell] ?? null);
  });
  return formulasJudged(trials, { answers, held: 0 });
}
const those = ({ lamps }: FormulasTried, verdict: string): readonly number[] =>
  lamps.flatMap((lamp) => (lamp.verdict === verdict ? [lamp.number] : []));

test.each(CASES)(
  'the live model of %s keeps every check that cells can be typed over for',
  async (name) => {
    const made = await triedOn(name, () => []);
    expect(made.of).toBe('the live model');
    expect(made.lamps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
    expect(those(made, 'holds').length).toBeGreaterThanOrEqual(5);
    expect(those(made, 'holds')).toEqual(expect.arrayContaining([50, 56, 60]));
  },
  600_000,
);

test('a live model with a number typed over its impact of the last year fails wherever that year should move', async () => {
  const made = await triedOn(CASES[0] ?? '', (sheet, cell) => [[sheet, cell, 1]]);
  expect(those(made, 'fails')).toEqual(expect.arrayContaining([2, 4, 50, 56]));
}, 600_000);

test('a text in place of a number may be said or have no part in the impact, but not count as 0', async () => {
  const { trials } = trialsIn(await liveOf(CASES[0] ?? ''));
  const asked = { of: 'your own model' as const, checks: [60], asked: { sheet: '', range: '', tries: [] } };
  const text = trials.find(({ number }) => number === 60);
  if (!text) throw new Error('no text is tried');
  expect(text.typed.every(({ value }) => typeof value === 'string')).toBe(true);
  const lampWhere = (answer: readonly CellValue[]) =>
    formulasJudged({ ...asked, trials: [text] }, { answers: [answer], held: 0 }).lamps[0];
  expect(lampWhere(text.expected)).toMatchObject({ number: 60, verdict: 'holds', tries: 1 });
  expect(lampWhere(text.expected.map(() => '#VALUE!'))).toMatchObject({ verdict: 'holds' });
  expect(lampWhere(text.expected.map(() => 0))).toMatchObject({
    verdict: 'fails',
    changed: expect.stringContaining(' to no number') as unknown,
    expected: 'an error value: what is no number has no impact',
  });
});
