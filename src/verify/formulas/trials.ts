/**
 * Checks on the user's own formulas: a live model of ours in the workbook, or a model of the user's whose impact has a name.
 * Each check is run on the sums first, and what it asked of them is written down: cells typed over, and the impact that came
 * of it. The same cells are then typed over in a copy of the sheets; formulas that give the same impact each time keep the
 * property, as the sums do.
 */
import type { Assumptions } from '../../engine/assumptions';
import { readAssumptions } from '../../inputs/read-assumptions';
import type { Snapshot } from '../../workbook/workbook';
import type { SumsAsked, TypedOver } from '../../workbook/tries-sums';
import { years } from '../../engine/figures';
import { CHECKS } from '../checks';
import { costOf, impactOf } from '../compare';
import { judged, verdictOf } from '../judge';
import { subjectOf, trueEngine, type Engine, type Subject } from '../subject';
import { editsBetween } from './edits';
import { oneEach, rowsNudged } from './nudges';

/** Name of the cells that hold the impact, a year each: of the user's own model, or of ours in formulas. */
const OWN = 'BIM_Own_impact';
const LIVE = 'BIM_Calc_Budget_impact';

/** Checks that can be made by typing over cells (marked X in the list of checks). 56 is the workbook as it stands. */
const OF_FORMULAS: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 10, 13, 14, 15, 16, 19, 23, 24, 25, 28, 31, 41, 42, 43, 44, 46, 49, 50, 52, 57, 60,
]);
const [AS_IT_STANDS, DEAD_INPUTS, BY_HAND, NEVER_COERCED] = [56, 50, 57, 60];
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
}
export interface Trials {
  readonly of: 'your own model' | 'the live model';
  /** Numbers of the checks that were made into tries, those without any included. */
  readonly checks: readonly number[];
  readonly asked: SumsAsked;
  readonly trials: readonly Trial[];
}

/** The range of a name that is one: "='Own sheet'!$C$9:$G$9". */
function rangeNamed({ names }: Snapshot, name: string): { readonly sheet: string; readonly range: string } | null {
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
  const { assumptions } = reading;
  if (!at || !assumptions) return null;
  const subject = verdictOf(() => subjectOf(assumptions, trueEngine, { snapshot, reading }));
  if (typeof subject === 'string') return null;
  const trials = [asItStands(subject), ...shared(tried(subject))];
  return {
    of: own ? 'your own model' : 'the live model',
    checks: [...OF_FORMULAS, AS_IT_STANDS].sort((a, b) => a - b),
    asked: { ...at, tries: trials.map(({ typed }) => typed) },
    trials,
  };
}

const figuresOf = (run: Subject['run']): Pick<Trial, 'refused' | 'expected' | 'scale'> => ({
  refused: false,
  expected: impactOf(run).map((value) => value.toNumber()),
  scale: Math.max(...costOf(run).map((value) => value.abs().toNumber()), 0),
});

const asItStands = ({ run }: Subject): Trial => ({ number: AS_IT_STANDS, typed: [], ...figuresOf(run) });

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
const textsTyped = ({ assumptions, run }: Subject): readonly Trial[] =>
  rowsNudged(assumptions).flatMap((changed): readonly Trial[] => {
    const typed = editsBetween(assumptions, changed)?.map((each) => ({ ...each, value: NO_NUMBER })) ?? [];
    return typed.length > 0 ? [{ number: NEVER_COERCED, typed, ...figuresOf(run), refused: true }] : [];
  });

/** What each check asks of the sums, where cells can be typed over for it and the years stay as they are. */
function tried(subject: Subject): readonly (readonly Trial[])[] {
  return CHECKS.filter(({ number }) => OF_FORMULAS.has(number)).map((check) => {
    const trials: Trial[] = [];
    const recording: Engine = (assumptions) => {
      const run = trueEngine(assumptions);
      const typed =
        trials.length < MOST_OF_A_CHECK && years(run).length === years(subject.run).length
          ? editsBetween(subject.assumptions, assumptions)
          : null;
      if (typed && typed.length > 0) trials.push({ number: check.number, typed, ...figuresOf(run) });
      return run;
    };
    if (judged(check, { ...subject, rerun: recording }).because !== null) return [];
    if (check.number === NEVER_COERCED) return textsTyped(subject);
    for (const changed of besides(check.number, subject)) verdictOf(() => recording(changed));
    return trials;
  });
}
