/**
 * Drawn graphs: small models of formulas that mean nothing, with every kind of part, placement, sum and recursion that a
 * formula may have, nested in each other. What all readings must agree on is tried on them.
 */
import { axis, link, periodAxis, type Axis, type Link } from '../../../src/engine/graph/axis';
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
  position,
  round,
  select,
  sum,
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import type { Given } from '../../../src/engine/given';
import { Exact } from '../../../src/engine/readings/decimals';
import { randomFrom } from './fast';

export interface Drawn {
  readonly model: Model;
  readonly year: Axis;
  readonly month: Axis;
  readonly inputs: readonly Quantity[];
}

/** What an input's cell holds: a value drawn for it, or, where it is left `blank`, nothing, and what stands in then. */
export type GivenAt = (
  value: number,
  at: { readonly sheet: string; readonly cell: string },
  name: string,
  blank: boolean,
) => Given | null;
const typed: GivenAt = (value, at, parameter, blank) => (blank ? null : { value: new Exact(value), at, parameter });

/** Where a formula stands while it is drawn. */
interface Stand {
  readonly axes: readonly Axis[];
  /** Periods of which the first is elsewhere, so that the one before may be read. */
  readonly later: readonly Axis[];
  readonly depth: number;
}

interface Ground extends Drawn {
  readonly quantities: Quantity[];
  readonly world: Axis;
  readonly drug: Axis;
  readonly group: Axis;
  readonly age: Axis;
  readonly partner: Link;
  readonly treats: Link;
  readonly random: () => number;
}

function groundOf(seed: number, given: GivenAt): Ground {
  const random = randomFrom(7919 * seed + 17);
  for (let n = 0; n < 5; n += 1) random();
  const year = periodAxis('year', ['2025', '2026', '2027', '2028'].slice(seed % 2));
  const months = Array.from({ length: 2 * year.size }, (_, n) => `m${String(n + 1)}`);
  const month = periodAxis('month', months);
  const [world, group] = [axis('world', ['without', 'with']), axis('group', ['g', 'h'])];
  const [drug, age] = [axis('drug', ['a', 'b', 'c', 'd', 'e']), axis('age', ['0', '1', '2'])];
  month.belongsTo(
    year,
    months.map((_, n) => Math.floor(n / 2)),
  );
  drug.belongsTo(group, seed % 3 === 0 ? [1, 0, 1, 0, 1] : [0, 0, 1, 1, 1]);
  const model = new Model();
  let cells = 1;
  const input = (name: string, axes: readonly Axis[]): Quantity => {
    const size = axes.reduce((product, along) => product * along.size, 1);
    const standing = random() < 0.5 ? 0 : 1;
    const places = Array.from({ length: size }, () => {
      cells += 1;
      return { sheet: 'My inputs', cell: `A${String(cells)}` };
    });
    const values = places.map((at) => {
      const [value, blank] = [Number((0.3 + 2 * random()).toPrecision(6)), random() < 0.12];
      return given(blank ? standing : value, at, name, blank);
    });
    return model.input(name, '1', axes, values, new Exact(standing), {}, random() < 0.5 ? places : undefined);
  };
  const inputs = [
    input('Rate', []),
    input('Trend', [year]),
    input('Price', [drug, year]),
    input('Dose', [drug]),
    input('Weight', [group, year]),
    input('Course', [month]),
    input('Use', [world, drug]),
    input('Monthly', [drug, month]),
  ];
  return {
    ...{ model, year, month, world, drug, group, age, inputs, random, quantities: [...inputs] },
    partner: link('partner', drug, drug, [2, 4, 0, 1, 3]),
    treats: link('treats', drug, group, [1, 1, -1, 0, 0]),
  };
}

/** A model of so many formulas; the same seed, the same model. */
export function drawnGraph(seed: number, given: GivenAt = typed, formulas = 9): Drawn {
  const ground = groundOf(seed, given);
  const { model, year, month, world, drug, group, quantities } = ground;
  const shapes = [[], [year], [drug], [drug, year], [world, year], [group, year], [month], [drug, month], [group]];
  for (let n = 0; n < formulas; n += 1) {
    const axes = pick(ground, shapes);
    const stand: Stand = { axes, later: [], depth: 3 };
    const period = axes.find((along) => along.period);
    const back = period && ground.random() < 0.25 ? period : null;
    // What it is made of is drawn now, since a formula is made when it is first asked for.
    const [start, rise] = [draw(ground, stand), draw(ground, stand)];
    const made: Quantity = model.quantity(`Figure ${String(n + 1)}`, '1', axes, () =>
      back ? first(back, start, made.previous(back).times(constant('0.5')).plus(rise)) : start,
    );
    quantities.push(made);
  }
  return ground;
}

const pick = <T>({ random }: Pick<Ground, 'random'>, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to draw from');
  return found;
};

type Kind = (ground: Ground, stand: Stand, part: () => Expression) => Expression;
const positive = (of: Expression): Expression => max(of, constant('0.1'));

/** They take longest in decimals. */
const CURVES: readonly ((of: Expression) => Expression)[] = [
  (of) => exp(max(of, constant(-2)).times(constant(-1))),
  (of) => ln(positive(of)),
  (of) => normal(of),
];

/** The kinds of parts, each so often as it stands here. */
const KINDS: readonly Kind[] = [
  (_, __, part) => part().plus(part()),
  (_, __, part) => part().minus(part()),
  (_, __, part) => part().minus(part().minus(part())),
  (_, __, part) => part().times(part()),
  (_, __, part) => part().times(part().plus(part())),
  (_, __, part) => part().over(positive(part())),
  (_, __, part) => part().over(positive(part()).over(positive(part()))),
  (ground, _, part) => positive(part()).power(constant(pick(ground, ['2', '0.5', '-1']))),
  (_, __, part) => positive(part()).power(min(positive(part()).power(constant(2)), constant(3))),
  (ground, _, part) => pick(ground, [min, max])(part(), part(), part()),
  (_, __, part) => max(min(part(), part())),
  (ground, _, part) => select(pick(ground, [less, atMost, equal])(part(), part()), part(), part()),
  (_, __, part) => select(part(), part(), part()).plus(less(part(), part())),
  (ground, _, part) => pick(ground, CURVES)(part()),
  (ground, _, part) => round(part(), pick(ground, ['half up', 'half even', 'truncate']), pick(ground, [0, 1, 2, 16])),
  laterOf,
  casesOf,
  casesOf,
  sumOf,
  sumOf,
  sumOf,
];

function draw(ground: Ground, stand: Stand): Expression {
  if (stand.depth === 0 || ground.random() < 0.15) return leaf(ground, stand);
  const part = (): Expression => draw(ground, { ...stand, depth: stand.depth - 1 });
  return pick(ground, KINDS)(ground, stand, part);
}

/** Figures of the periods that a formula stands on, later by a figure of whole periods. */
function laterOf(ground: Ground, stand: Stand, part: () => Expression): Expression {
  const period = [...stand.axes].reverse().find((along) => along.period);
  const moved = ground.quantities.filter(
    ({ block: { axes } }) => period && axes.includes(period) && axes.every((along) => stand.axes.includes(along)),
  );
  if (!period || moved.length === 0) return leaf(ground, stand);
  return pick(ground, moved).later(period, round(part(), 'half up', 0));
}

function casesOf(ground: Ground, stand: Stand): Expression {
  const { random, drug, group, year, month } = ground;
  const reached = [
    ...stand.axes,
    ...(stand.axes.includes(drug) ? [group] : []),
    ...(stand.axes.includes(month) ? [year] : []),
  ];
  const below = { ...stand, depth: stand.depth - 1 };
  if (reached.length === 0) return leaf(ground, stand);
  const along = pick(ground, reached);
  if (along.period && random() < 0.6)
    return first(along, draw(ground, below), draw(ground, { ...below, later: [...stand.later, along] }));
  const many = random() < 0.5 ? 2 : 3;
  const branches = { k0: draw(ground, below), k1: draw(ground, below), k2: draw(ground, below) };
  return cases(along, (member) => `k${String((member * 2 + 1) % many)}`, branches);
}

function sumOf(ground: Ground, stand: Stand): Expression {
  const { drug, group, year, month, age, world, treats, random } = ground;
  const over = pick(
    ground,
    // What runs along months does not sum years: no model does, and a sheet has one row of periods.
    [drug, month, age, world, year].filter(
      (along) => !stand.axes.includes(along) && (along !== year || !stand.axes.includes(month)),
    ),
  );
  const inside = (): Expression =>
    draw(ground, { ...stand, axes: [...stand.axes, over], depth: Math.max(0, stand.depth - 2) });
  if (over === age) {
    // The finest: a figure is lagged along the periods that it is counted in.
    const period = [...stand.axes].reverse().find((along) => along.period);
    const back = ground.quantities.filter(({ block }) => block.axes.length === 1 && block.axes[0] === period);
    return period && back.length > 0
      ? sum(
          pick(ground, back)
            .lagged(period, age)
            .times(random() < 0.5 ? constant(1) : inside()),
          age,
        )
      : sum(inside(), age);
  }
  if (over === drug && stand.axes.includes(group)) return sum(inside(), drug, random() < 0.5 ? group : treats);
  return over === month && stand.axes.includes(year) ? sum(inside(), month, year) : sum(inside(), over);
}

function leaf(ground: Ground, stand: Stand): Expression {
  const { random } = ground;
  const kind = random();
  if (kind < 0.12) return constant(pick(ground, ['0', '1', '2', '12', '0.5', '-1']));
  if (kind < 0.2 && stand.axes.length > 0) return position(pick(ground, stand.axes));
  return placed(pick(ground, ground.quantities), ground, stand);
}

/** A quantity where it can be read: along its own axes, by the links of finer ones, or at one member. */
function placed(of: Quantity, ground: Ground, { axes, later }: Stand): Quantity {
  const { drug, group, year, month, partner, random } = ground;
  return of.block.axes.reduce<Quantity>((read, along) => {
    const linked = (along === group && axes.includes(drug)) || (along === year && axes.includes(month));
    if (!linked && !axes.includes(along)) return read.at(along, pick(ground, along.members));
    if (later.includes(along) && random() < 0.6) return read.previous(along);
    if (along === drug && random() < 0.2) return read.via(partner);
    return random() < 0.1 ? read.at(along, pick(ground, along.members)) : read;
  }, of);
}
