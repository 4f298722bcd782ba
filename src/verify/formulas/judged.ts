/** What the formulas gave at each try, held against the sums: a lamp a check, and where they part, the cell that shows it. */
import type { Answer, SumsTried } from '../../workbook/tries-sums';
import type { Trial, Trials } from './trials';

/** One check on the formulas. */
export interface FormulaLamp {
  readonly number: number;
  readonly verdict: 'holds' | 'fails' | 'does not apply';
  /** How many tries it had. */
  readonly tries: number;
  /** Empty where it holds; else what was typed over, and both impacts. */
  readonly changed: string;
  readonly expected: string;
  readonly got: string;
  /** A cell that was typed over where it first fails. */
  readonly at: { readonly sheet: string; readonly cell: string } | null;
}
export interface FormulasTried {
  readonly of: Trials['of'];
  readonly lamps: readonly FormulaLamp[];
  /** Formulas that stood as their values. */
  readonly held: number;
}

/** Doubles of a spreadsheet, through some thousand cells. */
const CLOSE = 1e-9;
const DIGITS = 12;
const shown = (values: readonly number[]): string =>
  values.map((value) => Number(value.toPrecision(DIGITS))).join(', ');

/**
 * The first years of an answer: a live model's block may hold a baseline year before them, and a short horizon has fewer.
 * A column of cells is a year a cell, as a row is.
 */
function yearsOf(answer: Answer, { years }: Trials, count: number): readonly (readonly number[])[] {
  const rows = answer.every((row) => row.length === 1) && years > 1 ? [answer.flat()] : answer;
  return rows.map((row) =>
    Array.from({ length: count }, (_, n) => {
      const value = row[row.length - years + n];
      return typeof value === 'number' ? value : NaN;
    }),
  );
}

const near = (expected: readonly number[], got: readonly number[], scale: number): boolean =>
  expected.every((value, n) => Math.abs(value - (got[n] ?? NaN)) <= CLOSE * Math.max(scale, Math.abs(value)));

/** What is not as it should be, in words; null where all is. */
interface Wrong {
  readonly expected: string;
  readonly got: string;
}

/** Where no number is typed, formulas may say so; only another impact is wrong. */
function impactWrong(trials: Trials, { refused, expected, scale }: Trial, answers: readonly Answer[]): Wrong | null {
  const got = yearsOf(answers[0] ?? [], trials, expected.length)[0] ?? [];
  if ((refused && got.some(Number.isNaN)) || near(expected, got, scale)) return null;
  return {
    expected: refused ? 'an error value: what is no number has no impact' : shown(expected),
    got: shown(got),
  };
}

/** The cells of a law added up, year by year; measured against what was added up, as spreadsheets round each of it. */
function lawWrong(trials: Trials, { scale, totals }: Trial, answers: readonly Answer[], at: number): Wrong | null {
  const [law, expected = []] = [trials.laws[at], totals[at]];
  const rows = (law?.terms ?? []).flatMap(({ answer, less, row }) =>
    yearsOf(answers[answer] ?? [], trials, expected.length)
      .filter((_, n) => row === null || row === n)
      .map((values) => values.map((value) => (less ? -value : value))),
  );
  const got = expected.map((_, n) => rows.reduce((sum, row) => sum + (row[n] ?? NaN), 0));
  const largest = Math.max(0, ...rows.flat().map(Math.abs));
  if (near(expected, got, law?.money === true ? Math.max(scale, largest) : largest)) return null;
  return { expected: `${law?.what ?? ''} ${shown(expected)}`, got: shown(got) };
}

export function formulasJudged(trials: Trials, { answers, held }: SumsTried): FormulasTried {
  return { of: trials.of, held, lamps: trials.checks.map((number) => lampOf(number, trials, answers)) };
}

function lampOf(number: number, trials: Trials, answers: SumsTried['answers']): FormulaLamp {
  const laws = trials.laws.flatMap((law, at) => (law.number === number ? [at] : []));
  const mine = trials.trials.flatMap((trial, n) => {
    if (laws.length === 0 ? trial.number !== number : trial.refused) return [];
    const found = answers[n] ?? [];
    const wrong =
      laws.length === 0 ? [impactWrong(trials, trial, found)] : laws.map((at) => lawWrong(trials, trial, found, at));
    return [{ trial, wrong: wrong.find((each) => each !== null) ?? null }];
  });
  // The counter-example that changes the fewest cells.
  const failing = mine.filter(({ wrong }) => wrong !== null);
  const fewest = Math.min(...failing.map(({ trial }) => trial.typed.length));
  const first = failing.find(({ trial }) => trial.typed.length === fewest);
  return {
    number,
    verdict: mine.length === 0 ? 'does not apply' : first ? 'fails' : 'holds',
    tries: mine.length,
    changed: first ? changedSaid(first.trial) : '',
    expected: first?.wrong?.expected ?? '',
    got: first?.wrong?.got ?? '',
    at: first?.trial.typed[0] ?? null,
  };
}

/** Cells that are named one by one. */
const FEW = 3;

function changedSaid({ typed }: Trial): string {
  if (typed.length === 0) return 'nothing: the workbook as it stands';
  const cells = typed.slice(0, FEW).map(({ sheet, cell, value }) => `${sheet}!${cell} to ${String(value)}`);
  const more = typed.length > FEW ? ` and ${String(typed.length - FEW)} more cells` : '';
  return `typed over in a copy: ${cells.join(', ')}${more}`;
}
