/** Small models, each of one decision that is taken when a model is compiled: test/engine/readings/fast/listings.txt. */
import { axis, link, periodAxis, type Axis } from '../../../../src/engine/graph/axis';
import {
  atMost,
  cases,
  constant,
  equal,
  exp,
  first,
  less,
  ln,
  max,
  min,
  normal,
  one,
  position,
  round,
  select,
  sum,
  zero,
  type Expression,
} from '../../../../src/engine/graph/expression';
import { Model } from '../../../../src/engine/graph/model';
import type { Quantity } from '../../../../src/engine/graph/quantity';
import { Exact } from '../../../../src/engine/readings/decimals';

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n));
const [year, month] = [periodAxis('year', numbered(3)), periodAxis('month', numbered(24))];
const [item, group, long, age, few] = [
  axis('item', numbered(5)),
  axis('group', numbered(2)),
  axis('long', numbered(90)),
  axis('age', numbered(20)),
  axis('few', numbered(2)),
];
item.belongsTo(group, [1, 0, 1, -1, 0]);
month.belongsTo(
  year,
  month.members.map((_, n) => Math.floor(n / 8)),
);
const nine = axis('nine', numbered(9));
const [none, only] = [axis('none', []), axis('only', ['it'])];
const partner = link('partner', item, item, [2, 4, 0, 1, 3]);
const after = link('after', item, item, [2, -1, 4, 0, 1]);

const next = link(
  'next',
  month,
  month,
  month.members.map((_, n) => (n < 23 ? n + 1 : -1)),
);

const [following, toLast, toFirst] = [
  link('following', year, year, [1, 2, -1]),
  link('to the last', year, year, [-1, 2, -1]),
  link('to the first', year, year, [-1, -1, 0]),
];

const turned = link(
  'turned',
  month,
  month,
  month.members.map((_, n) => 23 - n),
);
const mixed = link(
  'mixed',
  month,
  month,
  month.members.map((_, n) => (n * 7) % 24),
);

/** Inputs that vary (`a` by item, `b` by item and year, `m` by month, `l` along a long list), and one that does not: `f`. */
export class Ground {
  readonly model = new Model();
  readonly a = this.typed('a', [item]);
  readonly b = this.typed('b', [item, year]);
  readonly m = this.typed('m', [month]);
  readonly l = this.typed('l', [long]);
  readonly f = this.model.data(
    'f',
    '1',
    [item],
    item.members.map((_, n) => new Exact(n)),
  );

  typed(name: string, axes: readonly Axis[]): Quantity {
    const size = axes.reduce((product, along) => product * along.size, 1);
    const at = { sheet: 'S', cell: 'A1' };
    const given = Array.from({ length: size }, (_, n) => ({ value: new Exact(n + 1), at, parameter: name }));
    return this.model.input(name, '1', axes, given, new Exact(0));
  }

  make(name: string, axes: readonly Axis[], define: () => Expression): Quantity {
    return this.model.quantity(name, '1', axes, define);
  }
}

/** So heavy that it is not written out. */
const heavy = (of: Expression): Expression => exp(exp(exp(exp(of))));

export const LISTED: Readonly<Record<string, (at: Ground) => void>> = {
  'what is light is written out, what is heavy runs in a loop, the last axis within': (at) => {
    at.make('light', [item], () => at.a.times(constant(2)));
    at.make('heavy', [item, year], () => exp(at.b).plus(at.a.power(at.b)));
    const just = exp(exp(exp(at.a))).plus(min(at.a, at.a, at.a, at.a, at.a));
    at.make('just not', [item], () => just);
    at.make('just not a sum', [month], () => heavy(at.m).times(sum(just, item)));
    at.make('in part', [item, year], () => exp(at.b.times(at.a).plus(at.a)).over(at.m.at(month, '3')));
  },
  'what is the same in all draws stands once': (at) => {
    at.make('x', [item], () => at.a.plus(at.f));
    const same = at.make('asked and the same', [item], () => at.f.times(constant(2)));
    at.make('y', [item], () => same.times(at.a));
    const endless = at.make('endless', [item], () => one.over(at.f));
    at.make('z', [item], () => endless.times(at.a));
    const nobody = at.make('of nobody', [none], () => at.a.at(item, '1'));
    at.make('none of it', [], () => sum(nobody, none).plus(at.a.at(item, '2')));
  },
  'members are told apart by the branches that they take': (at) => {
    const kinds = { k0: at.a, k1: at.b.times(at.a), k2: at.b.plus(constant(3)) };
    at.make('x', [item, year], () => cases(item, (n) => `k${String(n % 3)}`, kinds).times(exp(at.b)));
    const byGroup = cases(group, (n) => `k${String(n)}`, { k0: heavy(at.a), k1: heavy(at.f.plus(at.a)) });
    at.make('y', [item], () => cases(item, (n) => (n === 3 ? 'x' : 'y'), { x: one, y: byGroup }));
  },
  'a branch within a sum over its own axis tells nothing outside of it': (at) => {
    const some = cases(item, (n) => (n < 3 ? 'few' : 'more'), { few: at.a.times(at.a), more: one });
    at.make('x', [item], () => heavy(at.a).times(sum(some, item)));
    const then = cases(year, (n) => (n === 0 ? 'now' : 'then'), { now: at.a, then: one.plus(at.a) });
    at.make('y', [month], () => heavy(at.m.times(sum(then, item))));
  },
  'what stands for another figure, or for a number, is read in its place': (at) => {
    const same = at.make('same', [item], () => at.a);
    const later = cases(year, (n) => (n === 0 ? 'now' : 'then'), { now: zero(), then: at.b.previous(year) });
    const none = at.make('none', [item, year], () => later);
    const half = at.make('half', [], () => constant('0.5'));
    const byGroup = at.make('by group', [group], () =>
      cases(group, (n) => String(n), { 0: at.a.at(item, '3'), 1: at.a.at(item, '4') }),
    );
    at.make('x', [item, year], () => same.plus(none).plus(none.at(year, '0')).plus(half));
    at.make('y', [item], () =>
      cases(item, (n) => (n === 3 ? 'none' : 'some'), { none: zero(), some: byGroup.plus(at.a) }),
    );
    at.make('z', [year], () => none.at(item, '2').times(same.at(item, '1')));
    at.make('u', [month], () => heavy(none.at(item, '2').times(at.m)));
    at.make('v', [item], () => heavy(same.via(partner).plus(same)));
    const kinds = at.make('kinds', [item], () => cases(item, (n) => (n < 2 ? 'x' : 'y'), { x: at.a, y: one }));
    at.make('of kinds', [item], () => heavy(kinds));
    const yearly = at.make('yearly', [year], () => at.b.at(item, '0'));
    at.make('lagged', [year], () => sum(yearly.lagged(year, few), few));
    at.make('w', [item, year], () => same.via(partner).plus(at.b));
    at.make('the year before', [month], () => heavy(at.m.times(first(year, one, at.b.at(item, '2').previous(year)))));
  },
  'short sums are written out, long ones run four members at a time, heavy ones one by one': (at) => {
    at.make('short', [], () => sum(at.a, item));
    at.make('long', [], () => sum(at.l.times(at.l), long));
    at.make('of nobody', [], () => sum(at.l.at(long, '2'), none).plus(at.l.at(long, '3')));
    at.make('of one', [], () => sum(heavy(at.l.at(long, '4').times(position(only))), only));
    at.make('in a loop', [month], () => heavy(at.m).times(sum(at.l.times(at.m), long)));
    at.make('heavy', [], () => sum(heavy(at.l), long));
    at.make('too heavy', [], () => sum(heavy(heavy(at.l)), long));
    const late = cases(long, (n) => (n < 40 ? 'x' : 'y'), { x: at.l, y: exp(at.l) });
    at.make('from forty on', [], () => sum(late, long));
    at.make('of nine', [item], () => sum(heavy(at.a.times(position(nine))), nine));
    at.make('of seven and more', [], () => sum(sum(at.l.times(at.a), item), long));
  },
  'sums by links run over lists, those of one member over its own': (at) => {
    at.make('x', [group], () => sum(at.a.times(at.f), item, group));
    at.make('y', [group, long], () => heavy(sum(at.a.times(at.l), item, group)));
    at.make('z', [year], () => heavy(sum(at.m, month, year)));
    const apart = cases(item, (n) => (n < 2 ? 'x' : 'y'), { x: heavy(at.a), y: heavy(at.a.plus(one)) });
    at.make('apart', [group], () => heavy(sum(apart, item, group)));
    const heaviest = sum(heavy(heavy(heavy(at.a))), item, group);
    at.make('of one group', [group], () => cases(group, (n) => (n === 0 ? 'x' : 'y'), { x: heaviest, y: one }));
    at.make('u', [item], () => heavy(sum(at.a, item, group)));
    at.make('v', [item], () => cases(item, (n) => (n === 3 ? 'x' : 'y'), { x: one, y: sum(heavy(at.a), item, group) }));
    at.make('w', [group], () =>
      heavy(
        sum(
          cases(item, (n) => (n < 2 ? 'x' : 'y'), { x: at.a, y: one.plus(at.a) }),
          item,
          group,
        ),
      ),
    );
  },
  'what is read before the first is nothing, and is not gone over': (at) => {
    const rise = exp(exp(position(age)));
    at.make('x', [month], () => heavy(sum(at.m.lagged(month, age).times(rise), age)));
    at.make('y', [month], () => heavy(sum(rise.times(at.m.lagged(month, age)).over(at.a.at(item, '1')), age)));
    at.make('not only so', [month], () => heavy(sum(at.m.lagged(month, age).plus(rise), age)));
    at.make('by branches', [year], () =>
      heavy(
        sum(
          cases(year, (n) => (n === 0 ? 'x' : 'y'), { x: at.b.at(item, '0').lagged(year, age), y: one }).times(rise),
          age,
        ),
      ),
    );
    at.make('short', [year], () => sum(at.b.at(item, '0').lagged(year, few), few));
    const back = sum(at.m.lagged(month, age).times(rise), age);
    at.make('late and one', [month], () =>
      cases(month, (n) => (n === 10 ? 'one' : n < 19 ? 'early' : 'late'), { one: back, early: at.m, late: exp(back) }),
    );
  },
  'blocks that read what one loop has just written run in it too, others do not': (at) => {
    const x = at.make('x', [month], () => heavy(at.m));
    const y = at.make('y', [month], () => heavy(x));
    at.make('the other way round', [month], () => heavy(y.via(turned)));
    at.make('elsewhere', [month], () => heavy(y.via(mixed)));
    at.make('at one', [month], () => heavy(y.at(month, '5').times(at.m)));
    at.make('at one too', [month], () => heavy(y.at(month, '5').times(y)));
    at.make('of all', [month], () => heavy(at.m.times(sum(y, month))));
    const own = at.make('own', [month], () => first(month, one, heavy(at.m)));
    at.make('behind', [month], () => first(month, one, heavy(own.previous(month))));
    const years = at.make('years', [item, year], () => heavy(at.b.times(at.a)));
    at.make('one of its years', [item], () => heavy(years.at(year, '1')));
    at.make('its first and last', [item], () => heavy(years.at(year, '2').plus(years.at(year, '0'))));
    at.make('of another', [item], () => heavy(years.at(year, '2').plus(years.at(item, '3').at(year, '0'))));
    const deep = at.make('deep', [month, long], () => heavy(at.l.times(at.m)));
    at.make('as deep', [month, long], () => heavy(at.l.plus(at.m)));
    at.make('deeper', [month, long], () => heavy(deep));
    at.make('least', [month], () => heavy(sum(deep, long)));
  },
  'over time, alone and two at once, forwards and backwards': (at) => {
    const stock: Quantity = at.make('stock', [month], () => first(month, one, stock.previous(month).plus(flow)));
    const flow: Quantity = at.make('flow', [month], () =>
      first(month, at.m, min(at.m, stock.previous(month).times(constant('0.3')))),
    );
    const paid: Quantity = at.make('paid', [month], () =>
      first(month, at.m, sum(paid.previous(month).lagged(month, few), few).plus(at.m)),
    );
    at.make('of paid', [], () => paid.at(month, '5'));
    const left: Quantity = at.make('left', [item, month], () =>
      cases(month, (n) => (n < 23 ? 'more' : 'last'), { more: at.m.plus(left.via(next)), last: at.a }),
    );
    const both: Quantity = at.make('both', [item, year], () =>
      first(year, at.b, first(item, both.previous(year), both.previous(item).plus(both.previous(year)))),
    );
    const kinds: Quantity = at.make('kinds', [item, year], () =>
      first(
        year,
        at.b,
        cases(item, (n) => (n % 2 === 0 ? 'x' : 'y'), { x: kinds.previous(year), y: kinds.previous(year).plus(at.a) }),
      ),
    );
    at.make('end', [], () => stock.at(month, '20').plus(left.at(item, '1').at(month, '2')));
    at.make('ends', [], () =>
      both
        .at(item, '3')
        .at(year, '2')
        .plus(sum(sum(kinds, year), item)),
    );
  },
  'over time by turns, down a list, and across': (at) => {
    const turns: Quantity = at.make('turns', [month], () =>
      first(
        month,
        one,
        cases(month, (n) => (n % 8 < 4 ? 'x' : 'y'), {
          x: turns.previous(month).plus(at.m),
          y: at.m.times(turns.previous(month)),
        }),
      ),
    );
    const down: Quantity = at.make('down', [item, year], () => first(item, at.b, down.previous(item).times(at.b)));
    const across: Quantity = at.make('across', [item, year], () =>
      first(
        item,
        at.b,
        cases(year, (n) => (['first', 'middle', 'last'] as const)[n] ?? '', {
          first: across.previous(item).via(following),
          middle: across.previous(item).previous(year).plus(across.previous(item).via(following)),
          last: across.previous(item).previous(year),
        }),
      ),
    );
    const inwards: Quantity = at.make('inwards', [year], () =>
      cases(year, (n) => (['first', 'middle', 'last'] as const)[n] ?? '', {
        first: at.m.at(month, '2'),
        middle: inwards.via(toLast).plus(at.m.at(month, '3')),
        last: inwards.via(toFirst).times(at.m.at(month, '4')),
      }),
    );
    at.make('end', [], () =>
      turns
        .at(month, '20')
        .plus(down.at(item, '4').at(year, '1'))
        .plus(across.at(item, '3').at(year, '1'))
        .plus(inwards.at(year, '1')),
    );
  },
  'along a list in no order, figure by figure': (at) => {
    const pooled: Quantity = at.make('pooled', [item], () =>
      cases(item, (n) => (n === 2 ? 'pool' : 'other'), { pool: at.a, other: pooled.at(item, '2').minus(at.a) }),
    );
    const paid: Quantity = at.make('paid', [year], () =>
      sum(first(few, at.m.at(month, '3'), paid.lagged(year, few)), few),
    );
    at.make('of these', [], () => sum(pooled, item).plus(paid.at(year, '2')));
    const start: Quantity = at.make('start', [item], () =>
      cases(item, (n) => (n === 1 ? 'first' : 'later'), { first: at.a, later: max(at.a, finish.via(after)) }),
    );
    const finish: Quantity = at.make('finish', [item], () => start.plus(at.f));
    const total: Quantity = at.make('total', [item, year], () =>
      cases(item, (n) => (n === 1 ? 'first' : 'later'), {
        first: at.b,
        later: first(year, at.b, at.b.plus(total.via(after).times(total.previous(year)))),
      }),
    );
    const shared: Quantity = at.make('shared', [item], () =>
      cases(item, (n) => (n > 2 ? 'own' : 'others'), { own: at.a, others: byGroup }),
    );
    const byGroup: Quantity = at.make('by group', [group], () =>
      sum(
        cases(item, (n) => (n > 2 ? 'own' : 'none'), { own: shared, none: zero() }),
        item,
        group,
      ),
    );
    at.make('end', [], () =>
      sum(finish, item)
        .plus(sum(sum(total, item), year))
        .plus(sum(shared, item)),
    );
  },
  'what nothing rests on is left out': (at) => {
    const some = at.make('some', [item, year], () => at.b.times(at.a));
    const wide = at.make('wide', [long, month], () => at.l.times(at.m));
    const through = at.make('through', [long, item], () => at.l);
    const spare = at.make('spare', [long, month, few, item], () => at.l.times(at.m).times(at.a));
    at.make('of spare', [], () =>
      sum(sum(sum(spare.at(item, '2').times(heavy(heavy(at.l))), long), month), few).plus(
        through.at(item, '1').at(long, '4'),
      ),
    );
    const kept: Quantity = at.make('kept', [month], () => first(month, one, kept.previous(month).plus(spent)));
    const spent: Quantity = at.make('spent', [month], () => first(month, at.m, kept.previous(month).times(at.m)));
    at.make('of spent', [], () => spent.at(month, '20'));
    at.make('last', [], () => some.at(item, '2').at(year, '1').plus(wide.at(long, '7').at(month, '3')));
  },
  'sums are made once, and what changes nothing is left out': (at) => {
    const nothing = at.make('nothing', [item], () => at.a.times(zero()).plus(at.a.over(one)).minus(zero()).power(one));
    at.make('x', [item], () =>
      nothing.plus(zero()).plus(constant(2).times(constant(3)).minus(constant(1)).over(constant(4)).power(constant(2))),
    );
    at.make('y', [item], () => position(item).plus(constant(2)).minus(constant(1)).plus(constant('0.5')).times(at.a));
    at.make('powers', [item], () =>
      at.a
        .power(constant(5))
        .plus(at.a.power(constant('0.5')))
        .plus(at.a.power(constant(-2)))
        .plus(at.a.power(position(item)))
        .plus(at.a.power(constant(17))),
    );
    at.make('choices', [item], () =>
      select(one, at.a, zero())
        .plus(select(zero(), at.a, one))
        .plus(select(less(at.a, at.f), at.f, at.f)),
    );
    at.make('rounded', [item], () =>
      round(at.a, 'half up', 2)
        .plus(round(at.a, 'half up', 12).plus(round(at.a, 'truncate', 13)))
        .plus(round(at.a, 'half even', 0)),
    );
    at.make('far', [item], () => heavy(sum(zero().times(at.l), long).plus(at.a)));
  },
  'what a comparison rests on is kept from what floats leave, and products from what has no answer': (at) => {
    const made = at.make('made', [item], () => at.a.minus(at.f.times(at.a)));
    const bare = at.make('bare', [item], () => at.a.minus(at.f.times(at.a)));
    const free = at.make('free', [item], () => at.a.minus(at.f.times(at.a)));
    at.make('twice', [item], () => free.times(constant(2)));
    const lag = at.make('lag', [item], () => at.a.minus(at.f.times(at.a)));
    at.make('later still', [], () => sum(at.b.at(item, '2').later(year, lag.at(item, '2')), year));
    const quotient = at.make('quotient', [item], () => at.a.over(at.m.at(month, '4')));
    at.make('both ways', [item], () =>
      select(less(at.a.plus(quotient.minus(at.f)), made), quotient.minus(at.f), zero()),
    );
    at.make('x', [item], () => select(less(made, at.a.minus(bare)), one, quotient.times(at.a)));
    at.make('y', [item], () =>
      equal(at.a, at.f)
        .plus(atMost(at.a, zero()))
        .plus(less(at.a.minus(at.f), made)),
    );
    at.make('z', [item], () => bare.minus(at.f).plus(ln(at.a).times(at.f)));
    at.make('later', [], () => sum(at.b.at(item, '2').later(year, made.at(item, '1')), year));
  },
  'what does not change in a loop is computed before it': (at) => {
    at.make('x', [month, item], () => heavy(at.m.times(at.m).plus(at.a)).plus(normal(at.m)));
    at.make('y', [month, long], () => heavy(at.m.times(at.m)).plus(at.l.times(at.m)));
    at.make('z', [long, item], () => select(less(at.l, at.a), heavy(at.a.via(partner)), at.l).times(less(at.l, at.a)));
    const grid = at.make('grid', [item, long, year], () => heavy(at.l.times(at.b)));
    at.make('turned about', [year, long, item], () => heavy(grid.via(partner).plus(grid)));
    at.make('u', [item, long, year], () =>
      at.b
        .via(partner)
        .times(at.l)
        .plus(heavy(at.b.times(at.l))),
    );
  },
};

/** One item belongs to no group, so that it has no branch. */
export function undecided(at: Ground): void {
  at.make('x', [item], () => cases(group, String, { 0: at.a, 1: at.a.plus(one) }));
}

/** More in one loop than a function of the module may hold: twenty blocks that read each other, each of thirty terms. */
export function large(at: Ground): void {
  let before: Expression = at.m;
  for (let n = 0; n < 20; n += 1) {
    const last = before;
    const terms = Array.from({ length: 30 }, (_, k) => at.m.times(constant(1 + n + k / 64)));
    before = at.make(`block ${String(n)}`, [month], () => terms.reduce((total, term) => total.plus(term), last));
  }
  at.make('end', [item], () => sum(before, month).times(at.a));
}
