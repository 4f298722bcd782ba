/**
 * Demand: the starts of the plan, spread over months. Cohorts: a twelfth of the year's entrants. Stock: people on the
 * technology move in a straight line from last year's number to this year's; a rise is demand, a fall takes the same
 * fraction from those on treatment and from those who wait. Workbook contract, The plan.
 */
import {
  cases,
  constant,
  equal,
  first,
  max,
  min,
  one,
  position,
  select,
  zero,
  type Expression,
} from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Levers } from './levers';

export interface Demand {
  /** Starts as planned. [world, arm, month], people */
  readonly planned: Quantity;
  /** Those who come forward for a technology. [arm, month], people */
  readonly demand: Quantity;
  /** Fraction of those on treatment that stops in the month as planned (stock). [world, arm, month] */
  readonly falling: Quantity;
  /** Fraction of those on treatment and waiting that stops in the month in what is delivered. [arm, month] */
  readonly thinning: Quantity;
}

export function demand(model: Model, structure: Structure, plan: Patients, at: Calendar, lever: Levers): Demand {
  const { world, arm, arms, year, assumptions, baseline } = structure;
  const { month } = at;
  const level = assumptions.realisation?.levels === true;
  const isStock = (member: number): boolean => arms[member]?.accounting === 'stock';
  const source = 'workbook contract, The plan';
  const opening = (of: Expression, otherwise: Expression): Expression =>
    cases(month, (n) => (n % 12 === 0 ? 'first month' : 'later'), { 'first month': of, later: otherwise });
  /** In a potential the stock of the plan stands at the level of each year; `without` is the same in every case. */
  const inLevels = ({ level: atOnce, even }: Readonly<Record<'level' | 'even', Expression>>): Expression =>
    level
      ? cases(world, (member) => (member === 0 ? 'without' : 'plan'), {
          without: even,
          plan: cases(arm, (member) => (isStock(member) ? 'level' : 'even'), { level: atOnce, even }),
        })
      : even;
  const planned = model.quantity(
    'Planned starts by month',
    'person',
    [world, arm, month],
    () => {
      const even = plan.starting.over(constant(12));
      const atOnce = opening(plan.starting, zero());
      return inLevels({ level: atOnce, even });
    },
    { source },
  );
  const wanted = planned.at(world, 'with');
  const shareOfMonth = model.quantity(
    'Share of the plan in the month',
    '1',
    [arm, month],
    () => plan.shares.share.at(world, 'with'),
    { source: 'workbook contract, The plan' },
  );
  const before = plan.shares.share.at(world, 'without');
  const entrants = plan.eligible.at(world, 'with').over(constant(12));
  const coming = model.quantity(
    'Demand',
    'person',
    [arm, month],
    () => {
      const later = cases(arm, (member) => (isStock(member) ? 'stock' : 'cohort'), {
        stock: first(month, zero(), wanted.previous(month)),
        cohort: entrants.times(first(month, before, shareOfMonth.previous(month))),
      });
      return select(equal(lever.planLater, one), later, wanted);
    },
    {
      source,
      meaning:
        'of the plan; where the uptake is a month later, this month’s entrants at the share of the month before, in the first month at the share without the plan',
    },
  );
  const continues = baseline && assumptions.model.baselineCohort === 'continues';
  const startsFrom = baseline ? 1 : 0;
  const lastYear = model.quantity(
    'On the technology at the end of last year',
    'person',
    [world, arm, year],
    () =>
      cases(year, (period) => (period <= startsFrom && !(continues && period === 1) ? 'none' : 'last year'), {
        none: zero(),
        'last year': plan.treated.previous(year),
      }),
    { source, meaning: 'before discontinuation, as starts are' },
  );
  const falling = model.quantity(
    'Fraction that stops in the month',
    '1',
    [world, arm, month],
    () => {
      const rise = plan.treated.minus(lastYear);
      const passed = inLevels({ level: opening(zero(), one), even: monthsPassed(at, structure) });
      const part = inLevels({ level: opening(one, zero()), even: one.over(constant(12)) });
      const held = lastYear.plus(rise.times(passed));
      const out = max(zero(), planned.minus(rise.times(part)));
      return cases(arm, (member) => (isStock(member) ? 'stock' : 'cohort'), {
        stock: select(equal(held, zero()), zero(), min(one, out.over(held))),
        cohort: zero(),
      });
    },
    { source },
  );
  const thinning = model.quantity(
    'Fraction that stops in the month, as delivered',
    '1',
    [arm, month],
    () => {
      const inPlan = falling.at(world, 'with');
      return select(equal(lever.planLater, one), first(month, zero(), inPlan.previous(month)), inPlan);
    },
    { source, meaning: 'of the plan; where the uptake is a month later, a fall comes a month later too' },
  );
  return { planned, demand: coming, falling, thinning };
}

/** The part of the year that has passed when the month begins. */
function monthsPassed({ month }: Calendar, { year, baseline }: Structure): Expression {
  const yearsPassed = position(year).minus(constant(baseline ? 2 : 1));
  return position(month)
    .minus(one)
    .minus(yearsPassed.times(constant(12)))
    .over(constant(12));
}
