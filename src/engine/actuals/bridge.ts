/**
 * The bridge from plan to actual: each step is the change of patient-years at the planned average price, then price and
 * mix. They add up exactly to actual − planned. Workbook contract, BIM_Actuals.
 */
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, equal, one, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { BY_PEOPLE, type People } from './people';
import { source, type Records } from './records';
import type { Tracked } from './tracked';

/** From planned to actual, in order; the first six are those of patient-years. */
export const BRIDGE_PARTS: readonly string[] = [...BY_PEOPLE, 'price', 'mix', 'actual'];

export interface Bridge {
  readonly step: Axis;
  /** Planned, each step, actual. [tracked technology, step of the bridge, year], money */
  readonly amount: Quantity;
}

interface Rooms {
  readonly month: Axis;
  readonly year: Axis;
  readonly money: string;
  /** Planned spending for a patient-year. [tracked subgroup, year] */
  readonly price: Quantity;
  readonly people: People;
  readonly spend: Records | null;
}

export function bridge(model: Model, tracked: Tracked, rooms: Rooms): Bridge {
  const { money, year, price, people } = rooms;
  const { technology, place } = tracked;
  const total = (name: string, of: Quantity, meaning: string): Quantity =>
    model.quantity(name, money, [technology, year], () => sum(of.times(price), place, technology), { source, meaning });
  const after = (step: (typeof BY_PEOPLE)[number]): Quantity => people.patientYears.at(people.step, step);
  const together = model.quantity(
    'Patient-years of the months recorded, of the technology',
    'person',
    [technology, people.step, year],
    () => sum(people.patientYears, place, technology),
    { source },
  );
  const planned = total('Planned spending of the months recorded', after('planned'), 'undiscounted');
  const priced = total('Actual patient-years at planned prices', after('persistence'), 'of the months recorded');
  const plannedYears = together.at(people.step, 'planned');
  const average = model.quantity(
    'Planned average price of a patient-year',
    `${money}/person`,
    [technology, year],
    () => select(equal(plannedYears, zero()), zero(), planned.over(plannedYears)),
    { source },
  );
  const actual = spentOf(model, tracked, rooms);
  const step = axis('step of the bridge', BRIDGE_PARTS);
  const own = BRIDGE_PARTS.map((part) => people.step.members.indexOf(part));
  step.belongsTo(people.step, own);
  const before = link(
    'before the step',
    step,
    people.step,
    own.map((n) => Math.max(-1, n - 1)),
  );
  const kind = (n: number): string => (n > 0 && (own[n] ?? -1) > 0 ? 'people' : (BRIDGE_PARTS[n] ?? ''));
  const amount = model.quantity(
    'Bridge from plan to actual',
    money,
    [technology, step, year],
    () =>
      cases(step, kind, {
        planned,
        people: together.minus(together.via(before)).times(average),
        price: actual.minus(priced),
        mix: priced.minus(together.at(people.step, 'persistence').times(average)),
        actual,
      }),
    { source, meaning: 'spending of the months recorded, undiscounted; planned and the steps add up to actual' },
  );
  return { step, amount };
}

/** What was spent in the months recorded; where nothing was, patients at the planned price. [tracked technology, year] */
function spentOf(
  model: Model,
  { technology, place }: Tracked,
  { month, year, money, price, people, spend }: Rooms,
): Quantity {
  const atPlan = people.counted.at(people.step, 'persistence').over(constant(12)).times(price);
  const inMonth = model.quantity(
    'Spending in the month recorded',
    money,
    [place, month],
    () => (spend ? select(equal(spend.known, one), spend.figure, atPlan) : atPlan),
    { source, meaning: 'as recorded, else people as they were at the planned price' },
  );
  const inYear = model.quantity(
    'Spending of the months recorded, in the subgroup',
    money,
    [place, year],
    () => sum(inMonth, month, year),
    { source },
  );
  return model.quantity(
    'Spending of the months recorded',
    money,
    [technology, year],
    () => sum(inYear, place, technology),
    { source },
  );
}
