/** A schedule with its durations drawn, against the closed form of PERT; and the gates and tasks by name and cell. */
import type { Block } from '../../build/snapshot';
import { realised } from './realised';

const DRAWS = 4000;
const asking = (draws: number): Block => [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', 2],
  ['Step', 'month'],
  ['Draws', draws],
];
const MODEL = asking(DRAWS);
const WAVES: Block = [
  ['Wave', 'Share', 'Live after'],
  ['First', 1, 'A'],
];
/** A takes 2 to 6 months, 4 at most likely; B always 4. */
const TASKS: Block = [
  ['ID', 'Task', 'Duration', 'Low', 'High', 'Dimension'],
  ['A', 'Train', 4, 2, 6, 'process'],
  ['B', 'Build', 4, null, null, 'resources'],
];

/** Chance that PERT on 2, 4, 6 (a beta with both shapes 3) is over by so many months. */
function over(months: number): number {
  const x = Math.min(1, Math.max(0, (months - 2) / 4));
  return x ** 3 * (10 - 15 * x + 6 * x ** 2);
}
/** Four standard errors of a share of so many draws. */
const near = (share: number): number => 4 * Math.sqrt((share * (1 - share)) / DRAWS) + 1e-9;

test('the chance that a wave is live by each month is that of its task', () => {
  const draws = realised({ Model: MODEL, Tasks: TASKS, Waves: WAVES }).schedule?.draws;
  expect(draws?.draws).toBe(DRAWS);
  const live = draws?.live.find(({ wave }) => wave === 'First')?.values.map(Number) ?? [];
  expect(live).toHaveLength(24);
  live.forEach((share, month) => {
    expect(Math.abs(share - over(month + 1))).toBeLessThanOrEqual(near(over(month + 1)));
  });
  expect(live.slice(0, 2)).toEqual([0, 0]);
  expect(live.slice(5).every((share) => share === 1)).toBe(true);
});

test('a task is critical as often as no other takes longer, and the end is later than the end of the means', () => {
  const draws = realised({ Model: MODEL, Tasks: TASKS, Waves: WAVES }).schedule?.draws;
  const critical = (task: string): number => Number(draws?.critical.find((one) => one.task === task)?.share);
  expect(Math.abs(critical('A') - 0.5)).toBeLessThanOrEqual(near(0.5));
  expect(critical('A') + critical('B')).toBeCloseTo(1, 9);
  // E max(A, 4) = 4 + E (A − 4)⁺; the beta above gives 4 × 5/64.
  expect(Math.abs(Number(draws?.mean) - 4.3125)).toBeLessThan(0.04);
  expect(Number(draws?.low)).toBe(4);
  expect(Number(draws?.high)).toBeLessThan(6);
});

test('fewer draws are made where fewer are asked for, and never more than 4,000', () => {
  const asked = (draws: number): number | undefined =>
    realised({ Model: asking(draws), Tasks: TASKS, Waves: WAVES }).schedule?.draws?.draws;
  expect([asked(100), asked(5000)]).toEqual([100, 4000]);
});

test('without Low and High nothing is drawn', () => {
  const certain: Block = [
    ['ID', 'Duration'],
    ['A', 4],
  ];
  expect(realised({ Model: MODEL, Tasks: certain, Waves: WAVES }).schedule?.draws).toBeNull();
});

test('gates and tasks are told with what they are and where they stand', () => {
  const resources: Block = [
    ['Resource', 'Kind', 'Available', 'Unit', 'Per start', 'Dimension'],
    ['Clinic', 'attention', 5, 'hours', 1, 'attention'],
  ];
  const { gates, tasks } = realised({ Model: MODEL, Tasks: TASKS, Waves: WAVES, Resources: resources });
  expect(gates.map(({ gate, dimension, unit }) => [gate, dimension, unit])).toContainEqual([
    'Clinic',
    'attention',
    'hours',
  ]);
  expect(gates.every(({ at }) => at !== null && at.cell !== '')).toBe(true);
  expect(tasks.map(({ task, name, dimension }) => [task, name, dimension])).toEqual([
    ['A', 'Train', 'process'],
    ['B', 'Build', 'resources'],
  ]);
});
