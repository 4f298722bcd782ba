/**
 * Whole packs: the cheapest mix that covers each amount, and the mean over patients of what they need. The mean of the
 * rounded-up doses, not the rounded-up mean.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import {
  atMost,
  cases,
  constant,
  equal,
  less,
  ln,
  min,
  normal,
  one,
  position,
  select,
  sum,
  zero,
  type Expression,
} from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { type Use } from './regimen';
import { type Cover } from './cover';
import type { Prices } from './prices';
import { type Structure } from './structure';
import { lognormal, type Needs } from './needs';

/** Mean cost of whole packs: Σ over amounts covered of the cheapest cost × the part of patients who need just that. */
export function covered(
  model: Model,
  structure: Structure,
  prices: Prices,
  use: Axis,
  uses: readonly Use[],
  packsOf: readonly (readonly number[])[],
  covers: readonly (Cover | null)[],
  needs: Needs,
  bought: Quantity,
): { readonly cost: Quantity; readonly packs: Quantity } {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Regimens Vial sharing no';
  const levels = covers.flatMap((cover, at) =>
    cover ? Array.from({ length: cover.levels }, (_, level) => ({ at, level: level + 1, cover })) : [],
  );
  const level = axis(
    'amount covered',
    levels.map((entry) => `${use.members[entry.at] ?? ''} · ${String(entry.level)}`),
  );
  level.belongsTo(
    use,
    levels.map((entry) => entry.at),
  );
  const starts = new Map<number, number>();
  levels.forEach((entry, index) => {
    if (!starts.has(entry.at)) starts.set(entry.at, index);
  });
  const amount = model.quantity(
    'Amount covered',
    '1',
    [level],
    () =>
      position(level)
        .minus(offsetOf(level, levels, starts))
        .times(stepOf(level, levels)),
    { source },
  );
  const most = Math.max(0, ...packsOf.map((list) => list.length));
  const options = Array.from({ length: most }, (_, place) => {
    const price = bought.via(
      link(
        `pack ${String(place + 1)}`,
        level,
        prices.pack,
        levels.map((entry) => packsOf[entry.at]?.[place] ?? -1),
      ),
    );
    const rest = link(
      `rest after pack ${String(place + 1)}`,
      level,
      level,
      levels.map((entry, index) => {
        const size = entry.cover.sizes[place] ?? 0;
        return entry.level > size ? index - size : -1;
      }),
    );
    const with1 = (of: (rest: Link) => Expression, alone: Expression): Expression =>
      cases(level, (member) => ((rest.map[member] ?? -1) >= 0 ? 'more' : 'covered'), {
        more: alone.plus(of(rest)),
        covered: alone,
      });
    return { price, with1 };
  });
  const byPacks = (none: Expression, of: (count: number) => Expression): Expression =>
    cases(
      level,
      (member) => String(packsOf[levels[member]?.at ?? -1]?.length ?? 0),
      Object.fromEntries(
        Array.from({ length: most + 1 }, (_, count) => [String(count), count === 0 ? none : of(count)]),
      ),
    );
  const costOf = (place: number): Expression =>
    options[place]?.with1((rest) => cheapest.via(rest), options[place].price) ?? zero();
  const countOf = (place: number): Expression => options[place]?.with1((rest) => packsIn.via(rest), one) ?? zero();
  const cheapest: Quantity = model.quantity(
    'Cheapest cover',
    money,
    [level, year],
    () => byPacks(zero(), (count) => min(...Array.from({ length: count }, (_, place) => costOf(place)))),
    { source },
  );
  const packsIn: Quantity = model.quantity(
    'Packs in the cheapest cover',
    '1',
    [level, year],
    () =>
      byPacks(zero(), (count) =>
        Array.from({ length: count }, (_, place) => place).reduceRight<Expression>(
          (other, place) =>
            place === count - 1 ? countOf(place) : select(equal(costOf(place), cheapest), countOf(place), other),
          zero(),
        ),
      ),
    { source },
  );
  const before = link(
    'amount before',
    level,
    level,
    levels.map((entry, index) => (entry.level > 1 ? index - 1 : -1)),
  );
  const reach = model.quantity(
    'Part of patients covered',
    '1',
    [level],
    () => {
      const { sigma, location } = lognormal(needs);
      const spread = normal(ln(amount.over(needs.perDose)).minus(location).over(sigma));
      const capped = select(atMost(needs.cap, amount), one, spread);
      return cases(level, (member) => coverKind(levels[member]?.cover, uses[levels[member]?.at ?? -1]), {
        fixed: select(less(amount, needs.needed), zero(), one),
        spread,
        capped,
      });
    },
    { source: 'lognormal distribution function' },
  );
  const overPatients = (name: string, unit: string, of: Quantity): Quantity =>
    model.quantity(
      name,
      unit,
      [use, year],
      () => {
        const part = cases(level, (member) => ((before.map[member] ?? -1) < 0 ? 'first' : 'later'), {
          first: reach,
          later: reach.minus(reach.via(before)),
        });
        return sum(of.times(part), level, use);
      },
      { source },
    );
  return {
    cost: overPatients('Cost of whole packs', money, cheapest),
    packs: overPatients('Whole packs', '1', packsIn),
  };
}

const coverKind = (cover: Cover | undefined, at: Use | undefined): string =>
  !cover?.spread ? 'fixed' : at?.regimen.maxDose ? 'capped' : 'spread';

interface Level {
  readonly at: number;
  readonly level: number;
  readonly cover: Cover;
}

/** Position of the level before the first of its use. */
function offsetOf(level: Axis, levels: readonly Level[], starts: ReadonlyMap<number, number>): Expression {
  const kinds = levels.map((entry) => String(starts.get(entry.at) ?? 0));
  return cases(
    level,
    (member) => kinds[member] ?? '0',
    Object.fromEntries([...new Set(kinds)].map((start) => [start, constant(start)])),
  );
}

/** Size of a step of the amounts covered. */
function stepOf(level: Axis, levels: readonly Level[]): Expression {
  const kinds = levels.map((entry) => entry.cover.step);
  return cases(
    level,
    (member) => kinds[member] ?? '1',
    Object.fromEntries([...new Set(kinds)].map((step) => [step, constant(step)])),
  );
}
