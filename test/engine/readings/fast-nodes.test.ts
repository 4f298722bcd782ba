/** Every word of a formula by a small model, fast against exact: sums with links, lags, rounding, powers, choices, circles. */
import { axis, link, periodAxis } from '../../../src/engine/graph/axis';
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
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { compileFast } from '../../../src/engine/readings/fast/fast';
import { drawsOf, hold, ran, typedInputs } from './fast';

const place = { sheet: 'Inputs', cell: 'A1' };
const [year, month, item, group] = [
  periodAxis('year', ['0', '1', '2']),
  periodAxis(
    'month',
    Array.from({ length: 30 }, (_, n) => String(n)),
  ),
  axis('item', ['a', 'b', 'c', 'd', 'e']),
  axis('group', ['x', 'y']),
];
item.belongsTo(group, [1, 0, 1, -1, 0]);
month.belongsTo(
  year,
  month.members.map((_, n) => Math.floor(n / 10)),
);

interface Ground {
  readonly model: Model;
  readonly a: Quantity;
  readonly b: Quantity;
  readonly monthly: Quantity;
}

/** Inputs by item, by item and year, and by month. */
function ground(): Ground {
  const model = new Model();
  const typed = (name: string, axes: Quantity['block']['axes'], of: (n: number) => number): Quantity => {
    const size = axes.reduce((product, along) => product * along.size, 1);
    const given = Array.from({ length: size }, (_, n) => ({ value: new Exact(of(n)), at: place, parameter: name }));
    return model.input(name, '1', axes, given, new Exact(0));
  };
  return {
    model,
    a: typed('a', [item], (n) => [2.5, -1.25, 0.75, 3, 1][n] ?? 0),
    b: typed('b', [item, year], (n) => 0.5 + ((n * 7) % 5) / 4),
    monthly: typed('monthly', [month], (n) => 1 + ((n * 11) % 7) / 10),
  };
}

type Formula = (at: Ground) => Expression;
const back = link('back', item, item, [-1, 0, 0, 1, 2]);

const byItem: Readonly<Record<string, Formula>> = {
  arithmetic: ({ a, b }) =>
    a
      .plus(b)
      .times(b.minus(a))
      .over(b.plus(constant(2))),
  'whole power': ({ b }) => b.power(position(year).minus(constant(2))),
  power: ({ a, b }) => b.power(a),
  'power of a half': ({ b }) => b.power(constant('0.5')),
  'least and greatest': ({ a, b }) => max(min(a, b, constant(1)), a.minus(one)),
  'less, at most, equal': ({ a, b }) => less(a, b).plus(atMost(b, one)).plus(equal(b, one)),
  'a choice whose other side has no answer': ({ a, b }) => select(less(a, zero()), zero(), b.over(max(a, zero()))),
  'without end': ({ a, b }) => {
    const [never, sooner] = [b.over(zero()), b.minus(a.over(constant(7)))];
    return equal(never.minus(a), zero())
      .plus(less(sooner, never))
      .plus(atMost(never, sooner).times(constant(2)))
      .plus(equal(never, sooner).times(constant(4)))
      .plus(equal(never, one.over(zero())).times(constant(8)))
      .plus(select(less(never.minus(a), sooner), sooner, sooner.over(never.minus(a))));
  },
  'exp, ln, normal': ({ a, b }) =>
    exp(a.times(constant(-3)))
      .plus(ln(b))
      .plus(normal(a)),
  cases: ({ a, b }) => cases(item, (n) => ['p', 'q', 'p', 'r', 'q'][n] ?? '', { p: a, q: b, r: one }),
  'cases of a link': ({ a, b }) =>
    cases(item, (n) => (back.map[n] === -1 ? 'none' : 'some'), { none: b, some: a.via(back).times(b) }),
  fixed: ({ a, b }) => a.at(item, 'c').plus(b.at(year, '2')),
  first: ({ b }) => first(year, b, b.previous(year)),
  'sum within a sum': ({ a, b }) => sum(sum(b, year).times(a), item),
  'rounded half up': ({ a, b }) => round(a.times(b), 'half up', 1),
  'rounded half even': ({ a, b }) => round(a.times(b), 'half even', 0),
  truncated: ({ a, b }) => round(a.times(b), 'truncate', 1),
};

test.each(Object.entries(byItem))('%s', (_, formula) => {
  const at = ground();
  at.model.quantity('figure', '1', [item, year], () => formula(at));
  for (const plain of [false, true]) {
    const held = hold(at.model, 41, 3, plain);
    expect(held.wrong).toEqual([]);
    expect(held.compiled).toBe(!plain);
    expect(held.compared).toBeGreaterThan(300);
  }
});

test('JavaScript, where WebAssembly is refused, gives the same bits', () => {
  const at = ground();
  const outputs = Object.entries(byItem).map(([name, formula]) =>
    at.model.quantity(name, '1', [item, year], () => formula(at)),
  );
  const varied = typedInputs(at.model);
  const draws = drawsOf(varied, 41, 5);
  const [compiled, plain] = [false, true].map((inJavaScript) => {
    const fast = compileFast({ outputs, varied, draws: 41 }, inJavaScript);
    expect(fast.bytes === null).toBe(inJavaScript);
    const room = ran(fast, draws, 41);
    const size = outputs.reduce((sum, { block }) => sum + block.size, 0);
    // Nothing has no sign.
    return Array.from({ length: size }, (_, n) => Array.from(room.figure(n, 41), (figure) => figure + 0));
  });
  expect(plain).toEqual(compiled);
});

const others: Readonly<Record<string, (at: Ground) => void>> = {
  'the year before, of a month': ({ model, b }) =>
    model.quantity('before', '1', [month], () => first(year, one, b.at(item, 'c').previous(year))),
  'what stands for another figure, lagged and by kinds': ({ model, a, b }) => {
    const age = axis('age', ['0', '1']);
    const yearly = model.quantity('yearly', '1', [year], () => b.at(item, 'b'));
    model.quantity('lagged', '1', [year], () => sum(yearly.lagged(year, age), age));
    const kinds = model.quantity('kinds', '1', [item], () => cases(item, (n) => (n < 2 ? 'x' : 'y'), { x: a, y: one }));
    model.quantity('of kinds', '1', [item], () =>
      exp(exp(exp(exp(exp(kinds.times(constant('0.1')).minus(constant(3))))))),
    );
  },
  'sum by a link': ({ model, a, b }) =>
    model.quantity('by group', '1', [group, year], () => sum(a.times(b), item, group)),
  'months of a year': ({ model, monthly }) => model.quantity('by year', '1', [year], () => sum(monthly, month, year)),
  lagged: ({ model, monthly }) => {
    const age = axis(
      'age',
      Array.from({ length: 20 }, (_, n) => String(n)),
    );
    model.quantity('convolved', '1', [month], () => sum(monthly.lagged(month, age).times(position(age)), age));
    model.quantity('not only so', '1', [month], () => sum(monthly.lagged(month, age).plus(one), age));
  },
  'later by a figure': ({ model, a, b, monthly }) => {
    const known = model.quantity('known', '1', [item, month], () => monthly.times(position(item)));
    const lag = model.quantity('lag', '1', [item], () => round(a.times(constant(3)), 'half up', 0));
    const later = model.quantity('later', '1', [item, month], () => known.later(month, lag));
    const far = model.quantity('far', '1', [item, year], () => b.later(year, round(a, 'truncate', 0)));
    model.quantity('all of it', '1', [item], () => sum(later, month).plus(sum(far, year)));
    const held: Quantity = model.quantity('held', '1', [month], () =>
      first(month, one, moved.previous(month).plus(one)),
    );
    const moved: Quantity = model.quantity('moved', '1', [month], () => held.plus(monthly.later(month, constant(-2))));
  },
  'a long sum': ({ model, monthly }) => {
    const of = model.quantity('of', '1', [item, month], () => monthly.times(position(item)));
    model.quantity('total', '1', [item], () => sum(of, month));
  },
  'over time, two at once': ({ model, monthly }) => {
    const stock: Quantity = model.quantity('stock', '1', [month], () =>
      first(month, one, stock.previous(month).plus(flow.previous(month))),
    );
    const flow: Quantity = model.quantity('flow', '1', [month], () => min(monthly, stock.times(constant('0.3'))));
  },
  'backwards over time': ({ model, monthly }) => {
    const next = link(
      'next',
      month,
      month,
      month.members.map((_, n) => (n < 29 ? n + 1 : -1)),
    );
    const left: Quantity = model.quantity('left', '1', [month], () =>
      cases(month, (n) => (n < 29 ? 'more' : 'last'), { more: monthly.plus(left.via(next)), last: monthly }),
    );
  },
  'over time by turns, across, and inwards': ({ model, a, b, monthly }) => {
    const turns: Quantity = model.quantity('turns', '1', [month], () => {
      const before = turns.previous(month);
      return first(
        month,
        one,
        cases(month, (n) => String(n % 3), { 0: before.plus(monthly), 1: monthly, 2: before.times(monthly) }),
      );
    });
    const following = link('following', year, year, [1, 2, -1]);
    const across: Quantity = model.quantity('across', '1', [item, year], () => {
      const [before, after] = [across.previous(item).previous(year), across.previous(item).via(following)];
      return first(item, b, cases(year, String, { 0: after, 1: before.plus(after.times(a)), 2: before }));
    });
    const [toLast, toFirst] = [
      link('to the last', year, year, [-1, 2, -1]),
      link('to the first', year, year, [-1, -1, 0]),
    ];
    const inwards: Quantity = model.quantity('inwards', '1', [year], () =>
      cases(year, String, {
        0: one,
        1: inwards.via(toLast).plus(b.at(item, 'a')),
        2: inwards.via(toFirst).times(b.at(item, 'b')),
      }),
    );
  },
  'lagged among themselves': ({ model, monthly }) => {
    const age = axis('age', ['0', '1', '2']);
    const paid: Quantity = model.quantity('paid', '1', [month], () =>
      sum(first(age, monthly, paid.lagged(month, age)), age),
    );
    const before: Quantity = model.quantity('before', '1', [month], () =>
      first(month, monthly, sum(before.previous(month).lagged(month, age), age).times(constant('0.3'))),
    );
  },
  'along a list in no order': ({ model, a, b }) => {
    const pooled: Quantity = model.quantity('pooled', '1', [item], () =>
      cases(item, (n) => (n === 2 ? 'pool' : 'other'), { pool: a, other: pooled.at(item, 'c').minus(a) }),
    );
    const after = link('after', item, item, [2, -1, 4, 0, 1]);
    const finish: Quantity = model.quantity('finish', '1', [item, year], () => start.plus(b));
    const start: Quantity = model.quantity('start', '1', [item, year], () =>
      cases(item, (n) => (n === 1 ? 'first' : 'later'), { first: a, later: max(a, finish.via(after)) }),
    );
  },
};

test.each(Object.entries(others))('%s', (_, write) => {
  const at = ground();
  write(at);
  for (const plain of [false, true]) {
    const held = hold(at.model, 7, 5, plain);
    expect(held.wrong).toEqual([]);
    expect(held.compiled).toBe(!plain);
    expect(held.compared).toBeGreaterThan(6);
  }
});
