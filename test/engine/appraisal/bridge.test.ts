/** The bridge from plan to actual closes to zero, and each step is what it says. */
import fc from 'fast-check';
import { assess, explainFigure } from '../../../src/assess';
import type { Explanation } from '../../../src/engine/results';
import { modelWith, type Block, type Typed } from '../../build/snapshot';

/** 120 a year, a quarter then half of them on Drug A, who stay; 1,200 a patient-year. */
const cohort = (actuals: Block) =>
  modelWith({
    Model: [
      ['Setting', 'Value'],
      ['First year', 2026],
      ['Years', 2],
      ['Step', 'month'],
    ],
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 120],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting'],
      ['Drug A', 'new', 'cohort'],
      ['Drug B', 'current', 'cohort'],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027'],
      ['without', 'All', 'Drug A', 0, 0],
      ['without', 'All', 'Drug B', 1, 1],
      ['with', 'All', 'Drug A', 0.25, 0.5],
    ],
    Prices: null,
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['Drug A', 'Acquisition', 'a', 'patient-year', 1200],
      ['Drug B', 'Acquisition', 'b', 'patient-year', 600],
    ],
    Actuals: actuals,
  });
const actuals = (...rows: readonly (readonly Typed[])[]): Block => [
  ['Period', 'Measure', 'Technology', 'Subgroup', 'Value'],
  ...rows,
];
const bridge = (rows: Block): ReadonlyMap<string, readonly number[]> => {
  const { results, findings } = assess(cohort(rows));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return new Map((results?.realisation?.bridge ?? []).map(({ step, values }) => [step, values.map(Number)]));
};
const STEPS = ['eligible', 'start date', 'curve', 'ceiling', 'persistence', 'price', 'mix'];

test('what happened as planned moves nothing', () => {
  const made = bridge(actuals(['2026', 'starts', 'Drug A', null, 30], ['2027', 'starts', 'Drug A', null, 60]));
  for (const step of STEPS) expect(made.get(step)?.map((value) => Math.abs(value) < 1e-9)).toEqual([true, true]);
  expect(made.get('planned')).toEqual(made.get('actual'));
  expect(made.get('lag months')).toEqual([0]);
});

test('half of the starts is the ceiling; a dearer patient-year is the price', () => {
  const half = bridge(actuals(['2026', 'starts', 'Drug A', null, 15], ['2027', 'starts', 'Drug A', null, 30]));
  const planned = half.get('planned') ?? [];
  expect(half.get('ceiling')?.[0]).toBeCloseTo(-(planned[0] ?? 0) / 2, 9);
  expect(half.get('curve')?.[0]).toBeCloseTo(0, 9);
  const dear = bridge(actuals(['2026', 'spend', 'Drug A', null, 2 * (planned[0] ?? 0)]));
  expect(dear.get('price')?.[0]).toBeCloseTo(planned[0] ?? 0, 9);
});

test('a launch half a year late is the start date', () => {
  const late = Array.from({ length: 12 }, (_, n): readonly Typed[] => [
    `2026-${String(n + 1).padStart(2, '0')}`,
    'starts',
    'Drug A',
    null,
    n < 6 ? 0 : 2.5,
  ]);
  const made = bridge(actuals(...late));
  expect(made.get('lag months')).toEqual([6]);
  expect(made.get('start date')?.[0]).toBeLessThan(0);
  expect(made.get('curve')?.[0]).toBeCloseTo(0, 9);
});

test('a step is explained down to the cells, the lag and the highest share so far among them', () => {
  const late = ['2026-03', '2026-04', '2026-05'].map((at, n): readonly Typed[] => [
    at,
    'starts',
    'Drug A',
    null,
    n + 1,
  ]);
  const flat = (of: Explanation): readonly Explanation[] => [of, ...of.parts.flatMap(flat)];
  const told = flat(explainFigure(cohort(actuals(...late)), 'Bridge from plan to actual[ceiling, 2026]'));
  const named = (name: string) => told.filter((of) => of.name === name);
  expect(new Set(told.flatMap(({ at }) => (at?.sheet === 'Actuals' ? [at.cell] : [])))).toEqual(
    new Set(['F4', 'F5', 'F6']),
  );
  // It was highest in May, and is told from there; before it, in April and March.
  const highest = named('Highest share so far, as it was');
  expect([...new Set(highest.map(({ where }) => where))]).toEqual(['2027-12', '2026-04', '2026-03', '2026-02']);
  const lagged = flat(
    explainFigure(cohort(actuals(...late)), 'Share as planned, later by the lag[Adults · Drug A, 2026-06]'),
  );
  expect(lagged.slice(0, 2).map(({ name, where, value }) => [name, where, value])).toEqual([
    ['Share as planned, later by the lag', '2026-06', '0.25'],
    ['Share of the eligible, as planned', '2026-04', '0.25'],
  ]);
  expect(lagged.find(({ name }) => name === 'Lag of the start')?.value).toBe('2');
});

test('a blank Value is not recorded yet, and is no 0', () => {
  const recorded = (value: number | null) => {
    const rows = actuals(['2026-03', 'starts', 'Drug A', null, 2], ['2026-04', 'starts', 'Drug A', null, value]);
    const { recorded: lists, forecast } = assess(cohort(rows)).results?.realisation ?? {};
    return [lists?.find((list) => list.case === 'actual')?.values.slice(2, 4), forecast?.[0]?.periods];
  };
  expect([recorded(null), recorded(0)]).toEqual([
    [['2', null], 1],
    [['2', '0'], 2],
  ]);
});

test('steps add up exactly to actual less planned, whatever was recorded', () => {
  const row = fc.tuple(
    fc.constantFrom('2026', '2027', '2026-02', '2026-07', '2027-11'),
    fc.constantFrom('eligible', 'starts', 'patients', 'spend'),
    fc.integer({ min: 0, max: 90 }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ([at, of]) => `${at.slice(0, 4)} ${of}` }),
      (rows) => {
        const made = bridge(
          actuals(
            ...rows.map(([at, of, value]): readonly Typed[] => [
              at,
              of,
              of === 'eligible' ? null : 'Drug A',
              null,
              value,
            ]),
          ),
        );
        if (!made.has('planned')) return;
        for (const year of [0, 1]) {
          const at = (step: string): number => made.get(step)?.[year] ?? 0;
          const sum = STEPS.reduce((total, step) => total + at(step), at('planned'));
          expect(Math.abs(sum - at('actual'))).toBeLessThan(1e-9 * Math.max(1, Math.abs(at('actual')), at('planned')));
        }
      },
    ),
    { numRuns: 15 },
  );
});
