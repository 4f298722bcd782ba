/** What is wrong with a run is told with its sum, its place and how to mend it. */
import { assess } from '../../src/assess';
import { snapshotOf, type Block, type Typed } from '../build/snapshot';
import { model, people, small, type Tables } from './small';

const found = (tables: Tables) =>
  assess(snapshotOf(small(tables)))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, message, remedy, at }) => ({ code, message, remedy, cell: at?.cell }));
const Uptake: Block = [
  ['World', 'Technology', '2026', '2027'],
  ['without', 'Old', 1, 1],
  ['with', 'New', 0.5, 0.6],
  ['with', 'Old', 0.5, 0.5],
];

/** The rows of Uptake, some of them others. */
function changed(of: (row: readonly Typed[], n: number) => readonly Typed[]): Block {
  const [headers, ...rows] = Uptake;
  return [headers, ...rows.map((row, n) => of(row, n + 1))];
}

test('shares that do not sum to 1: the sum, the year, the cell of that year, and the two ways out', () => {
  const [fault, ...more] = found({ Model: model(2), Uptake });
  expect(more).toEqual([]);
  expect(fault).toMatchObject({
    code: 'shares-do-not-sum',
    message: 'Uptake shares (with, Adults, 2027) add up to 110%.',
    remedy: 'Make them add up to 100%, or set Shares to normalise in BIM_Model.',
  });
  const first = found({ Model: model(2), Uptake: changed((row, n) => (n === 2 ? ['with', 'New', 0.7, 0.5] : row)) });
  expect(first[0]?.message).toBe('Uptake shares (with, Adults, 2026) add up to 120%.');
  expect(fault?.cell?.slice(1)).toBe(first[0]?.cell?.slice(1));
  expect(fault?.cell).not.toBe(first[0]?.cell);
});
test('where nobody is eligible, any shares do; under normalise only a sum of nothing is refused', () => {
  expect(found({ Model: model(2), Uptake, Population: people(0) })).toEqual([]);
  expect(found({ Model: model(2, ['Shares', 'normalise']), Uptake })).toEqual([]);
  const none = changed((row, n) => (n >= 2 ? [row[0] ?? null, row[1] ?? null, 0, 0] : row));
  expect(found({ Model: model(1, ['Shares', 'normalise']), Uptake: none })[0]).toMatchObject({
    message: 'Uptake shares (with, Adults, 2026) add up to 0%.',
    remedy: 'Type at least one share above 0.',
  });
});
test('more patients typed than are eligible are noticed once a row, in the first such year, and not counted', () => {
  const typed: Block = [
    ['World', 'Technology', 'Unit', '2026', '2027', '2028'],
    ['without', 'Old', null, 1, 1, 1],
    ['with', 'New', 'patients', 100, 120, 130],
  ];
  const { findings, results } = assess(snapshotOf(small({ Model: model(3), Uptake: typed })));
  const noticed = findings.filter(({ code }) => code === 'more-than-eligible');
  expect(noticed).toMatchObject([
    { severity: 'notice', message: 'New (with) is typed for 120 patients; 100 are eligible (Adults, 2027).' },
  ]);
  expect(noticed[0]?.at?.cell).toMatch(/^F/);
  const treated = results?.patients.find((row) => row.world === 'with' && row.technology === 'New');
  expect(treated?.values).toEqual(['100', '100', '100']);
});
test('patients that are typed are not summed', () => {
  const typed: Block = [
    ['World', 'Technology', 'Unit', '2026'],
    ['without', 'Old', null, 1],
    ['with', 'New', 'patients', 30],
    ['with', 'Old', 'patients', 10],
  ];
  expect(found({ Uptake: typed })).toEqual([]);
});

const Technologies: Block = [
  ['Technology', 'Role'],
  ['New', 'new'],
  ['Old', 'current'],
  ['Other', 'current'],
];

const SHIFTED: Block = [
  ['World', 'Technology', '2026'],
  ['without', 'Old', 0.2],
  ['without', 'Other', 0.8],
  ['with', 'New', 0.5],
];
const DISPLACED: Block = [
  ['Technology', 'Displaced', 'Share'],
  ['New', 'Old', 1],
];

test('what is displaced below nothing is told at its row of BIM_Displacement, however its name is written', () => {
  const displaced = (name: string) =>
    found({
      Technologies,
      Uptake: SHIFTED,
      Displacement: [
        ['Technology', 'Displaced', 'Share'],
        ['New', name, 1],
      ],
    });
  const [fault, ...more] = displaced('Old');
  expect(more).toEqual([]);
  expect(fault).toMatchObject({
    code: 'displaced-below-zero',
    message: 'Old in Adults would have a share of -30% in 2026.',
    remedy:
      'It loses more than it has. Change BIM_Displacement, type its share in world with, or set Shares to normalise.',
  });
  expect(displaced(' oLD ')).toEqual([fault]);
  const told = assess(snapshotOf(small({ Technologies, Uptake: SHIFTED, Displacement: DISPLACED }))).findings;
  expect(told.find(({ code }) => code === 'displaced-below-zero')?.at?.table).toBe('BIM_Displacement');
});

test('fewer than nobody is told with the step, once, in the first such year', () => {
  const [fault, ...more] = found({
    Model: model(2),
    Population: people(100, ['Adults', 'Gone', '-', 150, null]),
    Uptake,
  }).filter(({ code }) => code === 'negative-people');
  expect(more).toEqual([]);
  expect(fault).toMatchObject({
    message: 'Adults · Gone has -50 people in 2026.',
    remedy: 'A funnel cannot fall below nobody. Change this step or the one before.',
  });
});

test('the same fault in two subgroups is told twice', () => {
  const faults = found({
    Population: people(100, ['Children', 'People', 'count', 50, null]),
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'Old', 1],
      ['with', 'All', 'Old', 0],
      ['with', 'Adults', 'New', 0.9],
      ['with', 'Children', 'New', 0.8],
    ],
  });
  expect(faults.map(({ message }) => message)).toEqual([
    'Uptake shares (with, Adults, 2026) add up to 90%.',
    'Uptake shares (with, Children, 2026) add up to 80%.',
  ]);
  const [adults, children] = faults.map(({ cell }) => Number(cell?.slice(1)));
  expect((children ?? 0) - (adults ?? 0)).toBe(1);
});
