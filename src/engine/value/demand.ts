/**
 * Demand: the starts of the plan, spread over months. Cohorts: a twelfth of the year's entrants. Stock: people on the
 * technology move in a straight line from last year's number to this year's; a rise is demand, a fall takes the same
 * fraction from those on treatment and from those who wait. Workbook contract, The plan.
 */
import { cases, constant, equal, first, max, min, one, select, zero, type Expression } from '../graph/expression';
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
  /** Fraction of those on treatment and waiting that stops in the month (stock). [world, arm, month] */
  readonly falling: Quantity;
}

export function demand(model: Model, structure: Structure, plan: Patients, at: Calendar, lever: Levers): Demand {
  const { world, arm, arms, year, assumptions, baseline } = structure;
  const { month } = at;
  const level = assumptions.realisation?.levels === true;
  const isStock = (member: number): boolean => arms[member]?.accounting === 'stock';
  const source = 'workbook contract, The plan';
  const opening = (of: Expression, otherwise: Expression): Expression =>
    cases(month, (n) => (n % 12 === 0 ? 'first month' : 'later'), { 'first month': of, later: otherwise });
  const planned = model.quantity(
    'Planned starts by month',
    'person',
    [world, arm, month],
    () => {
      const even = plan.starting.over(constant(12));
      const atOnce = opening(plan.starting, zero('person'));
      return level ? cases(arm, (member) => (isStock(member) ? 'level' : 'even'), { level: atOnce, even }) : even;
    },
    { source },
  );
  const wanted = planned.at(world, 'with');
  const shareOfMonth = model.quantity('Share of the plan in the month', '1', [arm, month], () =>
    plan.shares.share.at(world, 'with'),
  );
  const entrants = plan.eligible.at(world, 'with').over(constant(12));
  const coming = model.quantity(
    'Demand',
    'person',
    [arm, month],
    () => {
      const later = cases(arm, (member) => (isStock(member) ? 'stock' : 'cohort'), {
        stock: first(month, zero('person'), wanted.previous(month)),
        cohort: first(month, zero('person'), entrants.times(shareOfMonth.previous(month))),
      });
      return select(equal(lever.planLater, one), later, wanted);
    },
    {
      source,
      meaning: 'of the plan; where the uptake is a month later, this month’s entrants at the share of the month before',
    },
  );
  const continues = baseline && assumptions.model.baselineCohort === 'continues';
  const startsFrom = baseline ? 1 : 0;
  const lastYear = model.quantity(
    'Patients at the end of last year',
    'person',
    [world, arm, year],
    () =>
      cases(year, (period) => (period <= startsFrom && !(continues && period === 1) ? 'none' : 'last year'), {
        none: zero('person'),
        'last year': plan.staying.previous(year),
      }),
    { source },
  );
  const falling = model.quantity(
    'Fraction that stops in the month',
    '1',
    [world, arm, month],
    () => {
      const rise = plan.staying.minus(lastYear);
      const passed = level ? opening(zero(), one) : monthsPassed(at);
      const part = level ? opening(one, zero()) : one.over(constant(12));
      const before = lastYear.plus(rise.times(passed));
      const out = max(zero('person'), planned.minus(rise.times(part)));
      return cases(arm, (member) => (isStock(member) ? 'stock' : 'cohort'), {
        stock: select(equal(before, zero('person')), zero(), min(one, out.over(before))),
        cohort: zero(),
      });
    },
    { source },
  );
  return { planned, demand: coming, falling };
}

/** The part of the year that has passed when the month begins. */
const monthsPassed = ({ month }: Calendar): Expression =>
  cases(
    month,
    (n) => String(n % 12),
    Object.fromEntries(Array.from({ length: 12 }, (_, n) => [String(n), constant(n).over(constant(12))] as const)),
  );
