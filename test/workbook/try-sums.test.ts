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
    { name: 'Answer', rows: [['Impact, "own"']] },
  ],
  names: { BIM_Own_impact: '=Answer!$B$1:$C$1', New_price: '=Prices!$A$1' },
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
}

/** The model with formulas of its own: people × shares × costs. */
async function opened({ people = PEOPLE, price, visit = VISIT, before }: Wrong = {}) {
  const bench = excelBench(SEED);
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
  expect(of(made, 'holds')).toEqual(expect.arrayContaining([2, 3, 4, 14, 15, 16, 19, 23, 50, 52, 56, 57]));
}, 60_000);

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
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['My inputs', 'Prices', 'Sums', 'Answer']);
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
