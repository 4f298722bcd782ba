/** Decimals, the exact run and its replacements, and the solver, on figures known beforehand. */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { axis, link, periodAxis } from '../../../src/engine/graph/axis';
import {
  constant,
  equal,
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
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { add, Exact, normalDistribution, power, roundOn } from '../../../src/engine/readings/decimals';
import { ExactRun } from '../../../src/engine/readings/exact';
import { solveFor, solveLine } from '../../../src/engine/solve';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { budgetImpact } from '../../../src/engine/model/budget-impact';
import { snapshotOf as randomSnapshot, workbooks } from '../../random/workbooks';

const d = (value: number | string): Decimal => new Exact(value);

describe('decimals', () => {
  test.each([
    ['half even', 0, '0.5', '0'],
    ['half even', 0, '1.5', '2'],
    ['half even', 0, '2.5', '2'],
    ['half even', 2, '-1.005', '-1'],
    ['half up', 0, '0.5', '1'],
    ['half up', 0, '2.5', '3'],
    ['half up', 2, '-1.005', '-1.01'],
    ['half up', 0, '0.49999', '0'],
    ['truncate', 0, '0.99', '0'],
    ['truncate', 1, '-1.99', '-1.9'],
    ['truncate', 2, '3.999', '3.99'],
  ] as const)('%s to %d places: %s is %s', (mode, places, from, to) => {
    expect(roundOn(mode, places, () => d(from))().toFixed()).toBe(to);
  });

  // Φ from Abramowitz & Stegun table 26.1 and NIST DLMF 7.2, beyond the digits of a double.
  test.each([
    [0, '0.5'],
    ['1', '0.841344746068542948585232545632'],
    ['-1', '0.158655253931457051414767454368'],
    ['1.96', '0.975002104851779'],
    ['-3', '0.001349898031630094526651814767'],
    ['6', '0.999999999013412354962301859299'],
  ])('the normal distribution at %s is %s', (x, phi) => {
    expect(
      normalDistribution(d(x))
        .minus(phi)
        .abs()
        .lte(`1e-${String(Math.max(1, phi.length - 3))}`),
    ).toBe(true);
  });

  test('the normal distribution is symmetric, rises, and ends at 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (thousandths) => {
        const x = d(thousandths).div(1000);
        const [left, right] = [normalDistribution(x), normalDistribution(x.negated())];
        return left.plus(right).minus(1).abs().lte('1e-38') && normalDistribution(x.plus('0.001')).gt(left);
      }),
      { numRuns: 25, seed: 1 },
    );
    expect([normalDistribution(d(12.5)).toFixed(), normalDistribution(d(-12.5)).toFixed()]).toEqual(['1', '0']);
  });

  test('whole powers are exact, others are not refused, and nothing is written with an exponent', () => {
    expect(power(d('1.03'), d(5)).toFixed()).toBe('1.1592740743');
    expect(power(d(2), d(-2)).toFixed()).toBe('0.25');
    expect(power(d(7), d(0)).toFixed()).toBe('1');
    expect(power(d(2), d('0.5')).toFixed(20)).toBe('1.41421356237309504880');
    expect(d('1e-30').toString()).toBe('0.000000000000000000000000000001');
    expect(add(d('0.1'), d('0.2')).toFixed()).toBe('0.3');
    expect(Exact.precision).toBe(40);
  });
});

const year = periodAxis('year', ['2026', '2027', '2028', '2029']);

describe('an exact run', () => {
  const figures = (define: (model: Model) => Quantity): readonly string[] =>
    new ExactRun().block(define(new Model())).map((value) => value.toFixed());
  const stock = (model: Model, axes = [year]): Quantity => model.data('Stock', '1', axes, [1, 2, 4, 8].map(d));

  test.each<[string, (stock: Quantity) => Expression, readonly string[]]>([
    ['the year before', (of) => first(year, constant(0), of.previous(year)), ['0', '1', '2', '4']],
    ['one year for all', (of) => of.at(year, '2028'), ['4', '4', '4', '4']],
    ['differences', (of) => of.minus(position(year)), ['0', '0', '1', '4']],
    ['the least and the largest', (of) => min(of, constant(3)).plus(max(of, constant(3))), ['4', '5', '7', '11']],
    ['a choice', (of) => select(less(of, constant(4)), one, constant(9)), ['1', '1', '9', '9']],
    ['equality', (of) => equal(of, constant(4)), ['0', '0', '1', '0']],
    ['a sum over the axis', (of) => sum(of, year), ['15', '15', '15', '15']],
    ['a logarithm', (of) => round(ln(of), 'half up', 5), ['0', '0.69315', '1.38629', '2.07944']],
    ['the normal distribution', (of) => round(normal(of), 'half up', 5), ['0.84134', '0.97725', '0.99997', '1']],
    ['division and power', (of) => of.power(constant(2)).over(constant(4)), ['0.25', '1', '4', '16']],
  ])('%s', (_, formula, expected) => {
    expect(
      figures((model) => {
        const of = stock(model);
        return model.quantity('Figure', '1', [year], () => formula(of));
      }),
    ).toEqual(expected);
  });

  test('a lagged sum is a convolution: starters by age', () => {
    const age = axis('age', ['1', '2', '3', '4']);
    const made = figures((model) => {
      const starters = stock(model);
      const stays = model.data('Stays', '1', [age], [1, 0.5, 0.25, 0].map(d));
      return model.quantity('Alive', '1', [year], () => sum(starters.lagged(year, age).times(stays), age));
    });
    expect(made).toEqual(['1', '2.5', '5.25', '10.5']);
  });

  test('figures later by a figure: nothing before they begin, the last one after they end', () => {
    const by = (lag: number): readonly string[] =>
      figures((model) => {
        const lags = model.data('Lag', '1', [], [d(lag)]);
        const of = stock(model);
        return model.quantity('Later', '1', [year], () => of.later(year, lags));
      });
    expect([by(0), by(1), by(4)]).toEqual([
      ['1', '2', '4', '8'],
      ['0', '1', '2', '4'],
      ['0', '0', '0', '0'],
    ]);
    expect([by(-1), by(-9)]).toEqual([
      ['2', '4', '8', '8'],
      ['8', '8', '8', '8'],
    ]);
    expect([by(0.5), by(-0.5)]).toEqual([
      ['0', '0', '0', '0'],
      ['0', '0', '0', '8'],
    ]);
  });

  test('sums by a link leave out members that belong nowhere', () => {
    const [line, group] = [axis('line', ['a', 'b', 'c', 'd']), axis('group', ['g', 'h', 'i'])];
    const of = link('group', line, group, [0, -1, 0, 1]);
    expect(
      figures((model) => {
        const on = stock(model, [line]);
        return model.quantity('By group', '1', [group], () => sum(on, line, of));
      }),
    ).toEqual(['5', '8', '0']);
  });

  test('a read outside its block is refused when it is run, too', () => {
    expect(() =>
      figures((model) => {
        const of = stock(model);
        return model.quantity('Bad', '1', [year], () => of.previous(year));
      }),
    ).toThrow('Bad reads outside Stock');
  });

  test('replaced inputs give what a fresh run on them gives, and put back, the first figures', () => {
    for (const families of [{ streams: true }, { cohorts: true }, { agreements: true }])
      for (const tables of fc.sample(workbooks(families), { numRuns: 4, seed: 5 })) {
        const { assumptions } = readAssumptions(randomSnapshot(tables));
        if (!assumptions) throw new Error('refused');
        const of = budgetImpact(assumptions);
        const all = (run: ExactRun): readonly string[] =>
          of.model.quantities.flatMap((quantity) => run.block(quantity).map((value) => value.toFixed()));
        const [run, fresh] = [new ExactRun(), new ExactRun()];
        const before = all(run);
        const cells = of.model.quantities.flatMap(({ block }) =>
          block.input &&
          block.input.given.some((given) => given !== null) &&
          /^(Funnel value|Unit cost|List price)/.test(block.name)
            ? [block]
            : [],
        );
        const nudged = new Map(
          cells.map((block) => [block, (block.input?.values ?? []).map((value) => value.times('1.25').plus('0.001'))]),
        );
        expect(nudged.size).toBeGreaterThan(0);
        run.replace(nudged);
        fresh.replace(nudged);
        const after = all(run);
        expect(after).toEqual(all(fresh));
        expect(after).not.toEqual(before);
        run.replace(new Map(cells.map((block) => [block, block.input?.values ?? []])));
        expect(all(run)).toEqual(before);
      }
  });
});

describe('solving', () => {
  const at = (value: Decimal | null | 'bent'): string | null =>
    value === null || value === 'bent' ? value : value.toFixed();

  test('a straight line is solved exactly, from wherever one stands', () => {
    for (const now of ['0', '1', '-7', '1000000.01'])
      expect(at(solveLine((x) => x.times(3).minus('0.3'), d(now)))).toBe('0.1');
    expect(at(solveFor((x) => x.times('0.1').minus(2500), d(99)))).toBe('25000');
  });
  test('no solution is said as none', () => {
    expect(solveLine(() => d(5), d(1))).toBeNull();
    expect(solveFor((x) => x.times(x).plus(1), d(1))).toBeNull();
    expect(solveFor(() => null, d(1))).toBeNull();
  });
  test('where one stands already is the answer', () => {
    expect(at(solveFor((x) => x.times(x).minus(4), d(2)))).toBe('2');
    expect(at(solveLine(() => d(0), d(3)))).toBe('3');
  });
  test('a bent figure is bracketed and halved', () => {
    expect(solveLine((x) => x.times(x).minus(2), d(1))).toBe('bent');
    expect(solveLine((x) => (x.gt(5) ? d(2) : x.minus(3)), d(5))).toBe('bent');
    const root = solveFor((x) => x.times(x).minus(2), d(1));
    expect(root?.minus('1.414213562373095048801688724209698').abs().lte('1e-28')).toBe(true);
    const below = solveFor((x) => x.times(x).times(x).plus(8), d(1));
    expect(below?.plus(2).abs().lte('1e-28')).toBe(true);
  });
  test('a jump over the target is no solution', () => {
    expect(solveFor((x) => (x.lt('3.3') ? d(-1) : d(1)), d(1))).toBeNull();
  });
  test('a line that breaks beyond the probes is not taken for one', () => {
    const capped = (x: Decimal): Decimal => (x.gt(10) ? d(20) : x.times(2)).minus(30);
    expect(solveFor(capped, d(1))).toBeNull();
  });
  test('a value that the model refuses ends the search on that side', () => {
    const root = solveFor((x) => (x.gt(5) ? null : x.times(x).minus('0.01')), d(1));
    expect(root?.abs().minus('0.1').abs().lte('1e-28')).toBe(true);
  });
});
