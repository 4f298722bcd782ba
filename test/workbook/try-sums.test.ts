/**
 * The checks on the user's own formulas, in the emulated Excel, which calculates: a model in formulas that is right keeps
 * them, one with a number typed into a formula does not, and the copies are gone whatever happens.
 */
import { formulasJudged } from '../../src/verify/formulas/judged';
import { trialsOf } from '../../src/verify/formulas/trials';
import { overCopies, readsByName, sheetsNamed } from '../../src/workbook/excel/copied-formula';
import { excelWorkbook } from '../../src/workbook/excel';
import type { Seed } from './contract';
import { excelBench } from './excelBench';

/** A model's inputs, and a place for the user's own formulas. */
const SEED: Seed = {
  sheets: [
    {
      name: 'My inputs',
      rows: [
        ['Setting', 'Value', null, null, null],
        ['Currency', 'GBP', null, null, null],
        ['First year', 2026, null, null, null],
        ['Years', 2, null, null, null],
        [],
        ['Subgroup', 'Step', 'Op', 'Base', null],
        ['Adults', 'People', 'count', 1000, null],
        [],
        ['Technology', 'Role', null, null, null],
        ['New', 'new', null, null, null],
        ['Old', 'current', null, null, null],
        [],
        ['World', 'Subgroup', 'Technology', '2026', '2027'],
        ['without', 'Adults', 'New', 0, 0],
        ['without', 'Adults', 'Old', 1, 1],
        ['with', 'Adults', 'New', 0.1, 0.25],
        ['with', 'Adults', 'Old', 0.9, 0.75],
        [],
        ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
        ['New', 'Acquisition', 'drug', 'patient-year', 200],
        ['Old', 'Acquisition', 'drug', 'patient-year', 40],
        ['New', 'Administration', 'visit', 'patient-year', 10],
      ],
      tables: {
        BIM_Model: 'A1:B4',
        BIM_Population: 'A6:D7',
        BIM_Technologies: 'A9:B11',
        BIM_Uptake: 'A13:E17',
        BIM_Costs: 'A19:E22',
      },
    },
    { name: 'Prices', rows: [[200]] },
    { name: 'Sums', rows: [] },
    { name: 'Parts', rows: [] },
    { name: 'Answer', rows: [['Impact, "own"']] },
  ],
  names: {
    BIM_Own_impact: '=Answer!$B$1:$C$1',
    BIM_Own_cost_with: '=Sums!$A$1:$A$2',
    BIM_Own_cost_without: '=Sums!$B$1:$B$2',
    BIM_Own_shares_without: '=Parts!$A$9:$B$10',
    BIM_Own_shares_with: "='My inputs'!$D$16:$E$17",
    BIM_Own_patients_with: '=Parts!$A$1:$B$2',
    BIM_Own_impact_by_category: '=Parts!$A$3:$B$4',
    BIM_Own_cumulative: '=Parts!$A$5:$B$5',
    BIM_Own_gross: '=Parts!$A$6:$B$6',
    BIM_Own_rebates: '=Parts!$A$7:$B$7',
    BIM_Own_net: '=Parts!$A$8:$B$8',
    New_price: '=Prices!$A$1',
  },
};

const PEOPLE = "'My inputs'!$D$7";
const VISIT = "'My inputs'!$E$22";

/** What the formulas take for an input: its cell, unless they are wrong. */
interface Wrong {
  /** The people of the second year. */
  readonly people?: string;
  /** What the cell of the new drug's price holds. */
  readonly price?: string;
  /** The cost of a visit. */
  readonly visit?: string;
  /** The share of the old drug in world without. */
  readonly before?: string;
  /** Those on the old drug in the second year, the impact of visits, the first year of the cumulative impact, the rebate, and the share of the new drug in world without. */
  readonly onOld?: string;
  readonly visits?: string;
  readonly earlier?: string;
  readonly rebate?: string;
  readonly share?: string;
}

/** People and impact by part, in both years. */
async function partsTyped(bench: ReturnType<typeof excelBench>, { visit = VISIT, ...wrong }: Wrong): Promise<void> {
  for (const [n, column] of ['A', 'B'].entries()) {
    const share = (row: number) => `'My inputs'!${n === 0 ? 'D' : 'E'}${String(row)}`;
    const more = (row: number) => `${PEOPLE}*(${share(row + 2)}-${share(row)})`;
    await bench.type('Parts', `${column}1`, `=${PEOPLE}*${share(16)}`);
    await bench.type(
      'Parts',
      `${column}2`,
      n === 0 ? `=${PEOPLE}*${share(17)}` : `=${wrong.onOld ?? `${PEOPLE}*${share(17)}`}`,
    );
    await bench.type('Parts', `${column}3`, `=${more(14)}*'My inputs'!$E$20+${more(15)}*'My inputs'!$E$21`);
    await bench.type('Parts', `${column}4`, `=${wrong.visits ?? `${more(14)}*${visit}`}`);
    await bench.type('Parts', `${column}5`, n === 0 ? '=Answer!B1' : `=${wrong.earlier ?? 'A5'}+Answer!C1`);
    await bench.type('Parts', `${column}6`, `=${PEOPLE}*${share(16)}*'My inputs'!$E$20`);
    await bench.type('Parts', `${column}7`, `=${column}6*0.1`);
    await bench.type('Parts', `${column}8`, `=${wrong.rebate ?? `${column}6-${column}7`}`);
    await bench.type('Parts', `${column}9`, `=${wrong.share ?? share(14)}`);
    await bench.type('Parts', `${column}10`, `=${share(15)}`);
  }
}

/** The model with formulas of its own: people × shares × costs. */
async function opened(wrong: Wrong = {}, names: Seed['names'] = SEED.names) {
  const { people = PEOPLE, price, visit = VISIT, before } = wrong;
  const bench = excelBench({ ...SEED, ...(names ? { names } : {}) });
  await bench.type('My inputs', 'E20', price ?? 200);
  for (const [n, column] of ['D', 'E'].entries()) {
    const row = String(n + 1);
    const share = (at: number) => `'My inputs'!${column}${String(at)}`;
    const world = (first: number, old: string) =>
      `${share(first)}*('My inputs'!$E$20+${visit})+${old}*'My inputs'!$E$21`;
    const year = n === 0 ? PEOPLE : people;
    await bench.type('Sums', `A${row}`, `=${year}*(${world(16, share(17))})`);
    await bench.type('Sums', `B${row}`, `=${year}*(${world(14, before ?? share(15))})`);
    await bench.type('Answer', `${n === 0 ? 'B' : 'C'}1`, `=Sums!A${row}-Sums!B${row}`);
  }
  await partsTyped(bench, wrong);
  await bench.open();
  const workbook = excelWorkbook();
  const trials = trialsOf(await workbook.read());
  if (!trials || !workbook.trySums) throw new Error('nothing to try');
  return { host: bench.host, workbook, trials, trySums: workbook.trySums };
}

async function tried(wrong?: Wrong) {
  const { workbook, trials, trySums } = await opened(wrong);
  const before = JSON.stringify(await workbook.readSheets());
  const made = formulasJudged(trials, await trySums(trials.asked));
  expect(JSON.stringify(await workbook.readSheets())).toBe(before);
  return made;
}
const of = (made: Awaited<ReturnType<typeof tried>>, verdict: string) =>
  made.lamps.filter((lamp) => lamp.verdict === verdict).map(({ number }) => number);

test('formulas that are right keep every check that cells can be typed over for', async () => {
  const made = await tried();
  expect(made.of).toBe('your own model');
  expect(of(made, 'fails')).toEqual([]);
  expect(of(made, 'holds')).toEqual(
    expect.arrayContaining([2, 3, 4, 9, 14, 15, 16, 19, 23, 32, 33, 34, 35, 36, 50, 52, 56, 57]),
  );
  expect(made.lamps.filter(({ number }) => [32, 36].includes(number)).map(({ tries }) => tries > 20)).toEqual([
    true,
    true,
  ]);
}, 60_000);

test.each([
  [{ price: '=100*B4' }, 9, '17000', '7000'],
  [{ share: '0' }, 32, 'shares without added up 1, 1', '0.9, 0.75'],
  [{ onOld: '750' }, 33, 'patients with added up 0, 0', '0, 750'],
  [{ visits: 'A3*0.05' }, 34, 'the impact by category added up 17000, 42500', '16800, 40800'],
  [{ earlier: '17000' }, 34, 'cumulative impact 0, 0', '0, 17000'],
  [{ before: '1' }, 35, 'cost without 57000, 82500', '61000, 92500'],
  [{ rebate: 'B6*0.8' }, 36, 'gross cost less rebates less net cost 0, 0', '-22000, 5000'],
] as const)(
  'a horizon that weighs on its years, or a part that is wrong, is found by its check: %j',
  async (wrong, number, expected, got) => {
    const made = await tried(wrong);
    expect(of(made, 'fails')).toContain(number);
    expect(made.lamps.find((lamp) => lamp.number === number)).toMatchObject({ verdict: 'fails', expected, got });
  },
  60_000,
);

test('without the names of parts, their checks do not apply', async () => {
  const names = { BIM_Own_impact: '=Answer!$B$1:$C$1' };
  const { trials } = await opened({}, names);
  expect(trials.laws).toEqual([]);
  expect(trials.asked.answers).toEqual([{ sheet: 'Answer', range: 'B1:C1' }]);
});

test('an input computed from a name stands as its value in the copy, before each try and after it', async () => {
  const made = await tried({ price: '=New_price' });
  expect(made.held).toBe(1);
  expect(of(made, 'fails')).toEqual([]);
  expect(of(made, 'holds')).toEqual(expect.arrayContaining([2, 14, 16, 23, 56]));
}, 60_000);

test('a number typed into a formula passes as it stands, and fails as soon as what it stands for moves', async () => {
  const made = await tried({ people: '1000' });
  expect(of(made, 'holds')).toContain(56);
  expect(of(made, 'fails')).toEqual(expect.arrayContaining([2, 14, 50]));
  expect(made.lamps.find(({ number }) => number === 14)).toMatchObject({
    changed: 'typed over in a copy: My inputs!D7 to 3000',
    expected: '51000, 127500',
    got: '51000, 42500',
    at: { sheet: 'My inputs', cell: 'D7' },
  });
}, 60_000);

test('a cost typed into a formula, and a world taken as all on one drug, pass as they stand; the category and the sum by hand tell', async () => {
  const made = await tried({ visit: '10', before: '1' });
  const [category, byHand] = [19, 57].map((number) => made.lamps.find((lamp) => lamp.number === number));
  expect(of(made, 'holds')).toContain(56);
  expect(category).toMatchObject({
    verdict: 'fails',
    changed: 'typed over in a copy: My inputs!E22 to 0',
    expected: '16000, 40000',
    got: '17000, 42500',
  });
  expect(byHand).toMatchObject({ verdict: 'fails', expected: '-170000, -170000' });
}, 60_000);

test('the copies are gone after a refusal in the middle, and nothing else was touched', async () => {
  const { host, trials, trySums } = await opened();
  host.forbid('Application.Calculate', 'InvalidOperation');
  await expect(trySums(trials.asked)).rejects.toThrow(/Your own sheets are as they were/);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['My inputs', 'Prices', 'Sums', 'Parts', 'Answer']);
}, 60_000);

test('formulas read the copies of what they read, and not what is in quotes', () => {
  const copies = new Map([
    ["tom's prices", 'Copy 1'],
    ['sums', 'Copy 2'],
  ]);
  expect(overCopies(`='Tom''s prices'!A1+Sums!$B$2&"Sums!A1"+Other!A1`, copies)).toBe(
    `='Copy 1'!A1+'Copy 2'!$B$2&"Sums!A1"+Other!A1`,
  );
  expect(sheetsNamed(`='Tom''s prices'!A1&"Not!A1"+Sums!B2`)).toEqual(["Tom's prices", 'Sums']);
  const names = new Set(['rate', 'bim_scenario']);
  expect(
    ['=A1*Rate', '=BIM_Costs[Unit cost]', '=RATE(A1,2,3)', '=Rate!A1', '="Rate"'].map((f) => readsByName(f, names)),
  ).toEqual([true, true, false, false, false]);
});
