/** Which combinations with parts left out are offered: none, all but one, one alone, and none of them twice. */
import { partsLeftOut } from '../../../src/engine/appraisal/parts-left-out';

test.each<[readonly string[], readonly (readonly [string, readonly number[]])[]]>([
  [[], []],
  [['A'], [['None of the parts', [0]]]],
  [
    ['A', 'B'],
    [
      ['None of the parts', [0, 1]],
      ['Without A', [0]],
      ['Without B', [1]],
    ],
  ],
  [
    ['A', 'B', 'C'],
    [
      ['None of the parts', [0, 1, 2]],
      ['Without A', [0]],
      ['Without B', [1]],
      ['Without C', [2]],
      ['A alone', [1, 2]],
      ['B alone', [0, 2]],
      ['C alone', [0, 1]],
    ],
  ],
])('parts left out of %j', (names, ways) => {
  expect(partsLeftOut(names).map(({ name, taken }) => [name, taken])).toEqual(ways);
});
