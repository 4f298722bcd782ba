/** What a dose costs, by hand: in packs, by content or whole; up to a highest dose; and each medicine in its own way. */
import type { Block, Typed } from '../../build/snapshot';
import { impactOf, people, small } from '../small';

type Regimen = Readonly<Record<'item' | 'unit' | 'sharing', string>> & {
  readonly dose: number;
  readonly most?: number;
};

/** What one person of 70 kg costs a year, who has a dose of each once. */
function cost(regimens: readonly Regimen[], prices: readonly (readonly Typed[])[], sd: number | null = null): number {
  const Regimens: Block = [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Max dose', 'Every', 'Every unit', 'Vial sharing'],
    ...regimens.map(({ item, dose, unit, most, sharing }): readonly Typed[] => [
      ...['New', item, dose, unit, most ?? null],
      ...[1, 'year', sharing],
    ]),
  ];
  const Costs: Block = [
    ['Technology', 'Category', 'Item', 'Per', 'Price item'],
    ...regimens.map(({ item }) => ['New', 'Acquisition', item, 'patient-year', item]),
  ];
  const Prices: Block = [['Item', 'Pack', 'Content', 'Unit', 'List price'], ...prices];
  const Patients: Block = [
    ['Subgroup', 'Weight', 'Weight SD'],
    ['All', 70, sd],
  ];
  return Number(impactOf(small({ Population: people(1), Regimens, Costs, Prices, Patients }))[0]);
}
const VIALS = [
  ['vial', 'small', 10, 'mg', 10],
  ['vial', 'large', 50, 'mg', 45],
] as const;
const BOXES = [
  ['box', 'dear', 30, 'mg', 9],
  ['box', 'cheap', 20, 'mg', 7],
] as const;
const vial = (more: Partial<Regimen> = {}): Regimen => ({
  item: 'vial',
  dose: 1.5,
  unit: 'mg/kg',
  sharing: 'no',
  ...more,
});
const boxes: Regimen = { item: 'box', dose: 2, unit: 'pack', sharing: 'no' };

test('a dose in packs is so many of the cheapest, whatever they hold', () => {
  expect(cost([boxes], BOXES)).toBe(14);
});

test('a highest dose limits what is bought: 90 mg, not 105', () => {
  expect(
    [vial({ most: 90 }), vial({ most: 90, sharing: 'yes' }), vial({ most: 200 })].map((of) => cost([of], VIALS)),
  ).toEqual([45 + 40, 0.9 * 90, 100]);
});

test('each medicine is charged in its own way beside the others', () => {
  const shared = vial({ item: 'flask', sharing: 'yes' });
  const flasks = VIALS.map(([, ...rest]) => ['flask', ...rest]);
  expect(cost([shared, boxes, vial()], [...flasks, ...BOXES, ...VIALS])).toBeCloseTo(94.5 + 14 + 100, 9);
});

test('where weights differ and vials are shared, the mean is that of the doses up to the highest', () => {
  const variance = Math.log(1 + (15 / 70) ** 2);
  const [mu, sigma] = [Math.log(70) - variance / 2, Math.sqrt(variance)];
  const steps = 4000;
  let mean = 0;
  for (let k = 0; k < steps; k += 1) {
    const z = -8 + (16 * (k + 0.5)) / steps;
    mean += Math.min(110, 1.5 * Math.exp(mu + sigma * z)) * Math.exp((-z * z) / 2) * (16 / steps);
  }
  const made = cost([vial({ most: 110, sharing: 'yes' })], VIALS, 15);
  expect(made).toBeCloseTo((0.9 * mean) / Math.sqrt(2 * Math.PI), 3);
  expect(made).toBeLessThan(0.9 * 105 - 1);
});

test.each([
  ['patient-year', 2],
  ['dose', 2],
  ['month', 2],
  ['start', 0],
])('loading doses are charged with what is paid by the %s, %i more', (per, more) => {
  const charged = (loading: number): number =>
    Number(
      impactOf(
        small({
          Population: people(1),
          Prices: [
            ['Item', 'Content', 'Unit', 'List price'],
            ['vial', 10, 'mg', 1],
          ],
          Regimens: [
            ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Loading doses'],
            ['New', 'vial', 10, 'mg', 1, 'month', loading],
          ],
          Costs: [
            ['Technology', 'Category', 'Item', 'Per', 'Price item'],
            ['New', 'Acquisition', 'vial', per, 'vial'],
          ],
        }),
      )[0],
    );
  expect(charged(2) - charged(0)).toBe(more);
});
