/**
 * Budget impact: cost with the new technology less cost without it, each year, undiscounted; cumulative and
 * discounted beside it. Sullivan et al., Value in Health 2014;17:5–14.
 */
import { link } from '../graph/axis';
import { cases, constant, equal, one, position, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Ledger } from './ledger';
import { isAll, sameName, type Structure } from './structure';

export interface Impact {
  /** [year], money, of the model's payer; the baseline year is 0. */
  readonly total: Quantity;
  readonly byCategory: Quantity;
  readonly bySubgroup: Quantity;
  /** Every named payer, whoever the model's is. */
  readonly byPayer: Quantity;
  readonly cumulative: Quantity;
  readonly discountedByYear: Quantity;
  /** One figure. */
  readonly discounted: Quantity;
  /** Per member and month; null without Members. */
  readonly pmpm: Quantity | null;
  /** Per member and year; null without Members. */
  readonly pmpy: Quantity | null;
  /** Impact ÷ people on the new technologies; 0 where nobody is on them. [year] */
  readonly perTreated: Quantity;
  /** Impact ÷ cost without; 0 where nothing is spent. [year] */
  readonly ofBudget: Quantity;
  /** Budget impact of what is spent on each technology. [technology, year] */
  readonly byTechnology: Quantity;
  /** The limit of the affordability test; null without one. */
  readonly threshold: Quantity | null;
  /** People on the new technologies. [year] */
  readonly onNew: Quantity;
}

export function impact(model: Model, structure: Structure, ledger: Ledger, onTechnology: Quantity): Impact {
  const { world, subgroup, technology, year, assumptions, baseline, arm, arms } = structure;
  const money = assumptions.model.currency;
  const source = 'Sullivan 2014';
  // In a baseline year both worlds are `without`, whatever a row names.
  const difference = (of: Quantity): Expression => {
    const change = of.at(world, 'with').minus(of.at(world, 'without'));
    return baseline
      ? cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: zero(), year: change })
      : change;
  };
  const { entry, entries, amount, payer, category } = ledger;
  const total = model.quantity('Budget impact', money, [year], () => difference(ledger.cost), { source });
  const byCategory = model.quantity(
    'Budget impact by category',
    money,
    [category, year],
    () => difference(ledger.byCategory),
    { source },
  );
  const counts = (name: string): boolean =>
    isAll(assumptions.model.payer) || name === '' || sameName(name, assumptions.model.payer);
  const counted = link(
    'world, payer of the model',
    entry,
    world,
    entries.map((at) => (counts(at.payer) ? at.world : -1)),
  );
  const subgroupCost = model.quantity(
    'Cost by subgroup',
    money,
    [world, subgroup, year],
    () => sum(amount, entry, counted, subgroup),
    { source: 'sum over the ledger' },
  );
  const bySubgroup = model.quantity(
    'Budget impact by subgroup',
    money,
    [subgroup, year],
    () => difference(subgroupCost),
    { source },
  );
  const unnamed = link(
    'world, no payer named',
    entry,
    world,
    entries.map((at) => (at.payer === '' ? at.world : -1)),
  );
  const sharedCost = model.quantity('Cost for every payer', money, [world, year], () => sum(amount, entry, unnamed), {
    source: 'sum over the ledger; of costs without a payer',
  });
  const payerCost = model.quantity(
    'Cost by payer',
    money,
    [world, payer, year],
    () => sum(amount, entry, world, payer).plus(sharedCost),
    { source: 'sum over the ledger; a cost without a payer counts for every payer' },
  );
  const byPayer = model.quantity('Budget impact by payer', money, [payer, year], () => difference(payerCost), {
    source,
  });
  const before: Quantity = model.quantity(
    'Cumulative budget impact',
    money,
    [year],
    () =>
      cases(year, (period) => (period === 0 ? 'first' : 'later'), {
        first: total,
        later: total.plus(before.previous(year)),
      }),
    { source },
  );
  const rate = model.input('Discount rate', '1', [], [assumptions.model.discountRate], new Exact(0));
  const shift = (baseline ? 1 : 0) + (assumptions.model.discountFrom === 'second year' ? 1 : 0);
  const discountedByYear = model.quantity(
    'Discounted budget impact by year',
    money,
    [year],
    () => {
      const value = total.over(one.plus(rate).power(position(year).minus(constant(shift))));
      return baseline
        ? cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: zero(), year: value })
        : value;
    },
    { source: 'workbook contract, Discount from' },
  );
  const discounted = model.quantity('Discounted budget impact', money, [], () => sum(discountedByYear, year), {
    source: 'workbook contract, Discount from',
  });
  const { members } = assumptions.model;
  const people = members ? model.input('Members', '1', [], [members], new Exact(1)) : null;
  const pmpm = people
    ? model.quantity('Budget impact per member per month', money, [year], () => total.over(people).over(constant(12)), {
        source: 'workbook contract, Members',
      })
    : null;
  const isNew = link(
    'new technologies',
    arm,
    subgroup,
    arms.map((at) => (at.role === 'new' ? at.subgroup : -1)),
  );
  const bySubgroupNew = model.quantity(
    'People on new technologies by subgroup',
    'person',
    [subgroup, year],
    () => sum(onTechnology.at(world, 'with'), arm, isNew),
    { source: 'workbook contract, What comes back' },
  );
  const onNew = model.quantity('People on new technologies', 'person', [year], () => sum(bySubgroupNew, subgroup), {
    source: 'workbook contract, What comes back',
  });
  const pmpy = pmpm
    ? model.quantity('Budget impact per member per year', money, [year], () => pmpm.times(constant(12)), {
        source: 'workbook contract, Members',
      })
    : null;
  const perTreated = model.quantity(
    'Budget impact per treated patient',
    `${money}/person`,
    [year],
    () => select(equal(onNew, zero()), zero(), total.over(onNew)),
    { source },
  );
  const spentWithout = ledger.cost.at(world, 'without');
  const ofBudget = model.quantity(
    'Budget impact as a part of the cost without',
    '1',
    [year],
    () => select(equal(spentWithout, zero()), zero(), total.over(spentWithout)),
    { source },
  );
  const technologyCost = model.quantity(
    'Cost by technology',
    money,
    [world, technology, year],
    () => sum(amount, entry, counted, technology),
    { source: 'sum over the ledger' },
  );
  const byTechnology = model.quantity(
    'Budget impact by technology',
    money,
    [technology, year],
    () => difference(technologyCost),
    { source },
  );
  const limit = assumptions.model.testThreshold;
  const threshold = limit ? model.input('Test threshold', money, [], [limit], new Exact(0)) : null;
  return {
    pmpy,
    perTreated,
    ofBudget,
    byTechnology,
    threshold,
    total,
    byCategory,
    bySubgroup,
    byPayer,
    cumulative: before,
    discounted,
    discountedByYear,
    pmpm,
    onNew,
  };
}
