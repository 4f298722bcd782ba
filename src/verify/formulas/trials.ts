/**
 * Checks on the user's own formulas: a live model of ours in the workbook, or a model of the user's whose impact has a name.
 * Each check is run on the sums first, and what it asked of them is written down: cells typed over, and the impact that came
 * of it. The same cells are then typed over in a copy of the sheets; formulas that give the same impact each time keep the
 * property, as the sums do.
 */
import type { Assumptions, Given } from '../../engine/assumptions';
import { readAssumptions } from '../../inputs/read-assumptions';
import { settingReader } from '../../inputs/settings';
import { HORIZON } from '../../inputs/tables/model';
import type { Snapshot } from '../../workbook/workbook';
import type { AnswerAt, SumsAsked, TypedOver } from '../../workbook/tries-sums';
import { years, type Run } from '../../engine/figures';
import { CHECKS } from '../checks';
import { costOf, impactOf, type Figures } from '../compare';
import { judged, verdictOf } from '../judge';
import { subjectOf, trueEngine, type Engine, type Subject } from '../subject';
import { editsBetween } from './edits';
import { lawsOf, type AskedLaw } from './laws';
import { oneEach, rowsNudged } from './nudges';

/** Name of the cells that hold the impact, a year each: of the user's own model, or of ours in formulas. */
const OWN = 'BIM_Own_impact';
const LIVE = 'BIM_Calc_Budget_impact';

/** Checks that can be made by typing over cells (marked X in the list of checks). 56 is the workbook as it stands. */
const OF_FORMULAS: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 9, 10, 13, 14, 15, 16, 19, 23, 24, 25, 28, 31, 41, 42, 43, 44, 46, 49, 50, 52, 57, 60,
]);
const FROM_GROSS_TO_NET = 36;
/** Checks of parts and totals, asked at every try of cells that have names. */
export const OF_PARTS: ReadonlySet<number> = new Set([32, 33, 34, 35, FROM_GROSS_TO_NET]);
const [AS_IT_STANDS, DEAD_INPUTS, BY_HAND, NEVER_COERCED, SHORTER_HORIZON] = [56, 50, 57, 60, 9];
/** What is typed in place of a number. */
const NO_NUMBER = 'no number';
/** Tries of one check, and of all: each is a calculation of the workbook. */
const [MOST_OF_A_CHECK, MOST] = [12, 160];

/** One try: the check it belongs to, the cells, and the impact of each year by the sums. */
export interface Trial {
  readonly number: number;
  /** What is typed is no number, which the sums refuse: `expected` is the impact as it stands, and no other may come of it. */
  readonly refused: boolean;
  readonly typed: readonly TypedOver[];
  readonly expected: readonly number[];
  /** The largest cost of the try: what differences are measured against. */
  readonly scale: number;
  /** What must come of each law, year by year. */
  readonly totals: readonly (readonly number[])[];
}
export interface Trials {
  readonly of: 'your own model' | 'the live model';
  /** Numbers of the checks that were made into tries, those without any included. */
  readonly checks: readonly number[];
  /** The impact is the first answer. */
  readonly asked: SumsAsked;
  /** Years of the model: the last columns of every answer. */
  readonly years: number;
  /** What is asked of parts and totals at every try. */
  readonly laws: readonly AskedLaw[];
  readonly trials: readonly Trial[];
}

/** The range of a name that is one: "='Own sheet'!$C$9:$G$9". */
function rangeNamed({ names }: Snapshot, name: string): AnswerAt | null {
  const refersTo = names.find((each) => each.name.toLowerCase() === name.toLowerCase())?.refersTo ?? '';
  const found = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i.exec(refersTo);
  const sheet = found?.[1]?.replaceAll("''", "'") ?? found?.[2];
  return found?.[3] === undefined || sheet === undefined ? null : { sheet, range: found[3].replaceAll('$', '') };
}

/** Whether the workbook holds formulas whose answer is known. */
export const hasFormulas = (snapshot: Snapshot): boolean =>
  [OWN, LIVE].some((name) => rangeNamed(snapshot, name) !== null);

/** What to try; null where no cells of the workbook hold an impact, or the model gives no figures. */
export function trialsOf(snapshot: Snapshot): Trials | null {
  const own = rangeNamed(snapshot, OWN);
  const at = own ?? rangeNamed(snapshot, LIVE);
  const reading = readAssumptions(snapshot);
  const { assumptions, entries } = reading;
  if (!at || !assumptions) return null;
  const subject = verdictOf(() => subjectOf(assumptions, trueEngine, { snapshot, reading }));
  if (typeof subject === 'string') return null;
  const { laws, answers, totals } = lawsOf(own ? 'own' : 'live', partsAsked(subject), (name) =>
    rangeNamed(snapshot, name),
  );
  const making: Making = { subject, years: settingReader(entries).given(HORIZON.years), figures: figuresOf(totals) };
  const trials = [asItStands(making), ...shared(tried(making))];
  return {
    of: own ? 'your own model' : 'the live model',
    checks: [...OF_FORMULAS, ...OF_PARTS, AS_IT_STANDS].sort((a, b) => a - b),
    asked: { answers: [at, ...answers], tries: trials.map(({ typed }) => typed) },
    years: years(subject.run).length,
    laws,
    trials,
  };
}

/** Checks of parts and totals that apply: the sums may have neither prices nor agreements where formulas have rebates. */
const partsAsked = (subject: Subject): readonly number[] =>
  CHECKS.filter((check) => OF_PARTS.has(check.number))
    .filter((check) =>
      check.number === FROM_GROSS_TO_NET
        ? subject.assumptions.model.money === null
        : judged(check, subject).because === null,
    )
    .map(({ number }) => number);

/** What tries are made from: the model, the cell of its years, and what must come of a run. */
interface Making {
  readonly subject: Subject;
  readonly years: Given | null;
  readonly figures: (run: Run) => Pick<Trial, 'refused' | 'expected' | 'scale' | 'totals'>;
}

const numbers = (figures: Figures): readonly number[] => figures.map((value) => value.toNumber());
const figuresOf =
  (totals: (run: Run) => readonly Figures[]): Making['figures'] =>
  (run) => ({
    refused: false,
    expected: numbers(impactOf(run)),
    scale: Math.max(...numbers(costOf(run)).map(Math.abs), 0),
    totals: totals(run).map(numbers),
  });

const asItStands = ({ subject, figures }: Making): Trial => ({
  number: AS_IT_STANDS,
  typed: [],
  ...figures(subject.run),
});

/** As many as there is room for: the first of every check before the second of any. */
function shared(tries: readonly (readonly Trial[])[]): readonly Trial[] {
  const turns = Array.from({ length: MOST_OF_A_CHECK }, (_, turn) => tries.flatMap((of) => of[turn] ?? []));
  return turns.flat().slice(0, MOST - 1);
}

/** Changes made for the formulas' sake, of a check that asks the sums for none. */
function besides(number: number, { assumptions, run }: Subject): readonly Assumptions[] {
  if (number === DEAD_INPUTS) return rowsNudged(assumptions);
  return number === BY_HAND ? oneEach(run) : [];
}

/** A text in place of a number of each row (check 60). */
const textsTyped = ({ subject: { assumptions, run }, figures }: Making): readonly Trial[] =>
  rowsNudged(assumptions).flatMap((changed): readonly Trial[] => {
    const typed = editsBetween(assumptions, changed)?.map((each) => ({ ...each, value: NO_NUMBER })) ?? [];
    return typed.length > 0 ? [{ number: NEVER_COERCED, typed, ...figures(run), refused: true }] : [];
  });

/** The cells that make a model another; fewer years are typed for their own check alone. Null where no cells do. */
function typedOver({ subject, years: cell }: Making, number: number, run: Run): readonly TypedOver[] | null {
  const { assumptions } = run.of.structure;
  if (years(run).length === years(subject.run).length) return editsBetween(subject.assumptions, assumptions);
  if (number !== SHORTER_HORIZON || cell === null || cell.inText === true) return null;
  return [{ sheet: cell.at.sheet, cell: cell.at.cell, value: assumptions.model.years }];
}

/** What each check asks of the sums, where cells can be typed over for it. */
function tried(making: Making): readonly (readonly Trial[])[] {
  const { subject, figures } = making;
  return CHECKS.filter(({ number }) => OF_FORMULAS.has(number)).map((check) => {
    const trials: Trial[] = [];
    const recording: Engine = (assumptions) => {
      const run = trueEngine(assumptions);
      const typed = trials.length < MOST_OF_A_CHECK ? typedOver(making, check.number, run) : null;
      if (typed && typed.length > 0) trials.push({ number: check.number, typed, ...figures(run) });
      return run;
    };
    if (judged(check, { ...subject, rerun: recording }).because !== null) return [];
    if (check.number === NEVER_COERCED) return textsTyped(making);
    for (const changed of besides(check.number, subject)) verdictOf(() => recording(changed));
    return trials;
  });
}
