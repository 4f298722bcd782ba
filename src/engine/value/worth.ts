/**
 * Worth: what the plan, what is delivered and what is realised are worth: benefits in money − budget impact − cost of
 * tasks, discounted. Fenwick, Claxton & Sculpher 2008; Green Book; workbook contract, Value.
 */
import { cases, constant, one, position, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Ledger } from '../model/ledger';
import { isAll, sameName, type Structure } from '../model/structure';
import { yearsAlone } from '../model/years-alone';
import type { Outcomes } from './outcomes';

/** Planned and delivered are without the haircut, realised with it. */
export type ValueCase = 'planned' | 'delivered' | 'realised';
type ByCase = Readonly<Record<ValueCase, Quantity>>;

export interface Worth {
  /** Money of a benefit. [world, benefit, year] */
  readonly money: Quantity;
  readonly realisedMoney: Quantity;
  /** Budget impact with the cost of tasks. [year], money */
  readonly plannedImpact: Quantity;
  readonly realisedImpact: Quantity;
  /** Cash-releasing benefits of the model's payer. [year], money */
  readonly plannedCash: Quantity;
  readonly realisedCash: Quantity;
  /** [year] */
  readonly discountFactor: Quantity;
  /** Cost of tasks, discounted. money */
  readonly tasksValue: Quantity;
  /** Benefits less impact and tasks. [year], money */
  readonly byYear: ByCase;
  /** Discounted and added up. money */
  readonly value: ByCase;
  /** Cash released as realised, discounted and added up. money */
  readonly cashValue: Quantity;
}

export function worth(model: Model, structure: Structure, book: Ledger, tasks: Quantity, gained: Outcomes): Worth {
  const { world, year, assumptions } = structure;
  const { currency } = assumptions.model;
  const { benefit, benefits, rows, quantity } = gained;
  const source = 'workbook contract, Value';
  const money = model.quantity(
    'Benefit in money',
    currency,
    [world, benefit, year],
    () => quantity.times(gained.unitValue),
    { source },
  );
  const realisedMoney = model.quantity(
    'Benefit in money, realised',
    currency,
    [world, benefit, year],
    () => money.times(gained.haircut),
    { source: 'Green Book; workbook contract, BIM_Outcomes' },
  );
  const rise = (of: Quantity, to: 'with' | 'delivered'): Expression => of.at(world, to).minus(of.at(world, 'without'));
  const counts = (name: string): boolean =>
    isAll(assumptions.model.payer) || name === '' || sameName(name, assumptions.model.payer);
  const isCash = (member: number): boolean => {
    const row = rows[benefits[member]?.row ?? -1];
    return row?.class === 'cash-releasing' && counts(row.payer);
  };
  const inYear = (name: string, of: Quantity, to: 'with' | 'delivered', which: 'all' | 'cash'): Quantity =>
    model.quantity(
      name,
      currency,
      [year],
      () =>
        sum(
          cases(benefit, (member) => (which === 'all' || isCash(member) ? 'in' : 'out'), {
            in: rise(of, to),
            out: zero(),
          }),
          benefit,
        ),
      { source },
    );
  const impactOf = (name: string, to: 'with' | 'delivered'): Quantity =>
    model.quantity(name, currency, [year], () => yearsAlone(structure, rise(book.cost, to).plus(tasks)), {
      source,
    });
  const plannedImpact = impactOf('Planned budget impact with tasks', 'with');
  const realisedImpact = impactOf('Realised budget impact', 'delivered');
  const discountFactor = discounting(model, structure);
  const byYear = (name: string, gain: Quantity, cost: Quantity): Quantity =>
    model.quantity(`${name} value of the year`, currency, [year], () => gain.minus(cost), { source });
  const cases3: ByCase = {
    planned: byYear('Planned', inYear('Planned benefits', money, 'with', 'all'), plannedImpact),
    delivered: byYear('Delivered', inYear('Delivered benefits', money, 'delivered', 'all'), realisedImpact),
    realised: byYear('Realised', inYear('Realised benefits', realisedMoney, 'delivered', 'all'), realisedImpact),
  };
  const total = (name: string, of: Quantity): Quantity =>
    model.quantity(name, currency, [], () => sum(of.times(discountFactor), year), { source });
  const realisedCash = inYear('Cash released', realisedMoney, 'delivered', 'cash');
  return {
    money,
    realisedMoney,
    plannedImpact,
    realisedImpact,
    plannedCash: inYear('Cash released as planned', money, 'with', 'cash'),
    realisedCash,
    discountFactor,
    tasksValue: total('Spending on tasks, discounted', tasks),
    byYear: cases3,
    value: {
      planned: total('Planned value', cases3.planned),
      delivered: total('Delivered value', cases3.delivered),
      realised: total('Realised value', cases3.realised),
    },
    cashValue: total('Cash released, discounted', realisedCash),
  };
}

function discounting(model: Model, structure: Structure): Quantity {
  const { year, baseline, assumptions } = structure;
  const rate = model.find('Discount rate');
  if (!rate) throw new Error('worth comes after the impact');
  const shift = (baseline ? 1 : 0) + (assumptions.model.discountFrom === 'second year' ? 1 : 0);
  return model.quantity(
    'Discount factor',
    '1',
    [year],
    () => yearsAlone(structure, one.over(one.plus(rate).power(position(year).minus(constant(shift))))),
    { source: 'workbook contract, Discount from' },
  );
}
