/** The ends of a plan that is held back: no capacity is the world without, endless capacity the plan (67). */
import fc from 'fast-check';
import { places, realised } from './realised';

/** `before` and `planned` are the shares of the new technology without and with. */
const impacts = (before: number, planned: number, available: number, accounting: 'cohort' | 'stock') => {
  const { impact } = realised({
    Technologies: [
      ['Technology', 'Role', 'Accounting'],
      ['N', 'new', accounting],
      ['C', 'current', accounting],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027'],
      ['without', 'All', 'N', before, before],
      ['without', 'All', 'C', 1 - before, 1 - before],
      ['with', 'All', 'N', planned, planned],
    ],
    Resources: places(available),
  });
  return { planned: impact.planned.total.map(Number), realised: impact.realised.total.map(Number) };
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
