/** A model with a mistake in it is refused: units that do not fit, reads outside a block, circles, inputs nobody reads. */
import { axis, link, membersBy, periodAxis } from '../../../src/engine/graph/axis';
import {
  cases,
  constant,
  exp,
  first,
  max,
  one,
  round,
  select,
  sum,
  zero,
  atMost,
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import { Quantity } from '../../../src/engine/graph/quantity';
import { parseUnit, sameUnit, timesUnit, unitText } from '../../../src/engine/graph/unit';
import { Exact } from '../../../src/engine/readings/decimals';
import { deadInputs, isRecursive, reaches, restsOn } from '../../../src/engine/readings/depends';
import { ExactRun } from '../../../src/engine/readings/exact';
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import { snapshotOf as randomSnapshot, workbooks } from '../../random/workbooks';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { budgetImpact } from '../../../src/engine/model/budget-impact';
import { headlineQuantities } from '../../../src/engine/headline';
import type { Exact as Decimals } from '../../../src/engine/readings/decimals';
import fc from 'fast-check';

const year = periodAxis('year', ['2026', '2027', '2028']);
const n = (...values: readonly number[]): readonly InstanceType<typeof Decimals>[] =>
  values.map((value) => new Exact(value));

/** A model of people, a price and their cost by one formula. */
const costing = (formula: (people: Quantity, price: Quantity) => Expression): Model => {
  const model = new Model();
  const people = model.data('People', 'person', [year], n(10, 20, 30));
  const price = model.data('Price', 'GBP/person', [], n(2));
  model.quantity('Cost', 'GBP', [year], () => formula(people, price));
  return model;
};

describe('units', () => {
  test('a cost of people times a price each is sound', () => {
    expect(unitFaults(costing((people, price) => people.times(price)))).toEqual([]);
  });

  test.each<[string, (people: Quantity, price: Quantity) => Expression, string]>([
    ['people where money belongs', (people) => people, 'declared GBP, formula gives person'],
    ['a price that is forgotten', (people) => people.times(constant(12)), 'declared GBP, formula gives person'],
    [
      'a price that is used twice',
      (people, price) => people.times(price).times(price),
      'declared GBP, formula gives GBP*GBP/person',
    ],
    ['later by people', (people) => people.later(year, people), 'later by person'],
    ['people added to money', (people, price) => people.times(price).plus(people), 'sum of GBP and person'],
    ['people taken from a price', (people, price) => price.minus(people), 'difference of GBP/person and person'],
    ['the larger of people and money', (people, price) => max(people, people.times(price)), 'max of person and GBP'],
    [
      'people compared with a share',
      (people, price) => select(atMost(people, one), people.times(price), zero()),
      'comparison of person and 1',
    ],
    [
      'a choice of people or money',
      (people, price) => select(atMost(one, one), people.times(price), people),
      'choice of GBP and person',
    ],
    ['an exponential of people', (people, price) => exp(people).times(price), 'exp of person'],
    ['a power of people', (people, price) => people.power(constant(2)).times(price), 'power of person'],
    ['a power by people', (people, price) => constant(2).power(people).times(price), 'power by person'],
    ['cases of two units', (people, price) => first(year, people, people.times(price)), 'cases of person and GBP'],
    [
      'a rounded sum of people',
      (people) => round(sum(people, year), 'half up', 0),
      'declared GBP, formula gives person',
    ],
  ])('%s is refused', (_, formula, fault) => {
    const found = unitFaults(costing(formula));
    expect(found.map(({ quantity }) => quantity)).toEqual(['Cost']);
    expect(found[0]?.fault).toBe(fault);
  });

  test('a zero has every unit', () => {
    expect(unitFaults(costing((people, price) => people.times(price).plus(zero())))).toEqual([]);
    expect(unitFaults(costing(() => zero()))).toEqual([]);
  });

  test('units multiply, divide, cancel, and are written as they are read', () => {
    const [pound, person] = [parseUnit('GBP'), parseUnit('person')];
    expect(unitText(timesUnit(pound, person, -1))).toBe('GBP/person');
    expect(unitText(timesUnit(parseUnit('GBP/person'), person))).toBe('GBP');
    expect(sameUnit(parseUnit('person*year/person'), parseUnit('year'))).toBe(true);
    expect(sameUnit(parseUnit('GBP'), parseUnit('GBP*GBP'))).toBe(false);
    expect(unitText(parseUnit('1'))).toBe('1');
    for (const unit of ['GBP/person/year', 'person*person/year', '1/year'])
      expect(unitText(parseUnit(unit))).toBe(unit);
  });
});

describe('soundness', () => {
  const faults = (build: (model: Model) => void): readonly string[] => {
    const model = new Model();
    build(model);
    return soundnessFaults(model).map(({ quantity, fault }) => `${quantity}: ${fault}`);
  };

  test('a stock that looks at the year before is sound where the first year stands apart, and refused where it does not', () => {
    const stock =
      (later: boolean) =>
      (model: Model): void => {
        const made: Quantity = model.quantity('Stock', '1', [year], () =>
          later ? first(year, one, made.previous(year).plus(one)) : made.previous(year).plus(one),
        );
      };
    expect(faults(stock(true))).toEqual([]);
    expect(faults(stock(false))).toEqual(['Stock: reads outside Stock at 2026']);
  });

  test('reading on beyond the last member is refused as well', () => {
    const next = (of: Quantity): Quantity => new Quantity(of.block, [{ kind: 'shift', axis: year, by: 1 }]);
    expect(
      faults((model) => {
        const by = model.data('By year', '1', [year], n(1, 2, 3));
        model.quantity('Figure', '1', [year], () => next(by));
        model.quantity('But the last', '1', [year], () =>
          cases(year, (member) => (member === 2 ? 'last' : 'others'), { last: one, others: next(by) }),
        );
      }),
    ).toEqual(['Figure: reads outside By year at 2028']);
  });

  test('a circle over two lists at once is refused', () => {
    const place = axis('place', ['x', 'y']);
    const other = link('other', place, place, [1, 0]);
    expect(
      faults((model) => {
        const made: Quantity = model.quantity('Made', '1', [year, place], () => held);
        const held: Quantity = model.quantity('Held', '1', [year, place], () => made.plus(one));
        model.quantity('Swapped', '1', [year, place], () => held.via(other));
      }),
    ).toEqual(['Made: circle: Made → Held → Made']);
  });

  test('a circle is refused, and named', () => {
    expect(
      faults((model) => {
        const a: Quantity = model.quantity('A', '1', [year], () => b.plus(one));
        const b: Quantity = model.quantity('B', '1', [year], () => c.times(one));
        const c: Quantity = model.quantity('C', '1', [year], () => a.minus(one));
      }),
    ).toEqual(['A: circle: A → B → C → A']);
  });

  test('a circle through a sum is refused too', () => {
    const place = axis('place', ['x', 'y']);
    expect(
      faults((model) => {
        const by: Quantity = model.quantity('By place', '1', [place], () => total.times(one));
        const total: Quantity = model.quantity('Total', '1', [], () => sum(by, place));
      }),
    ).toEqual(['By place: circle: By place → Total → By place']);
  });

  test('a formula that leaves an axis in the air is refused', () => {
    const place = axis('place', ['x', 'y']);
    expect(
      faults((model) => {
        const by = model.data('By place', '1', [place], n(1, 2));
        model.quantity('Figure', '1', [year], () => by);
      }),
    ).toEqual(['Figure: By place: no way to place from year']);
  });

  test('a member without a place is refused where it is read', () => {
    const [fine, coarse] = [axis('drug', ['a', 'b']), axis('class', ['k'])];
    const to = link('class of the drug', fine, coarse, [0, -1]);
    expect(
      faults((model) => {
        const by = model.data('By class', '1', [coarse], n(1));
        model.quantity('Figure', '1', [fine], () => by.via(to));
      }),
    ).toEqual(['Figure: reads outside By class at b']);
  });

  test('two ways to an axis are refused', () => {
    const [a, b, c] = [axis('a', ['1']), axis('b', ['1']), axis('c', ['1'])];
    a.belongsTo(c, [0]);
    b.belongsTo(c, [0]);
    expect(
      faults((model) => {
        const on = model.data('On c', '1', [c], n(1));
        model.quantity('Figure', '1', [a, b], () => on);
      }),
    ).toEqual(['Figure: On c: c can be reached in two ways from a, b']);
  });

  test('names are used once, blocks have a figure for each cell, links a member for each', () => {
    const model = new Model();
    model.data('A', '1', [year], n(1, 2, 3));
    expect(() => model.data('A', '1', [], n(1))).toThrow('two quantities are named A');
    const figure = model.quantity('Formula', '1', [], () => one);
    expect(() => model.typed('Marks', figure)).toThrow('Formula is not an input');
    expect(() => model.data('B', '1', [year], n(1))).toThrow('B: 1 figures for 3 cells');
    expect(() => link('to', year, year, [0])).toThrow('1 entries for 3 members');
    expect(() => link('to', year, year, [0, 1, 3])).toThrow('no member 3 on year');
    expect(() => cases(year, (member) => (member === 0 ? 'x' : 'y'), { x: one })).toThrow('no branch for y');
    expect(() => (model.find('A') as Quantity).at(year, '1999')).toThrow('no 1999 on year');
    expect(() => (model.find('A') as Quantity).previous(axis('place', ['x']))).toThrow('A has no axis place');
  });

  test('members are listed by where they belong, those that belong nowhere left out', () => {
    const [line, group] = [axis('line', ['a', 'b', 'c', 'd']), axis('group', ['g', 'h'])];
    expect(membersBy(line, [link('group', line, group, [1, 0, -1, 1])])).toEqual([[1], [0, 3]]);
    expect(membersBy(line, [])).toEqual([[0, 1, 2, 3]]);
  });
});

describe('what rests on what', () => {
  const build = (): { model: Model; a: Quantity; dead: Quantity; total: Quantity; other: Quantity } => {
    const model = new Model();
    const given = { value: new Exact(1), at: { sheet: 'S', cell: 'A1' }, parameter: 'Dead/one' };
    const a = model.data('A', '1', [], n(1));
    const dead = model.input('Dead', '1', [], [given], new Exact(0));
    const untaken = cases(year, () => 'x', { x: a, y: dead });
    const total = model.quantity('Total', '1', [year], () => untaken);
    const other = model.quantity('Other', '1', [year], () => a.times(dead));
    return { model, a, dead, total, other };
  };

  test('an input that only an untaken branch reads is dead, until another figure is asked for', () => {
    const { model, total, other } = build();
    expect(deadInputs(model, [total]).map(({ parameter }) => parameter)).toEqual(['Dead/one']);
    expect(deadInputs(model, [total, other])).toEqual([]);
  });

  test('what an input reaches, and what a figure rests on', () => {
    const { model, a, dead, total, other } = build();
    expect([...reaches(model, dead.block)].map(({ name }) => name).sort()).toEqual(['Dead', 'Other']);
    expect([...restsOn(total)].map(({ name }) => name).sort()).toEqual(['A', 'Total']);
    expect(reaches(model, a.block).has(other.block)).toBe(true);
    expect(isRecursive(total.block)).toBe(false);
  });

  test('a quantity that rests on itself over time is known to', () => {
    const model = new Model();
    const stock: Quantity = model.quantity('Stock', '1', [year], () => first(year, one, flow.previous(year)));
    const flow: Quantity = model.quantity('Flow', '1', [year], () => stock.plus(one));
    expect([isRecursive(stock.block), isRecursive(flow.block)]).toEqual([true, true]);
    expect(new ExactRun().block(flow).map((value) => value.toFixed())).toEqual(['2', '3', '4']);
  });
});

test('the budget-impact model is sound, in its units too, whatever the workbook', () => {
  for (const families of [
    {},
    { cohorts: true, streams: true },
    { regimens: true, agreements: true },
    { tests: true, streams: true },
  ])
    for (const tables of fc.sample(workbooks(families), { numRuns: 6, seed: 11 })) {
      const { assumptions } = readAssumptions(randomSnapshot(tables));
      if (!assumptions) throw new Error('a random workbook is refused');
      const of = budgetImpact(assumptions);
      expect([unitFaults(of.model), soundnessFaults(of.model)]).toEqual([[], []]);
      expect(headlineQuantities({ of, exact: new ExactRun() }).length).toBeGreaterThan(8);
    }
});
