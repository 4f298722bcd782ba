/** Agreements that can hardly be meant: whole-volume tiers under which more costs less. */
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import type { Block } from '../../build/snapshot';
import { modelWith } from '../../build/snapshot';

const found = (type: string, ...bands: (readonly [threshold: number, rate: number])[]) => {
  const Agreements: Block = [
    ['Technology', 'Type', 'Order', 'Threshold', 'Rate', 'Source'],
    ...bands.map(([threshold, rate]) => ['Drug A', type, 1, threshold, rate, 'Contract'] as const),
  ];
  return readAssumptions(modelWith({ Agreements })).findings.filter(({ code }) => code === 'more-costs-less');
};

test('a higher rate off all units: between 75 and 100 units a year costs more than 100 do', () => {
  // 75 × (1 − 0) = 100 × (1 − 0.25)
  const [finding, ...others] = found('volume tiers', [0, 0], [100, 0.25]);
  expect(others).toEqual([]);
  expect([finding?.severity, finding?.at?.cell]).toEqual(['warning', 'E5']);
  expect(finding?.message).toContain('more than 75 and fewer than 100 units');
});
test('from the first band on, and from each to the next', () => {
  expect(found('volume tiers', [100, 0.2]).map(({ message }) => message)).toEqual([expect.stringContaining('80')]);
  // 200 × 0.5 ÷ 0.8 = 125
  expect(found('volume tiers', [0, 0.2], [200, 0.5])[0]?.message).toContain('more than 125');
});
test('not where each rate is off its own band alone, nor where the rate falls', () => {
  expect(found('tiers', [0, 0], [100, 0.25])).toEqual([]);
  expect(found('volume tiers', [0, 0.3], [100, 0.25])).toEqual([]);
});
