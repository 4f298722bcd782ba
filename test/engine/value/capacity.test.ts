/** The ends of a plan that is held back: no capacity is the world without, endless capacity the plan (67). */
import fc from 'fast-check';
import { assess } from '../../../src/assess';
import { modelWith } from '../../build/snapshot';

/** A cohort model; `before` and `planned` are the shares of the new drug without and with. */
const model = (before: number, planned: number, places: number, accounting: 'cohort' | 'stock') =>
  modelWith({
    Model: [
      ['Setting', 'Value'],
      ['First year', 2026],
      ['Years', 2],
      ['Step', 'month'],
    ],
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 240],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting'],
      ['Drug A', 'new', accounting],
      ['Drug B', 'current', accounting],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027'],
      ['without', 'All', 'Drug A', before, before],
      ['without', 'All', 'Drug B', 1 - before, 1 - before],
      ['with', 'All', 'Drug A', planned, planned],
    ],
    Prices: null,
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['Drug A', 'Acquisition', 'a', 'patient-year', 1200],
      ['Drug B', 'Acquisition', 'b', 'patient-year', 600],
    ],
    Resources: [
      ['Resource', 'Kind', 'Available', 'Per start', 'Technology'],
      ['Places', 'service', places, 1, 'Drug A'],
    ],
  });

const impacts = (...of: Parameters<typeof model>) => {
  const { results, findings } = assess(model(...of));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found = results?.realisation?.impact;
  return { planned: found?.planned.total.map(Number) ?? [], realised: found?.realised.total.map(Number) ?? [] };
};

const tenths = fc.integer({ min: 0, max: 4 });
test.each(['cohort', 'stock'] as const)('%s: whatever share the new drug has without the plan', (accounting) => {
  fc.assert(
    fc.property(tenths, fc.integer({ min: 1, max: 5 }), (before, more) => {
      const [from, to] = [before / 10, (before + more) / 10];
      const none = impacts(from, to, 0, accounting);
      for (const total of none.realised) expect(Math.abs(total)).toBeLessThan(1e-9);
      const endless = impacts(from, to, 1e6, accounting);
      endless.realised.forEach((total, year) => {
        expect(total).toBeCloseTo(endless.planned[year] ?? NaN, 6);
      });
      expect(endless.planned.some((total) => total > 0)).toBe(true);
    }),
    { numRuns: 8 },
  );
});
