/**
 * The checks on formulas, asked of whole live models: every cell that a check types over is typed over in the written
 * workbook, which is calculated here. A live model keeps them all; with a number typed over one of its formulas it does not.
 * LIVE_CHECKS names the published cases to take, as in LIVE_CHECKS=gavi,pmprb.
 */
import { formulasJudged, type FormulasTried } from '../../src/verify/formulas/judged';
import { trialsOf, type Trials } from '../../src/verify/formulas/trials';
import { columnName } from '../../src/engine/readings/live/references';
import type { Answer } from '../../src/workbook/tries-sums';
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

/** The cells of a range, row by row. */
function cellsOf(range: string): readonly (readonly string[])[] {
  const [, from = '', top = '', to = from, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
  const columns = Array.from({ length: 200 }, (_, n) => columnName(n + 1));
  const across = columns.slice(columns.indexOf(from), columns.indexOf(to) + 1);
  const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, n) => String(Number(top) + n));
  return rows.map((row) => across.map((column) => column + row));
}

/** What the checks say of the live model of a case, with some of its cells typed over. */
async function triedOn(name: string, wrong: (sheet: string, cell: string) => readonly Edit[]): Promise<FormulasTried> {
  const { snapshot, report } = await liveOf(name);
  const trials = trialsIn({ snapshot });
  const [impact] = trials.asked.answers;
  if (!impact) throw new Error('nothing to try');
  const last = cellsOf(impact.range).flat().at(-1) ?? '';
  const answers = trials.trials.map(({ typed }) => {
    const edits = [...wrong(impact.sheet, last), ...typed.map((one): Edit => [one.sheet, one.cell, one.value])];
    const cells = calculated(snapshot, report, edits);
    return trials.asked.answers.map(({ sheet, range }): Answer =>
      cellsOf(range).map((row) => row.map((cell) => cells[sheet]?.[cell] ?? null)),
    );
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
    expect(those(made, 'holds')).toEqual(expect.arrayContaining([34, 35, 50, 56, 60]));
  },
  600_000,
);

test('a live model with a number typed over its impact of the last year fails wherever that year should move', async () => {
  const made = await triedOn(CASES[0] ?? '', (sheet, cell) => [[sheet, cell, 1]]);
  expect(those(made, 'fails')).toEqual(expect.arrayContaining([2, 4, 35, 50, 56]));
}, 600_000);

test('a text in place of a number may be said or have no part in the impact, but not count as 0', async () => {
  const all = trialsIn(await liveOf(CASES[0] ?? ''));
  const { trials } = all;
  const text = trials.find(({ number }) => number === 60);
  if (!text) throw new Error('no text is tried');
  expect(text.typed.every(({ value }) => typeof value === 'string')).toBe(true);
  const lampWhere = (answer: readonly CellValue[]) =>
    formulasJudged({ ...all, checks: [60], trials: [text] }, { answers: [[[answer]]], held: 0 }).lamps[0];
  expect(lampWhere(text.expected)).toMatchObject({ number: 60, verdict: 'holds', tries: 1 });
  expect(lampWhere(text.expected.map(() => '#VALUE!'))).toMatchObject({ verdict: 'holds' });
  expect(lampWhere(text.expected.map(() => 0))).toMatchObject({
    verdict: 'fails',
    changed: expect.stringContaining(' to no number') as unknown,
    expected: 'an error value: what is no number has no impact',
  });
});
