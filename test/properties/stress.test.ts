/** Uncertainty, by the numbers of the checks (61–66), on a small model with every kind of row. */
import { PLAIN, snapshotOf, type Block } from '../build/snapshot';
import { D } from '../engine/small';
import { benchOf, tried, type Bench } from '../../src/stress/bench';
import { breakEven } from '../../src/stress/break-even';
import { chanceOf } from '../../src/stress/chance';
import { differenceOf } from '../../src/stress/difference';
import { preparedDraws } from '../../src/stress/draws';
import { oneWay } from '../../src/stress/one-way';
import { reverseStress } from '../../src/stress/reverse';
import { watched } from '../../src/engine/stress/watched';

const UNCERTAIN: Block = [
  ['Parameter', 'Op', 'Low', 'High', 'Distribution', 'P1', 'P2', 'Group'],
  ['Prices/Drug A/List price', 'x', 0.8, 1.3, 'normal', 1, 0.1, null],
  ['Population/Adults/Diagnosed/Base', 'set', 0.002, 0.0045, 'beta', 0.003, 0.0005, null],
  ['Population/Adults/Population/Base', 'x', 1, 1, null, null, null, null],
  ['Costs/Drug B/All/Acquisition/drug/Unit cost', 'x', null, null, 'gamma', 1, 0.2, 'together'],
];
const SCENARIOS: Block = [
  ['Scenario', 'Parameter', 'Op', 'Value'],
  ['Nothing', 'Prices/Drug A/List price', 'x', 1],
  ['Both', 'Prices/Drug A/List price', 'x', 0.7],
  ['Both', 'Population/Adults/Diagnosed/Base', 'x', 1.5],
];
const benchWith = (uncertain: Block, settings: readonly (readonly (string | number)[])[] = []): Bench => {
  const tables = { ...PLAIN, Model: [...PLAIN.Model, ...settings] as unknown as Block };
  const { bench, findings } = benchOf(snapshotOf({ ...tables, Uncertainty: uncertain, Scenarios: SCENARIOS }));
  if (!bench) throw new Error(findings.map(({ message }) => message).join('\n'));
  return bench;
};
const drawn = (bench: Bench, asked: Parameters<typeof preparedDraws>[1]) => {
  const { draws } = preparedDraws(bench, asked);
  if (!draws) throw new Error('no draws');
  const blocks = Array.from({ length: draws.blocks }, (_, n) => draws.block(n));
  const { chance, findings } = chanceOf(draws, blocks);
  if (!chance) throw new Error('no chance');
  return { draws, blocks, chance, findings };
};

test('61 one-way: the base lies between the ends, a range of nothing is a bar of nothing, bars are sorted', () => {
  const { base, bars } = oneWay(benchWith(UNCERTAIN));
  expect(bars.length).toBe(4);
  for (const { low, high } of bars) {
    const ends = [low, high].map(({ figure }) => new D(figure ?? NaN));
    expect(D.min(...ends).lte(base) && D.max(...ends).gte(base)).toBe(true);
  }
  expect(bars.at(-1)).toMatchObject({ parameter: 'Population/Adults/Population/Base', width: '0' });
  const widths = bars.map(({ width }) => new D(width).toNumber());
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test('61 one-way: what is 0 has no part to move by, and is left out by name', () => {
  const zero = 'Prices/Drug A/Growth';
  const { bars, left } = oneWay(benchWith(UNCERTAIN), { parameters: [zero, 'Prices/Drug A/List price'], by: '0.1' });
  expect(bars.map(({ parameter }) => parameter)).toEqual(['Prices/Drug A/List price']);
  expect(left).toMatchObject([{ parameter: zero }]);
});

test('62 draws: the same seed, the first of more, four times as many halve the error, the same worlds do not vary', () => {
  const bench = benchWith(UNCERTAIN);
  const [few, many, other] = [{ draws: 1500 }, { draws: 6000 }, { draws: 1500, seed: 9 }].map((asked) =>
    drawn(bench, asked),
  );
  const first = (of: typeof few) => [...(of?.blocks[0]?.impacts[0]?.[0]?.subarray(0, 1000) ?? [])];
  expect(first(many)).toEqual(first(few));
  expect(first(other)).not.toEqual(first(few));
  const [short, whole] = [few?.blocks[1], many?.blocks[1]].map((block) => block?.impacts[0]?.[2] ?? new Float64Array());
  expect([...(whole?.subarray(0, 476) ?? [])]).toEqual([...(short ?? [])]);
  const error = (of: typeof few) => Number(of?.chance.base.cumulative.error);
  expect(error(few) / error(many)).toBeCloseTo(2, 1);
  const same = drawn(bench, { draws: 500, scenarios: ['Nothing'] });
  expect(same.blocks[0]?.impacts[1]).toEqual(same.blocks[0]?.impacts[0]);
});

test('62 draws of no spread are the model as typed', () => {
  const still = benchWith([UNCERTAIN[0], ['Prices/Drug A/List price', 'x', null, null, 'normal', 1, 0, null]]);
  const { base, difference } = drawn(still, { draws: 100 }).chance;
  const whole = watched(still.base, 'Budget impact').toNumber();
  expect([Number(base.cumulative.mean) / whole, Number(base.cumulative.sd) / whole]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(0, 12),
  ]);
  expect(Number(difference)).toBeLessThan(1e-12);
});

test('63 a draw that would be refused as typed is named, and used', () => {
  const shares: Block = [UNCERTAIN[0], ['Uptake/with/All/Drug A/2026', 'x', null, null, 'normal', 1, 0.1, null]];
  const typed = {
    ...PLAIN,
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
      ['without', 'All', 'Drug B', 1, 1, 1],
      ['with', 'All', 'Drug A', 0.2, 0.3, 0.4],
      ['with', 'All', 'Drug B', 0.8, 0.7, 0.6],
    ] as Block,
    Uncertainty: shares,
  };
  const { bench } = benchOf(snapshotOf(typed));
  if (!bench) throw new Error('no bench');
  const { chance, findings } = drawn(bench, { draws: 200 });
  expect(chance.draws).toBe(200);
  expect(findings.find(({ code }) => code === 'draws-at-fault')?.message).toMatch(
    /^\d+ of 200 draws .*Uptake shares add up to/,
  );
});

test('64 percentiles are in order, and the chance to stay below a threshold rises with it', () => {
  const { base } = drawn(benchWith(UNCERTAIN, [['Test threshold', 1000000]]), { draws: 2000 }).chance;
  const bands = base.bands.map(({ cumulative }) => Number(cumulative));
  expect(bands).toEqual([...bands].sort((a, b) => a - b));
  const chances = base.curve.map(({ passed }) => passed);
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  expect(chances.at(-1)).toBe(1);
  expect(base.test?.byYear.every(({ passed }) => passed >= (base.test?.passed ?? 1))).toBe(true);
});

test('65 break-even: the figure meets its target there, and lies on either side beside it; none is said', () => {
  const bench = benchWith(UNCERTAIN);
  const asked = { parameter: 'Prices/Drug A/List price', op: 'x' as const, target: '100000' };
  const { roots, how } = breakEven(bench, asked);
  expect([roots.length, how]).toEqual([1, 'straight']);
  const at = (value: InstanceType<typeof D>) =>
    tried(bench, [{ parameter: asked.parameter, op: 'x', value: value.toFixed(), at: null }], (run) =>
      watched(run, 'Budget impact').minus(asked.target),
    ).value?.toNumber() ?? NaN;
  const root = new D(roots[0]?.value ?? NaN);
  expect(Math.abs(at(root))).toBeLessThan(0.01);
  expect(Math.sign(at(root.times('0.999')))).toBe(-Math.sign(at(root.times('1.001'))));
  expect(breakEven(bench, { ...asked, target: '-1e15' }).roots).toEqual([]);
});

test('65 reverse stress: the joint move breaks the test exactly, and no single move is shorter', () => {
  const bench = benchWith(UNCERTAIN, [['Test threshold', 100000000]]);
  const parameters = ['Prices/Drug A/List price', 'Population/Adults/Diagnosed/Base'];
  const target = watched(bench.base, 'Highest tested year').times('1.5').toFixed();
  const joint = reverseStress(bench, { parameters, target });
  expect([joint.found, joint.moves.length]).toEqual(['move', 2]);
  expect(new D(joint.figureThere).div(target).minus(1).abs().toNumber()).toBeLessThan(1e-12);
  for (const parameter of parameters) {
    const alone = reverseStress(bench, { parameters: [parameter], target });
    expect(new D(joint.distance).lte(new D(alone.distance).times('1.000001'))).toBe(true);
  }
  expect(reverseStress(bench, { parameters, target: '1' }).found).toBe('already');
});

test('66 a scenario that changes nothing is the base; steps and interaction add up exactly', () => {
  const bench = benchWith(UNCERTAIN);
  const nothing = differenceOf(bench, { from: 'Base', to: 'Nothing' });
  expect(nothing.start).toBe(nothing.end);
  const { start, end, steps, interaction } = differenceOf(bench, { from: 'Base', to: 'Both' });
  expect(steps.length).toBe(2);
  expect(
    steps
      .reduce((sum, { alone }) => sum.plus(alone ?? 0), new D(start))
      .plus(interaction)
      .toFixed(),
  ).toBe(end);
  expect(new D(interaction).isZero()).toBe(false);
  expect(differenceOf(bench, { from: 'Both', to: 'Base' })).toMatchObject({ start: end, end: start });
});
