/** A planted mistake: a figure of a copy made wrong in memory, as in published models, to see which check notices. */
import type { Decimal } from 'decimal.js';
import type { Assumptions } from '../engine/assumptions';
import { valuesOf, years, type Run } from '../engine/figures';
import { membersIn } from '../engine/graph/axis';
import type { Quantity } from '../engine/graph/quantity';
import type { Replacements } from '../engine/readings/exact';
import { ExactRun } from '../engine/readings/exact';
import type { Check } from './check';
import { judged, verdictOf } from './judge';
import { refused, subjectOf, type Engine, type Subject } from './subject';

/** A kind of mistake, and how it is made in a run. `base` is the model as typed, whose figures are typed over formulas. */
export interface Mistake {
  readonly name: string;
  /** The step of the model in which it is made. */
  readonly step: 'people' | 'uptake' | 'prices' | 'costs' | 'impact';
  readonly plant: (run: Run, base: Run) => Replacements | null;
}

/** What came of it: noticed by a check, missed, or without effect on this model. */
export interface Planted {
  readonly name: string;
  readonly step: Mistake['step'];
  readonly outcome: 'noticed' | 'missed' | 'no effect';
  /** The number of the check that noticed it first. */
  readonly by: number | null;
}

/** The figures of a block with some of them made wrong. `members` are those of its axes. */
export function altered(
  run: Run,
  quantity: Quantity,
  wrong: (value: Decimal, members: readonly number[]) => Decimal,
): Replacements {
  const { axes } = quantity.block;
  const values = run.exact.block(quantity).map((value, cell) => wrong(value, membersIn(axes, cell)));
  return new Map([[quantity.block, values]]);
}

/** The sums with a mistake in them. */
export const wrongEngine =
  (mistake: Mistake, right: Engine, base: Run): Engine =>
  (assumptions: Assumptions) => {
    const run = right(assumptions);
    const replacements = mistake.plant(run, base);
    if (!replacements) return run;
    const exact = new ExactRun();
    exact.replace(replacements);
    return { ...run, exact };
  };

/** Everything that a reader of the results sees of the plan. */
const shownFigures = (run: Run): readonly Decimal[] => {
  const { impact, ledger, onTechnology, patients } = run.of;
  return [
    ...valuesOf(run, impact.total, [], years(run)),
    ...valuesOf(run, impact.cumulative, [], years(run)),
    run.exact.at(impact.discounted, []),
    ...[
      ledger.cost,
      ledger.byCategory,
      impact.byCategory,
      impact.bySubgroup,
      impact.byPayer,
      onTechnology,
      patients.eligible,
    ].flatMap((quantity) => run.exact.block(quantity)),
  ];
};

const sameFigures = (one: Run, other: Run): boolean => {
  const [a, b] = [shownFigures(one), shownFigures(other)];
  return a.every((value, n) =>
    value
      .minus(b[n] ?? 0)
      .abs()
      .lte(value.abs().times('1e-12')),
  );
};

/** Plants one mistake and looks for the first check that no longer holds. */
export function plantOne(mistake: Mistake, subject: Subject, witnesses: readonly Check[]): Planted {
  const { name, step } = mistake;
  const engine = wrongEngine(mistake, subject.rerun, subject.run);
  const made = verdictOf(() => subjectOf(subject.assumptions, engine, subject.source));
  if (typeof made === 'string' || sameFigures(subject.run, made.run))
    return { name, step, outcome: 'no effect', by: null };
  if (refused(made.run)) return { name, step, outcome: 'noticed', by: 32 };
  const witness = witnesses.find((check) => judged(check, made).failure !== null);
  return { name, step, outcome: witness ? 'noticed' : 'missed', by: witness?.number ?? null };
}
