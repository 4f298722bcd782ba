/**
 * What is coming: expected and unweighted cost of a register of technologies, how far the expected cost may be missed, and
 * what the budget does not provide for. Launches are independent. Workbook contract, BIM_Horizon.
 */
import { axis, type Axis } from '../graph/axis';
import { cases, constant, equal, max, one, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Register } from '../horizon-assumptions';
import { typedYears } from '../model/series';
import { distinct, type Structure } from '../model/structure';
import { yearsAlone } from '../model/years-alone';
import { Exact } from '../readings/decimals';
import { launches, type Launches } from './launches';
import { likelyDate, markets, type Markets } from './markets';

/** Figures of all technologies together; of a register in which every group can be written out. */
interface Together {
  /** [year], money */
  readonly expected: Quantity;
  readonly deviation: Quantity;
  /** Expected cost above the room; null where no room is given. [year], money */
  readonly unprovided: Quantity | null;
}

export interface Coming {
  readonly launches: Launches;
  readonly markets: Markets;
  /** Technologies whose market is written out. */
  readonly counted: Axis;
  /** [counted technology, year], money */
  readonly expected: Quantity;
  /** If all launch when they are most likely to. [technology, year], money */
  readonly ifAll: Quantity;
  /** The same of all technologies. [year], money */
  readonly unweighted: Quantity;
  /** Independent groups, those written out. */
  readonly market: Axis;
  /** [market, year], money² */
  readonly variance: Quantity;
  /** Null where no room is given. [year], money */
  readonly room: Quantity | null;
  readonly together: Together | null;
}

const source = 'workbook contract, BIM_Horizon';

export function coming(model: Model, structure: Structure, register: Register): Coming {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const what = launches(model, structure, register);
  const shared = markets(model, structure, what);
  const { counted, market } = written(what, shared);
  const expected = model.quantity(
    'Expected cost of the technology',
    money,
    [counted, year],
    () => sum(what.cost.times(shared.expected), what.date, counted),
    { source, meaning: 'by the chance of each date, its market shared with whoever else launches' },
  );
  const likely = likelyDate(what);
  const ifAll = model.quantity(
    'Cost of the technology if all launch',
    money,
    [what.item, year],
    () => what.cost.via(likely).times(shared.ifAll),
    { source, meaning: 'each at its most likely date' },
  );
  const unweighted = model.quantity('Cost if all launch', money, [year], () => sum(ifAll, what.item), { source });
  const variance = varianceOf(model, structure, { what, shared, counted, market, expected });
  const room = roomOf(model, structure, register);
  const whole = shared.groups.every((group) => group.written);
  const together = whole ? togetherOf(model, structure, { counted, market, expected, variance, room }) : null;
  return { launches: what, markets: shared, counted, expected, ifAll, unweighted, market, variance, room, together };
}

/** Technologies and markets that are written out, linked to the dates and combinations they are made of. */
function written(
  { item, date, dates }: Launches,
  { groups, outcomes, outcome }: Markets,
): Pick<Coming, 'counted' | 'market'> {
  const kept = groups.filter((group) => group.written);
  const members = item.members.flatMap((_, n) => (kept.some((group) => group.members.includes(n)) ? [n] : []));
  const whole = members.length === item.size;
  const counted = whole
    ? item
    : axis(
        'technology of a market that is written out',
        members.map((n) => item.members[n] ?? ''),
      );
  if (!whole) {
    counted.belongsTo(item, members);
    date.belongsTo(
      counted,
      dates.map((at) => members.indexOf(at.item)),
    );
  }
  const marketOf = (member: number): number => kept.findIndex((group) => group.members.includes(member));
  const market = axis(
    'market',
    distinct(kept.map((group) => group.members.map((n) => item.members[n] ?? '').join(', '))),
  );
  counted.belongsTo(market, members.map(marketOf));
  date.belongsTo(
    market,
    dates.map((at) => marketOf(at.item)),
  );
  outcome.belongsTo(
    market,
    outcomes.map((of) => marketOf(groups[of.group]?.members[0] ?? -1)),
  );
  return { counted, market };
}

type Spread = Pick<Coming, 'counted' | 'market' | 'expected'> & { readonly what: Launches; readonly shared: Markets };

/** Mean square of the distance from the mean: of one technology over its dates, of several over their combinations. */
function varianceOf(
  model: Model,
  { year, assumptions }: Structure,
  { what, shared, counted, market, expected }: Spread,
): Quantity {
  const money = assumptions.model.currency;
  const kept = shared.groups.filter((group) => group.written);
  const isAlone = (member: number): boolean => kept[member]?.members.length === 1;
  const alone = (member: number): string => (isAlone(member) ? 'alone' : 'shared');
  const mean = model.quantity(
    'Expected cost of the market',
    money,
    [market, year],
    () =>
      cases(market, alone, {
        alone: sum(expected, counted, market),
        shared: sum(shared.chance.times(shared.cost), shared.outcome, market),
      }),
    { source },
  );
  const { date, dateChance, never, cost } = what;
  const far = (name: string, of: Quantity, along: Axis, is: (member: number) => boolean): Quantity =>
    model.quantity(
      name,
      money,
      [along, year],
      () => cases(along, (n) => (is(n) ? 'counted' : 'not'), { counted: of.minus(mean), not: zero() }),
      { source },
    );
  const marketOf = (along: Axis): readonly number[] => along.linkTo(market).map;
  const byDate = far('Cost of the date less what is expected', cost, date, (n) => isAlone(marketOf(date)[n] ?? -1));
  const byOutcome = far(
    'Cost of the combination less what is expected',
    shared.cost,
    shared.outcome,
    (n) => (marketOf(shared.outcome)[n] ?? -1) >= 0,
  );
  return model.quantity(
    'Variance of the cost of the market',
    `${money}*${money}`,
    [market, year],
    () =>
      cases(market, alone, {
        alone: sum(dateChance.times(byDate).times(byDate), date, market).plus(
          sum(never, counted, market).times(mean).times(mean),
        ),
        shared: sum(shared.chance.times(byOutcome).times(byOutcome), shared.outcome, market),
      }),
    { source },
  );
}

/** Room in the budget: a typed year wins over Available. Null where none is given. */
function roomOf(model: Model, structure: Structure, { room: rows }: Register): Quantity | null {
  if (rows.length === 0) return null;
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const row = axis('room in the budget', distinct(rows.map((of) => of.resource)));
  const available = model.input(
    'Room available',
    money,
    [row],
    rows.map((of) => of.available),
    new Exact(0),
  );
  const { typed, isTyped } = typedYears(
    model,
    'Room in the year',
    money,
    row,
    year,
    rows.map((of) => of.years),
  );
  const inYear = model.quantity(
    'Room of the row',
    money,
    [row, year],
    () =>
      select(
        equal(isTyped, one),
        typed,
        cases(row, (n) => rows[n]?.period ?? 'year', {
          year: available,
          month: available.times(constant(12)),
          week: available.times(constant(52)),
        }),
      ),
    { source: 'workbook contract, BIM_Resources horizon' },
  );
  return model.quantity('Room in the budget', money, [year], () => yearsAlone(structure, sum(inYear, row)), {
    source: 'workbook contract, BIM_Resources horizon',
  });
}

function togetherOf(
  model: Model,
  { year, assumptions }: Structure,
  { counted, market, expected, variance, room }: Pick<Coming, 'counted' | 'market' | 'expected' | 'variance' | 'room'>,
): Together {
  const money = assumptions.model.currency;
  const total = model.quantity('Expected cost of what is coming', money, [year], () => sum(expected, counted), {
    source,
  });
  const square = constant(1, `${money}*${money}`);
  const deviation = model.quantity(
    'Standard deviation of the cost',
    money,
    [year],
    () => sum(variance, market).over(square).power(constant('0.5')).times(constant(1, money)),
    { source, meaning: 'markets are independent: their variances add' },
  );
  const unprovided =
    room && model.quantity('Not provided for', money, [year], () => max(zero(), total.minus(room)), { source });
  return { expected: total, deviation, unprovided };
}
