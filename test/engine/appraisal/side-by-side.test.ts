/** Technologies side by side: each is what the model lacks without it, and only what is shared is left. */
import { technologiesIn } from '../../../src/compare/technologies';
import { assess } from '../../../src/assess';
import type { SideBySide } from '../../../src/engine/appraisal/side-by-side';
import type { Snapshot } from '../../../src/workbook/workbook';
import { modelWith, type Block, type Typed } from '../../build/snapshot';

/** 120 people a year; two new drugs beside an old one, and a task of 5,000. */
const model = (uptake: readonly (readonly Typed[])[], Resources: Block | null = null): Snapshot =>
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
      ['Technology', 'Role', 'Accounting', 'Leave queue'],
      ['Drug A', 'new', 'cohort', 1],
      ['Drug C', 'new', 'cohort', 1],
      ['Drug B', 'current', 'cohort', null],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027'],
      ['without', 'All', 'Drug B', 1, 1],
      ...uptake.map((row): readonly Typed[] => ['with', 'All', ...row]),
    ],
    Prices: null,
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['Drug A', 'Acquisition', 'a', 'patient-year', 1200],
      ['Drug B', 'Acquisition', 'b', 'patient-year', 600],
      ['Drug C', 'Acquisition', 'c', 'patient-year', 3000],
    ],
    Tasks: [
      ['ID', 'Task', 'Duration', 'Cost'],
      ['T', 'Set-up', 1, 5000],
    ],
    Outcomes: [
      ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value', 'Realised'],
      ['Drug A', 'Days saved', 'cash-releasing', 2, 'start', 400, 0.5],
    ],
    Resources,
  });
const BOTH: readonly (readonly Typed[])[] = [
  ['Drug A', 0.2, 0.5],
  ['Drug C', 0.1, 0.3],
];

function found(snapshot: Snapshot): SideBySide {
  const steps = technologiesIn(snapshot);
  let step = steps.next();
  for (let done = 0; step.done !== true; step = steps.next(), done += 1) expect(step.value).toEqual({ done, of: 2 });
  if (!step.value) throw new Error('nothing to compare');
  return step.value;
}
/** Σ patient-years of a technology in a case. */
const patientYears = (snapshot: Snapshot, technology: string, of: string): number =>
  (assess(snapshot).results?.realisation?.patients ?? [])
    .filter((row) => row.case === of && row.technology === technology)
    .flatMap(({ values }) => values)
    .reduce((sum, value) => sum + Number(value), 0);

test('each adds its own patients at its price less what they had; the task belongs to neither', () => {
  const snapshot = model(BOTH);
  const { technologies, shared, whole } = found(snapshot);
  const [a, c] = technologies;
  expect(technologies.map(({ technology }) => technology)).toEqual(['Drug A', 'Drug C']);
  expect(Number(a?.impact.planned)).toBeCloseTo(patientYears(snapshot, 'Drug A', 'planned') * 600, 9);
  expect(Number(c?.impact.planned)).toBeCloseTo(patientYears(snapshot, 'Drug C', 'planned') * 2400, 9);
  // 84 start with Drug A: 800 each as planned, half of it realised; Drug C has costs alone.
  expect(Number(a?.value.planned)).toBeCloseTo(84 * 800 - Number(a?.impact.planned), 9);
  expect(Number(a?.value.realised)).toBeCloseTo(84 * 400 - Number(a?.impact.realised), 9);
  expect(Number(c?.value.planned)).toBeCloseTo(-Number(c?.impact.planned), 9);
  expect([shared.impact, shared.value].map(({ planned, realised }) => [Number(planned), Number(realised)])).toEqual([
    [5000, 5000],
    [-5000, -5000],
  ]);
  const { realisation } = assess(snapshot).results ?? {};
  expect(whole.value).toEqual({ planned: realisation?.value.planned, realised: realisation?.value.realised });
});

test('two that stand in one queue: what one leaves the other takes, and only the plan adds up without it', () => {
  const places: Block = [
    ['Resource', 'Kind', 'Available', 'Period', 'Per start'],
    ['Chairs', 'service', 4, 'month', 1],
  ];
  const snapshot = model(BOTH, places);
  const { technologies, shared } = found(snapshot);
  const alone = model([['Drug C', 0.1, 0.3]], places);
  // Without Drug A all chairs are Drug C's.
  const withoutA = assess(alone).results?.realisation?.impact.realised.total ?? [];
  const both = assess(snapshot).results?.realisation?.impact.realised.total ?? [];
  const total = (values: readonly string[]): number => values.reduce((sum, value) => sum + Number(value), 0);
  expect(Number(technologies[0]?.impact.realised)).toBeCloseTo(total(both) - total(withoutA), 9);
  expect(Number(shared.impact.planned)).toBeCloseTo(5000, 9);
  expect(Math.abs(Number(shared.impact.realised) - 5000)).toBeGreaterThan(1);
});

test('a workbook without value realisation has nothing to compare', () => {
  expect(technologiesIn(modelWith({})).next()).toEqual({ done: true, value: null });
});
