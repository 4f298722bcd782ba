/** Draws that lie exactly at a threshold fall on the side that decimals put them on: every kind of tier and cap. */
import { PLAIN, snapshotOf, type Block } from '../build/snapshot';
import { benchOf } from '../../src/stress/bench';
import { chanceOf } from '../../src/stress/chance';
import { preparedDraws } from '../../src/stress/draws';

/** 1,000,000 × 0.003 × 0.1 are 300 in the first year, and 300 × 900 is 270,000 of spend. */
const AT = 0.003;
const uncertain = (low: number, high: number): Block => [
  ['Parameter', 'Op', 'Low', 'High', 'Distribution'],
  ['Population/Adults/Diagnosed/Base', 'set', low, high, 'uniform'],
];
const agreement = (type: string, threshold: number): Block => [
  ['Technology', 'Type', 'Order', 'Threshold', 'Rate'],
  ['Drug A', type, 1, threshold, 0.2],
];

test.each([
  ['tiers', 300],
  ['volume tiers', 300],
  ['price-volume', 270000],
  ['spend cap', 270000],
])('%s', (type, threshold) => {
  for (const [low, high] of [
    [AT, AT],
    [AT * 0.9, AT * 1.1],
  ] as const) {
    const { bench, findings } = benchOf(
      snapshotOf({ ...PLAIN, Agreements: agreement(type, threshold), Uncertainty: uncertain(low, high) }),
    );
    if (!bench) throw new Error(findings.map(({ message }) => message).join('\n'));
    const { draws } = preparedDraws(bench, { draws: 40 });
    if (!draws) throw new Error('no draws');
    const { chance } = chanceOf(draws, [draws.block(0)]);
    expect(chance?.checked).toBe(20);
    expect(Number(chance?.difference)).toBeLessThan(1e-12);
  }
});
