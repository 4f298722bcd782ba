/**
 * Shares of the eligible as one measure after another takes its actual place: the plan’s later by the lag, the shape of
 * the actual ones at the planned height, the actual ones. What was not recorded keeps what the step before gives.
 */
import type { Axis } from '../graph/axis';
import { cases, constant, equal, first, less, max, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { aMonth } from '../value/calendar';
import { accountingOf, type Plan } from './plan';
import { source, type Records } from './records';
import type { Tracked } from './tracked';

/** What was recorded, by measure; null: nothing. */
export type Recorded = Readonly<Record<'eligible' | 'starts' | 'patients' | 'spend', Records | null>>;

export interface Shares {
  /** First actual less first planned month with starts; 0 where either is not known. [tracked subgroup], months */
  readonly lag: Quantity;
  /** 1 in months with starts, people on it or spending, of any subgroup. [tracked technology, month] */
  readonly covered: Quantity;
  /** People eligible, as it was. [tracked subgroup, month] */
  readonly eligible: Quantity;
  /** The plan’s share, later by the lag. [tracked subgroup, month] */
  readonly later: Quantity;
  /** The shape as it was, to the planned height. [tracked subgroup, month] */
  readonly shaped: Quantity;
  /** As it was. [tracked subgroup, month] */
  readonly real: Quantity;
}

/** How many members later: a lag of months as a number. */
export const inMonths = (lag: Expression): Expression => lag.over(aMonth);
/** 1 where something is above 0. */
export const isSome = (what: Expression): Expression => select(less(zero(), what), one, zero());

export function shares(model: Model, tracked: Tracked, month: Axis, plan: Plan, recorded: Recorded): Shares {
  const { technology, place } = tracked;
  const covered = model.quantity(
    'Month recorded',
    '1',
    [technology, month],
    () =>
      isSome(
        [recorded.starts, recorded.patients, recorded.spend].reduce<Expression>(
          (all, of) => (of ? all.plus(sum(of.known, place, technology)) : all),
          zero(),
        ),
      ),
    { source, meaning: '1 where starts, people on it or spending of any subgroup were recorded' },
  );
  const eligible = eligibleOf(model, tracked, month, plan, recorded.eligible);
  const told = actualOf(model, tracked, month, eligible, recorded);
  const [planned, reached] = [
    begun(model, 'Planned to have begun', plan.share, month),
    begun(model, 'Has begun', told.share, month),
  ];
  const lag = model.quantity(
    'Lag of the start',
    'month',
    [place],
    () => {
      const [due, since] = [sum(planned, month), sum(reached, month)];
      const late = due.minus(since).times(aMonth);
      return select(equal(due, zero()), zero(), select(equal(since, zero()), zero(), late));
    },
    { source, meaning: 'first actual less first planned month with starts; 0 where either is not known' },
  );
  const later = model.quantity(
    'Share as planned, later by the lag',
    '1',
    [place, month],
    () => plan.share.later(month, inMonths(lag)),
    { source },
  );
  const asRecorded = (name: string, of: Expression): Quantity =>
    model.quantity(name, '1', [place, month], () => select(equal(told.known, one), of, later), {
      source,
      meaning: 'where nothing was recorded, as planned, later by the lag',
    });
  const real = asRecorded('Share as it was', told.share);
  const last = month.members.at(-1) ?? '';
  const [height, top] = [
    highest(model, 'Highest planned share so far', plan.share.times(covered), [place, month]).at(month, last),
    highest(model, 'Highest share so far, as it was', real.times(covered), [place, month]).at(month, last),
  ];
  const scale = model.quantity(
    'Planned height ÷ height reached',
    '1',
    [place],
    () => select(equal(top, zero()), one, height.over(top)),
    { source, meaning: 'the highest shares of the months recorded' },
  );
  const shaped = asRecorded('Shape as it was, to the planned height', told.share.times(scale));
  return { lag, covered, eligible, later, shaped, real };
}

function eligibleOf(model: Model, tracked: Tracked, month: Axis, plan: Plan, told: Records | null): Quantity {
  if (!told) return plan.eligible;
  const inTheMonth = cases(tracked.place, accountingOf(tracked), {
    cohort: told.figure.over(constant(12)),
    stock: told.figure,
  });
  return model.quantity(
    'People eligible in the month, as it was',
    'person',
    [tracked.place, month],
    () => select(equal(told.known, one), inTheMonth, plan.eligible),
    { source },
  );
}

/** Starts (cohorts) or people on it (stock) as a share of the eligible, and where they were recorded. */
function actualOf(
  model: Model,
  tracked: Tracked,
  month: Axis,
  eligible: Quantity,
  { starts, patients }: Recorded,
): Readonly<Record<'share' | 'known', Quantity>> {
  const { place } = tracked;
  const kind = accountingOf(tracked);
  const of = (which: 'figure' | 'known'): Expression =>
    cases(place, kind, { cohort: starts?.[which] ?? zero(), stock: patients?.[which] ?? zero() });
  const whereSome = (what: Expression): Expression => select(equal(eligible, zero()), zero(), what);
  const share = model.quantity(
    'Share of the eligible, as recorded',
    '1',
    [place, month],
    () => whereSome(of('figure').over(eligible)),
    { source },
  );
  const known = model.quantity(
    'Share of the eligible: recorded or not',
    '1',
    [place, month],
    () => whereSome(of('known')),
    { source, meaning: '1 where it was' },
  );
  return { share, known };
}

/** 1 from the first month with a share on. */
function begun(model: Model, name: string, share: Quantity, month: Axis): Quantity {
  const made: Quantity = model.quantity(
    name,
    '1',
    share.block.axes,
    () => first(month, isSome(share), max(isSome(share), made.previous(month))),
    { source, meaning: '1 from the first month with a share on' },
  );
  return made;
}

function highest(model: Model, name: string, of: Expression, axes: readonly [Axis, Axis]): Quantity {
  const [, month] = axes;
  const made: Quantity = model.quantity(
    name,
    '1',
    axes,
    () => first(month, max(zero(), of), max(made.previous(month), of)),
    { source, meaning: 'of the months recorded' },
  );
  return made;
}
