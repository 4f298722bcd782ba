/** Staff by hand: some leave each month, a class is trained up to the target, and half of it joins the trainers. */
import type { Block } from '../../build/snapshot';
import { numbers, realised } from './realised';

const Model: Block = [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', 1],
  ['Step', 'month'],
];

/** Trained nurses by month: 4 at first, of whom a quarter leaves; one trainer has a class of two. */
function trained(target: number | null): readonly number[] {
  const list = [4];
  for (let trainers = 1; list.length < 12;) {
    const left = 0.75 * (list.at(-1) ?? 0);
    const gained = target === null ? 2 * trainers : Math.min(2 * trainers, Math.max(0, target - left));
    list.push(left + gained);
    trainers += gained / 2;
  }
  return list;
}

test.each([[null], [9]])('a pool of staff, beside another, that trains towards %s', (target) => {
  const made = realised({
    Model,
    Resources: [
      [
        'Resource',
        'Kind',
        'Available',
        'Yield',
        'Attrition',
        'Trainers',
        'Class size',
        'Sessions',
        'Target',
        'Become trainers',
        'Per start',
      ],
      ['Beds', 'service', 1000, null, null, null, null, null, null, null, 1],
      ['Nurses', 'staff', 4, 0.5, 0.25, 1, 2, 1, target, 0.5, 1],
    ],
  });
  const wanted = trained(target);
  const close = (figures: readonly number[], of: readonly number[]): void => {
    expect(figures).toHaveLength(of.length);
    figures.forEach((figure, month) => {
      expect(figure).toBeCloseTo(of[month] ?? NaN, 9);
    });
  };
  close(numbers(made.trained, { resource: 'Nurses' }), wanted);
  expect(made.trained.map(({ resource }) => resource)).toEqual(['Nurses']);
  // Each gives half a start a month; ten come each month.
  let waiting = 0;
  const starts = wanted.map((nurses) => {
    const started = Math.min(waiting + 10, nurses / 2);
    waiting += 10 - started;
    return started;
  });
  close(numbers(made.starts), starts);
  close(
    numbers(made.capacity, { gate: 'Nurses' }),
    wanted.map((nurses) => nurses / 2),
  );
});
