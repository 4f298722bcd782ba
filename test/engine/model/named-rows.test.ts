/** Which row speaks: one that names a technology before one for all, and of two on the same item each for its own. */
import type { Block } from '../../build/snapshot';
import { blockOf, model as modelOf, people, results, runOf, small, withOf, type Tables } from '../small';

const Technologies: Block = [
  ['Technology', 'Role'],
  ['New', 'new'],
  ['Old', 'current'],
  ['Older', 'current'],
];
const Uptake: Block = [
  ['World', 'Technology', '2026'],
  ['without', 'Old', 0.75],
  ['without', 'Older', 0.25],
  ['with', 'New', 0.2],
];

test.each([
  ['above', [0, 1]],
  ['below', [1, 0]],
])('a row of BIM_Displacement for all gives way to the one that names the technology, %s it', (_, order) => {
  const named = ['New', 'Old', 0.4];
  const all = ['All', 'Old', 0.9];
  const Displacement: Block = [
    ['Technology', 'Displaced', 'Share'],
    ...order.map((at) => (at === 0 ? named : all)),
    ['New', 'Older', 0.6],
  ];
  const made = results(small({ Technologies, Uptake, Displacement }));
  // 20 of 100 people: 8 from the old (40 %), 12 from the older (60 %).
  expect(['New', 'Old', 'Older'].map((name) => withOf(made.patients, name))).toEqual([['20'], ['67'], ['13']]);
});

/** Two technologies given in doses of one item, by regimens in this order. */
const sharing = (...regimens: Block[1][]): Tables =>
  small({
    Uptake: [
      ['World', 'Technology', '2026'],
      ['without', 'Old', 1],
      ['with', 'New', 0.5],
      ['with', 'Old', 0.5],
    ],
    Prices: [
      ['Item', 'Content', 'Unit', 'List price'],
      ['vial', 10, 'mg', 3],
    ],
    Regimens: [['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Vial sharing'], ...regimens],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Price item'],
      ['New', 'Acquisition', 'vial', 'dose', 'vial'],
      ['Old', 'Acquisition', 'vial', 'dose', 'vial'],
    ],
  });
const vials = (technology: string, dose: number): Block[1] => [technology, 'vial', dose, 'mg', 1, 'year', 'no'];

test('two technologies that share an item are each given their own dose of it', () => {
  const [twice, thrice] = [vials('New', 20), vials('Old', 30)];
  for (const tables of [sharing(twice, thrice), sharing(thrice, twice)]) {
    const { costs } = results(tables);
    // 50 people on two vials at £3, 50 on three.
    expect(['New', 'Old'].map((name) => withOf(costs, name))).toEqual([['300'], ['450']]);
  }
});

test('a regimen for all is that of a technology without one of its own', () => {
  const { costs } = results(sharing(vials('All', 20), vials('Old', 30)));
  expect(['New', 'Old'].map((name) => withOf(costs, name))).toEqual([['300'], ['450']]);
});

test('a dose by weight is by the weight of the subgroup, of all where it has none', () => {
  const weights = [
    ['All', 70],
    ['Women', 60],
    ['Men', 80],
  ] as const;
  for (const rows of [weights, [...weights].reverse()]) {
    const { costs } = results({
      ...sharing(['All', 'vial', 1, 'mg/kg', 1, 'year', 'yes']),
      Population: [
        ['Subgroup', 'Step', 'Op', 'Base'],
        ...['Children', 'Men', 'Women'].map((name) => [name, 'People', 'count', 1]),
      ],
      Patients: [['Subgroup', 'Weight'], ...rows],
    });
    // Half of them at £0.30 a mg.
    expect(costs.flatMap((row) => (row.technology === 'New' && row.world === 'with' ? row.values : []))).toEqual([
      '10.5',
      '12',
      '9',
    ]);
  }
});

test('the gross cost of new medicines is that of the payer of the model, and of whoever is not named', () => {
  const gross = (payer: string): readonly string[] | undefined =>
    results(
      small({
        Model: [...modelOf(1), ['Payer', payer]],
        Costs: [
          ['Technology', 'Category', 'Item', 'Payer', 'Per', 'Unit cost'],
          ['New', 'Acquisition', 'drug', 'NHS', 'patient-year', 1],
          ['New', 'Acquisition', 'supply', 'Households', 'patient-year', 2],
          ['New', 'Acquisition', 'device', null, 'patient-year', 4],
          ['New', 'Monitoring', 'visit', null, 'patient-year', 8],
          ['Old', 'Acquisition', 'drug', 'NHS', 'patient-year', 16],
        ],
      }),
    ).impact.grossDrug;
  expect(['All', 'NHS', 'Households'].map(gross)).toEqual([['700'], ['500'], ['600']]);
});

test('where nobody comes as a pool one line of eligible patients serves both worlds; with a pool each has its own', () => {
  const eligible = (stream: string | null): readonly (readonly [string | undefined, string])[] =>
    results(
      small({
        Population: [
          ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
          ['Adults', 'People', 'count', stream, 100],
        ],
      }),
    ).eligible.map(({ world, values }) => [world, values.join()]);
  expect(eligible(null)).toEqual([[undefined, '100']]);
  expect(eligible('pool').map(([world]) => world)).toEqual(['without', 'with']);
});

test('a step that does not count takes its part of the one before', () => {
  const run = runOf(
    small({ Population: people(1000, ['Adults', 'Ill', 'x', 0.1, null], ['Adults', 'Old', '-', 30, null]) }),
  );
  expect(blockOf(run, 'People in the funnel')).toEqual(['1000', '100', '70']);
});

test('a step for all stands beside one of the subgroup for another stream, and gives way to one for its own or for any', () => {
  const eligible = (all: string | null, own: string | null): readonly string[] =>
    results(
      small({
        Population: [
          ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
          ['Adults', 'People', 'count', 'prevalent', 100],
          ['Adults', 'New', 'count', 'incident', 50],
          ['All', 'Willing', 'x', all, 0.9],
          ['adults', 'WILLING', 'x', own, 0.8],
        ],
      }),
    ).eligible[0]?.values ?? [];
  expect(eligible('prevalent', 'incident')).toEqual(['130']);
  expect(eligible('prevalent', 'prevalent')).toEqual(['130']);
  expect(eligible('incident', null)).toEqual(['120']);
});
