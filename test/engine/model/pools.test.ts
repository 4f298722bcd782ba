/** People who come once, worked out by hand: whoever is treated has left the pool, and only that part of a mixed stream. */
import type { Block, Typed } from '../../build/snapshot';
import { apart, model, results, small } from '../small';

const TECHNOLOGIES: Block = [
  ['Technology', 'Role'],
  ['New', 'new'],
  ['Nothing', 'none'],
];
/** People treated each year, by subgroup, where half of all who can be treated are: Adults, and 40 others who come each year. */
function treated(
  streams: readonly (readonly [stream: string, count: number])[],
  ...more: readonly (readonly Typed[])[]
) {
  const { patients } = results(
    small({
      Model: model(3, ...more),
      Population: [
        ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
        ['Others', 'Coming', 'count', 'incident', 40],
        ...streams.map(([stream, count]): readonly Typed[] => ['Adults', `As ${stream}`, 'count', stream, count]),
      ],
      Technologies: TECHNOLOGIES,
      Uptake: [
        ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
        ['without', 'All', 'New', 0.2, 0.2, 0.2],
        ['without', 'All', 'Nothing', 0.8, 0.8, 0.8],
        ['with', 'All', 'New', 0.5, 0.5, 0.5],
        ['with', 'All', 'Nothing', 0.5, 0.5, 0.5],
      ],
    }),
  );
  const of = (subgroup: string): readonly string[] =>
    patients.find((row) => row.world === 'with' && row.technology === 'New' && row.subgroup === subgroup)?.values ?? [];
  expect(new Set(of('Others'))).toEqual(new Set(['20']));
  return of('Adults');
}

test.each<[string, readonly (readonly [string, number])[], readonly (readonly Typed[])[], readonly number[]]>([
  ['half of those left', [['pool', 100]], [], [50, 25, 12.5]],
  // 160: 50 of the pool and 30 others. 50 + 60: 25 of the pool. 25 + 60.
  [
    'beside others, who come anew each year',
    [
      ['pool', 100],
      ['incident', 60],
    ],
    [],
    [80, 55, 42.5],
  ],
  [
    'after a baseline year that ends, all are there again',
    [['pool', 100]],
    [
      ['Baseline year', 'yes'],
      ['Baseline cohort', 'ends'],
    ],
    [50, 25, 12.5],
  ],
  [
    'after a baseline year that continues, those are gone who had it without the plan',
    [['pool', 100]],
    [
      ['Baseline year', 'yes'],
      ['Baseline cohort', 'continues'],
    ],
    [40, 20, 10],
  ],
])('a pool, %s', (_, streams, more, wanted) => {
  expect(apart(treated(streams, ...more), wanted)).toBeLessThan(1e-13);
});
