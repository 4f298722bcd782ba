/** What the formulas gave at each try, held against the sums: a lamp a check, and where they part, the cell that shows it. */
import type { SumsTried } from '../../workbook/tries-sums';
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

/** The years of an answer: a live model's block may hold a baseline year before them. */
const yearsOf = (answer: readonly unknown[], count: number): readonly number[] =>
  answer.slice(-count).map((value) => (typeof value === 'number' ? value : NaN));

/** Where no number is typed, formulas may say so; only another impact is wrong. */
const differs = ({ refused, expected, scale }: Trial, got: readonly number[]): boolean =>
  !(refused && got.some(Number.isNaN)) &&
  expected.some((value, n) => !(Math.abs(value - (got[n] ?? NaN)) <= CLOSE * Math.max(scale, Math.abs(value))));

export function formulasJudged({ of, checks, trials }: Trials, { answers, held }: SumsTried): FormulasTried {
  const got = trials.map((trial, n) => yearsOf(answers[n] ?? [], trial.expected.length));
  return { of, held, lamps: checks.map((number) => lampOf(number, trials, got)) };
}

function lampOf(number: number, trials: readonly Trial[], got: readonly (readonly number[])[]): FormulaLamp {
  const mine = trials.flatMap((trial, n) => (trial.number === number ? [{ trial, values: got[n] ?? [] }] : []));
  const wrong = mine.find(({ trial, values }) => differs(trial, values));
  const verdict = mine.length === 0 ? 'does not apply' : wrong ? 'fails' : 'holds';
  return {
    number,
    verdict,
    tries: mine.length,
    changed: wrong ? changedSaid(wrong.trial) : '',
    expected: wrong ? expectedSaid(wrong.trial) : '',
    got: wrong ? shown(wrong.values) : '',
    at: wrong?.trial.typed[0] ?? null,
  };
}

const expectedSaid = ({ refused, expected }: Trial): string =>
  refused ? 'an error value: what is no number has no impact' : shown(expected);

/** Cells that are named one by one. */
const FEW = 3;

function changedSaid({ typed }: Trial): string {
  if (typed.length === 0) return 'nothing: the workbook as it stands';
  const cells = typed.slice(0, FEW).map(({ sheet, cell, value }) => `${sheet}!${cell} to ${String(value)}`);
  const more = typed.length > FEW ? ` and ${String(typed.length - FEW)} more cells` : '';
  return `typed over in a copy: ${cells.join(', ')}${more}`;
}
