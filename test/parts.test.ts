/** A combination taken apart: parts that add up have no interaction; parts that only work together are all interaction. */
import { assess } from '../src/assess';
import { modelWith, type Block, type Typed } from './build/snapshot';

/** Drug B gives way to Drug A, whatever its share. */
const Uptake: Block = [
  ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
  ['without', 'All', 'Drug B', 1, 1, 1],
  ['without', 'All', 'Drug A', 0, 0, 0],
  ['with', 'All', 'Drug A', 0.1, 0.2, 0.3],
];

const parts = (...rows: readonly (readonly Typed[])[]) => {
  const Parts: Block = [['Part', 'Parameter', 'Op', 'Value'], ...rows];
  const { results, findings } = assess(modelWith({ Parts, Uptake }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found = results?.realisation?.parts;
  if (!found) throw new Error('no parts');
  return { found, impact: results.impact.total.map(Number) };
};

test('what is worth something only together is all interaction', () => {
  // Without people, or without uptake, there is nothing to gain or lose.
  const { found } = parts(['People', 'Population/*/*/Base', 'x', 0], ['Uptake', 'Uptake/with/All/Drug A/*', 'x', 0]);
  expect(found.none).toBe('0');
  expect(found.parts.map(({ alone }) => Number(alone))).toEqual([0, 0]);
  expect(Number(found.whole)).not.toBe(0);
  expect(found.parts.map(({ last }) => last)).toEqual([found.whole, found.whole]);
  expect(found.interaction).toBe(found.whole);
});

test('prices add up: alone and last are the same, and there is no interaction', () => {
  const { found, impact } = parts(
    ['New', 'Prices/Drug A/List price', 'x', 0.5],
    ['Old', 'Costs/Drug B/All/Acquisition/drug/Unit cost', 'x', 0.5],
  );
  expect(Number(found.interaction)).toBeCloseTo(0, 9);
  for (const { alone, last } of found.parts) expect(Number(alone)).toBeCloseTo(Number(last), 9);
  expect(found.parts.every(({ alone }) => Number(alone) !== 0)).toBe(true);
  expect(impact.some((total) => total !== 0)).toBe(true);
});
