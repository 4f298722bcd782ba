/**
 * A change log after Canada's Drug Agency: what changed between two workbooks, in order, with the effect of each step on the
 * impact. Steps in order add up exactly; each step alone, and the interaction, show why the order matters.
 */
import type { Decimal } from 'decimal.js';
import { valuesOf, years } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { checkEntries, readAssumptions } from '../inputs/read-assumptions';
import type { Entries } from '../inputs/entry';
import { runModel } from '../run/run-model';
import type { Snapshot } from '../workbook/workbook';
import { differences, withChanges, type RowChange, type ValueChange } from './differences';

/** One step: rows that had to change together, and what that did to the impact of all years. */
export interface Step {
  readonly rows: readonly string[];
  readonly values: readonly ValueChange[];
  /** The effect in order: after the steps before it. */
  readonly inTurn: string;
  /** The effect of this step alone on the first workbook; null where the model cannot be run with it alone. */
  readonly alone: string | null;
}

/** Start + the steps in turn = end, exactly. Start + the steps alone + interaction = end, where all can stand alone. */
export interface ChangeLog {
  readonly currency: string;
  readonly start: string;
  readonly end: string;
  readonly steps: readonly Step[];
  /** What the steps do together and not apart; null where one cannot stand alone. */
  readonly interaction: string | null;
}

/** Shares of a world sum to 1 only together. */
const TOGETHER: ReadonlySet<string> = new Set(['Uptake', 'Displacement', 'Technologies']);

/** The impact of all years; null where the inputs are refused. */
function impactOf(entries: Entries): Decimal | null {
  const { assumptions } = checkEntries(entries);
  const run = assumptions && runModel({ ...assumptions, realisation: null }).run;
  return (
    run && valuesOf(run, run.of.impact.total, [], years(run)).reduce((sum, value) => sum.plus(value), new Exact(0))
  );
}

/** Rows that must change together, in the order of the tables. */
function grouped(changes: readonly RowChange[]): readonly (readonly RowChange[])[] {
  const shares = changes.filter((change) => TOGETHER.has(change.word));
  const others = changes.filter((change) => !TOGETHER.has(change.word)).map((change) => [change]);
  return shares.length > 0 ? [...others, shares] : others;
}

/** Steps that cannot be run by themselves are taken together with those after them. */
function inOrder(before: Entries, after: Entries, groups: readonly (readonly RowChange[])[], start: Decimal) {
  const steps: { changes: readonly RowChange[]; effect: Decimal }[] = [];
  let [made, waiting, value]: [readonly RowChange[], readonly RowChange[], Decimal] = [[], [], start];
  for (const group of groups) {
    waiting = [...waiting, ...group];
    const next = impactOf(withChanges(before, after, [...made, ...waiting]));
    if (!next) continue;
    steps.push({ changes: waiting, effect: next.minus(value) });
    [made, waiting, value] = [[...made, ...waiting], [], next];
  }
  return { steps, left: waiting, value };
}

/** Compares two workbooks. Throws, with the reason, where one of them gives no figures. */
export function changeLog(before: Snapshot, after: Snapshot): ChangeLog {
  const [old, fresh] = [readAssumptions(before), readAssumptions(after)];
  const refusedIn = [old, fresh].find((reading) => !reading.assumptions);
  if (refusedIn)
    throw new Error(refusedIn.findings.find((found) => found.severity === 'error')?.message ?? 'There are no figures.');
  const [start, end] = [impactOf(old.entries), impactOf(fresh.entries)];
  if (!start || !end) throw new Error('One of the two gives no figures.');
  const groups = grouped(differences(old.entries, fresh.entries));
  const { steps, left, value } = inOrder(old.entries, fresh.entries, groups, start);
  // What is left can be run only as the new workbook itself; so is the order of its rows.
  const rest = end.minus(value);
  const all = left.length > 0 || !rest.isZero() ? [...steps, { changes: left, effect: rest }] : steps;
  const logged = all.map(({ changes, effect }): Step => {
    const alone = impactOf(withChanges(old.entries, fresh.entries, changes))?.minus(start) ?? null;
    return {
      rows:
        changes.length > 0
          ? changes.map((change) => `${change.table}: ${change.after?.address ?? change.before?.address ?? ''}`)
          : ['the order of rows'],
      values: changes.flatMap((change) => change.values),
      inTurn: effect.toFixed(),
      alone: alone && alone.toFixed(),
    };
  });
  const apart = logged.every((step) => step.alone !== null)
    ? logged.reduce((sum, step) => sum.plus(step.alone ?? 0), start)
    : null;
  return {
    currency: fresh.assumptions?.model.currency ?? '',
    start: start.toFixed(),
    end: end.toFixed(),
    steps: logged,
    interaction: apart && end.minus(apart).toFixed(),
  };
}
