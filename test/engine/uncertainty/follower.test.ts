/** Cells that follow parameters, and what draws put out of what it can be: by hand, in floats and in decimals. */
import type { Run } from '../../../src/engine/figures';
import { BLOCK } from '../../../src/engine/uncertainty/draws';
import { follower, type Followed } from '../../../src/engine/uncertainty/follower';
import { model, people, runOf, small } from '../small';

const run = runOf(
  small({
    Model: model(2, ['Baseline year', 'yes']),
    Population: people(100, ['Adults', 'Ill', 'x', 0.5, null], ['Adults', 'Gone', '-', 20, null]),
    Uptake: [
      ['World', 'Technology', '2026', '2027'],
      ['without', 'Old', 1, 1],
      ['with', 'New', 0.25, 0.5],
      ['with', 'Old', 0.75, 0.5],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['New', 'Care', 'visit', 'patient-year', 8],
      ['Old', 'Care', 'visit', 'patient-year', 2],
    ],
  }),
);

/** A parameter by the cells of the workbook that it reaches, each with its slope. */
function reaching(of: Run, middle: number, slopes: Readonly<Record<string, number>>): Followed {
  const reaches = of.of.model.quantities.flatMap(({ block }) =>
    (block.input?.given ?? []).flatMap((given, cell) => {
      const slope = slopes[given?.parameter ?? ''];
      return given && !block.input?.structural && slope !== undefined ? [{ block, cell, slope }] : [];
    }),
  );
  if (reaches.length === 0) throw new Error(`nothing of ${Object.keys(slopes).join()}`);
  return { middle, reaches };
}
const NEW = 'Costs/New/All/Care/visit/Unit cost';
const OLD = 'Costs/Old/All/Care/visit/Unit cost';
const of = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const rounded = (values: Float64Array | undefined): readonly number[] =>
  Array.from(values ?? [], (value) => Number(value.toFixed(9)));

test('a cell follows one parameter by its slope, several that multiply it by their product, others by their sum', () => {
  const parameters = [
    reaching(run, 1, { [NEW]: 8 }),
    reaching(run, 2, { [NEW]: 4 }),
    reaching(run, 2, { [OLD]: 1 }),
    reaching(run, 5, { [OLD]: 3 }),
  ];
  const values = [of(1, 1.5, 1), of(2, 4, 2), of(2, 2, 2.5), of(5, 5, 5.25)];
  const { draws, difference } = follower(run, parameters);
  const made = draws(values, 3);
  // 30 people, a quarter and a half of whom change from 2 to 8; at 24; and from 3.25 to 8.
  expect(made.impacts.map(rounded)).toEqual([
    [45, 165, 35.625],
    [90, 330, 71.25],
  ]);
  expect(made.faults).toEqual([]);
  for (const draw of [0, 1, 2]) expect(difference(values, draw, made)).toBeLessThan(1e-14);
  // A tenth of the larger total, which is 105 in the first year and 150 in the second.
  const off = { ...made, impacts: [made.impacts[0] ?? of(), (made.impacts[1] ?? of()).map((value) => value + 15)] };
  expect(difference(values, 0, off)).toBeCloseTo(0.1, 12);
});

test('a parameter that has no values leaves its cells as they are', () => {
  const { draws } = follower(run, [reaching(run, 2, { [OLD]: 1 }), reaching(run, 8, { [NEW]: 1 })]);
  expect(rounded(draws([of(2, 3), null], 2).impacts[0])).toEqual([45, 37.5]);
});

test('people below none and shares that no longer add up are told, each draw once, by its number among all', () => {
  const parameters = [
    reaching(run, 20, { 'Population/Adults/Gone/Base': 1 }),
    reaching(run, 0.25, { 'Uptake/with/All/New/2026': 1 }),
  ];
  const count = BLOCK + 3;
  const [gone, share] = [new Float64Array(count).fill(20), new Float64Array(count).fill(0.25)];
  [gone[1], gone[BLOCK + 1], share[2], share[BLOCK + 2]] = [60, 50.5, 0.35, 0.15];
  const { faults, impacts } = follower(run, parameters).draws([gone, share], count);
  const said = [...faults].sort((a, b) => a.draw - b.draw).map(({ draw, why }) => [draw, why]);
  expect(said).toEqual([
    [1, 'A step of the population falls to −10.00 people.'],
    [2, 'Uptake shares add up to 110%.'],
    [BLOCK + 1, 'A step of the population falls to −0.5000 people.'],
    [BLOCK + 2, 'Uptake shares add up to 90%.'],
  ]);
  expect([impacts[0]?.[BLOCK], impacts[0]?.[2]].map((value) => Number(value?.toFixed(9)))).toEqual([45, 69]);
});
