/**
 * What every adapter of the workbook port must do, as tests. A bench is a workbook made for one test, with a way to
 * look at cells and to type into them that does not go through the adapter.
 */
import type { CellSpec, CellValue, Report, SheetSpec, TableSnapshot, Workbook } from '../../src/workbook/workbook';
import { liveTests } from './live-contract';

/** A cell to begin with: a value, a formula with the value it had (none: nobody has calculated it), an error, or a day as Excel keeps it. */
export type SeedValue =
  | CellValue
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  | { readonly date: number };

export interface SeedSheet {
  readonly name: string;
  /** By row from 1, by column from A. */
  readonly rows: readonly (readonly SeedValue[])[];
  /** Tables by name, with their ranges: { BIM_Prices: 'A1:C4' }. */
  readonly tables?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
}

export interface Seed {
  readonly sheets: readonly SeedSheet[];
  readonly names?: Readonly<Record<string, string>>;
}

export interface Bench {
  /** The adapter, opened on the workbook as it stands now. */
  readonly open: () => Promise<Workbook>;
  /** What a cell holds: its formula where it has one, else its value. */
  readonly look: (sheet: string, cell: string) => Promise<CellValue>;
  readonly type: (sheet: string, cell: string, value: string | number) => Promise<void>;
  readonly rename: (sheet: string, name: string) => Promise<void>;
}

const USER: SeedSheet = {
  name: 'My model',
  rows: [
    ['A model', null, null, null, null],
    ['Setting', 'Value', 'Unit', 'When', 'Note'],
    ['First year', 2026, null, { date: 46_023 }, ' spaces '],
    ['Rate', 0.1, true, null, '=not a formula'],
    ['Sum', { formula: '=B3+1', value: 2027 }, null, null, '2026'],
    ['Bad', { error: '#N/A' }, null, null, null],
  ],
  tables: { BIM_Model: 'A2:E6' },
  hiddenRows: [4],
};
const OTHER: SeedSheet = {
  name: 'Other',
  rows: [
    ['x', 'y'],
    [1, 2],
  ],
  tables: { Mine: 'A1:B2' },
};
const SEED: Seed = { sheets: [USER, OTHER], names: { Members: "='My model'!$B$3" } };

const PRINT: SheetSpec['print'] = {
  area: { from: [1, 1], to: [8, 4] },
  orientation: 'landscape',
  fit: 'one page',
  footer: ['', '&A', ''],
};

/** A sheet of ours: a title, a table of figures, a total, and a formula that looks at another sheet. */
export function sheetSpec(key: string, name: string, extra: readonly CellSpec[] = []): SheetSpec {
  return {
    key,
    name,
    purpose: 'result',
    widths: [2, 34, 10, 10],
    cells: [
      { row: 1, column: 2, value: 'Budget impact', style: 'title' },
      { row: 4, column: 2, value: 'Year', style: 'header' },
      { row: 4, column: 3, value: 'Amount', style: 'headerRight' },
      { row: 5, column: 2, value: { number: '2026' }, style: 'label' },
      { row: 5, column: 3, value: { number: '1234567.891234567891' }, style: 'figure', format: '#,##0.00' },
      { row: 6, column: 2, value: { number: '2027' }, style: 'label' },
      { row: 6, column: 3, value: { number: '-0.3' }, style: 'figure', format: '#,##0.00' },
      ...extra,
    ],
    tables: [{ name: `BIM_Out_${name}`, row: 4, column: 2, headers: ['Year', 'Amount'], rows: 2 }],
    charts: [],
    validations: [],
    conditions: [],
    print: PRINT,
  };
}

/** Two sheets, the second of which looks at the first. */
export function report(stamp: string, amount = '5'): Report {
  const first = sheetSpec('summary', 'Summary', [
    { row: 8, column: 3, value: { number: amount }, style: 'totalFigure' },
  ]);
  const second = sheetSpec('annual', 'Annual', [
    {
      row: 8,
      column: 3,
      value: { formula: '=Summary!C8*2', cached: { number: String(Number(amount) * 2) } },
      style: 'totalFigure',
    },
    { row: 9, column: 2, value: { link: 'Summary!A1', text: 'To the summary' }, style: 'link' },
  ]);
  const names = [{ name: 'BIM_Answer', sheet: 'Summary', range: { from: [8, 3], to: [8, 3] } as const }];
  return { title: 'A model', stamp, language: 'en-GB', sheets: [first, second], names, open: 'summary' };
}

/** Text that a spreadsheet would take for something else. */
export const TEMPTING = [
  '=1+1',
  '=HYPERLINK("http://example.org","x")',
  '+1',
  '-x',
  '@SUM(A1)',
  '2026',
  '007',
  '1-2',
  '5 %',
  '1e5',
  'TRUE',
  'false',
  '#N/A',
  'May 5',
  '12:30',
  "'quoted",
  "it's",
  ' =1',
  '\t=1',
  '1,234',
  'line\nline',
  '£5',
  '–',
  'Ω <b>&amp;',
  '=',
];

/** `calculates`: whether formulas that are written have values to be read back. */
export function workbookContract(name: string, make: (seed: Seed) => Promise<Bench>, calculates = true): void {
  describe(`${name}: the workbook port`, () => {
    readingTests(make);
    writingTests(make);
    ownershipTests(make);
    liveTests(make, calculates);
  });
}

type Make = (seed: Seed) => Promise<Bench>;

function readingTests(make: Make): void {
  test('reads every BIM_ table with typed cells, and no other', async () => {
    const workbook = await (await make(SEED)).open();
    const snapshot = await workbook.read();
    expect(snapshot.sheets).toEqual(['My model', 'Other']);
    expect(snapshot.names).toEqual([
      { name: 'Members', refersTo: expect.stringMatching(/^=?'My model'!\$B\$3$/) as string },
    ]);
    expect(snapshot.owned).toEqual([]);
    expect(snapshot.tables.map((table) => table.name)).toEqual(['BIM_Model']);
    const table = snapshot.tables[0] as TableSnapshot;
    expect(table).toMatchObject({
      sheet: 'My model',
      row: 2,
      column: 1,
      headers: ['Setting', 'Value', 'Unit', 'When', 'Note'],
      hiddenRows: [4],
    });
    expect(table.rows).toEqual([
      [{ value: 'First year' }, { value: 2026 }, { value: null }, { value: 46_023, date: true }, { value: ' spaces ' }],
      [{ value: 'Rate' }, { value: 0.1 }, { value: true }, { value: null }, { value: '=not a formula' }],
      [{ value: 'Sum' }, { value: 2027, formula: '=B3+1' }, { value: null }, { value: null }, { value: '2026' }],
      [{ value: 'Bad' }, { value: null, error: '#N/A' }, { value: null }, { value: null }, { value: null }],
    ]);
  });

  test('what it reads is plain data', async () => {
    const snapshot = await (await (await make(SEED)).open()).read();
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });
}

function writingTests(make: Make): void {
  test('writes sheets after those of the user, and leaves every cell of his', async () => {
    const bench = await make(SEED);
    const written = await (await bench.open()).write(report('run 1'));
    expect(written).toEqual({
      sheets: [
        { key: 'summary', name: 'Summary', cells: 8 },
        { key: 'annual', name: 'Annual', cells: 9 },
      ],
      kept: [],
    });
    const snapshot = await (await bench.open()).read();
    expect(snapshot.sheets).toEqual(['My model', 'Other', 'Summary', 'Annual']);
    const before = await (await (await make(SEED)).open()).read();
    expect(snapshot.tables[0]).toEqual(before.tables[0]);
    expect(await bench.look('Other', 'A2')).toBe(1);
    expect(await bench.look('Summary', 'B1')).toBe('Budget impact');
    expect(await bench.look('Annual', 'B9')).toBe('To the summary');
  });

  test('numbers become the nearest double, formulas stay formulas', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    expect(await bench.look('Summary', 'C5')).toBe(1_234_567.891_234_567_9);
    expect(await bench.look('Summary', 'C6')).toBe(-0.3);
    expect(String(await bench.look('Annual', 'C8')).replaceAll("'", '')).toBe('=Summary!C8*2');
  });

  test('tables and names are there for the next reader', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    const snapshot = await (await bench.open()).read();
    const table = snapshot.tables.find((one) => one.name === 'BIM_Out_Summary');
    expect(table).toMatchObject({ sheet: 'Summary', row: 4, column: 2, headers: ['Year', 'Amount'] });
    expect(table?.rows.map((row) => row.map((cell) => cell.value))).toEqual([
      [2026, 1_234_567.891_234_567_9],
      [2027, -0.3],
    ]);
    const plain = snapshot.names.map(({ name: label, refersTo }) =>
      `${label} ${refersTo.replaceAll("'", '')}`.replace(' =', ' '),
    );
    expect(plain.sort()).toEqual(['BIM_Answer Summary!$C$8', 'Members My model!$B$3']);
  });

  test('text stays text, whatever it looks like', async () => {
    const bench = await make(SEED);
    const cells = TEMPTING.map((value, n): CellSpec => ({ row: 10 + n, column: 2, value, style: 'body' }));
    await (await bench.open()).write({ ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', cells)] });
    const found = await Promise.all(TEMPTING.map((_, n) => bench.look('Summary', `B${String(10 + n)}`)));
    expect(found).toEqual(TEMPTING);
    const again = await (await bench.open()).read();
    expect(again.owned).toEqual([{ name: 'Summary', key: 'summary', stamp: 'run 1', changed: false }]);
  });

  test('a number that no cell can hold is refused, and nothing is written', async () => {
    const bench = await make(SEED);
    const spec = sheetSpec('summary', 'Summary', [{ row: 10, column: 2, value: { number: '1e999' }, style: 'body' }]);
    await expect((await bench.open()).write({ ...report('run 1'), sheets: [spec] })).rejects.toThrow(Error);
    expect((await (await bench.open()).read()).sheets).toEqual(['My model', 'Other']);
  });
}

function ownershipTests(make: Make): void {
  test('writes its own sheets again in place', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    const written = await (await bench.open()).write(report('run 2', '7'));
    expect(written.kept).toEqual([]);
    const snapshot = await (await bench.open()).read();
    expect(snapshot.sheets).toEqual(['My model', 'Other', 'Summary', 'Annual']);
    expect(snapshot.owned.map(({ key, stamp, changed }) => [key, stamp, changed]).sort()).toEqual([
      ['annual', 'run 2', false],
      ['summary', 'run 2', false],
    ]);
    expect(await bench.look('Summary', 'C8')).toBe(7);
    expect(snapshot.tables.map((table) => table.name).sort()).toEqual([
      'BIM_Model',
      'BIM_Out_Annual',
      'BIM_Out_Summary',
    ]);
  });

  test('a sheet that grows shorter leaves nothing behind', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    await (await bench.open()).write({ ...report('run 2'), sheets: [sheetSpec('summary', 'Summary')], names: [] });
    expect(await bench.look('Summary', 'C8')).toBeNull();
  });

  test('keeps a sheet that the user changed, and writes a new one beside it', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    await bench.type('Summary', 'C8', 999);
    expect((await (await bench.open()).read()).owned.find((sheet) => sheet.key === 'summary')?.changed).toBe(true);
    const written = await (await bench.open()).write(report('run 2', '7'));
    expect(written.kept).toEqual(['Summary']);
    expect(written.sheets.map((sheet) => sheet.name)).toEqual(['Summary (Realise)', 'Annual']);
    expect(await bench.look('Summary', 'C8')).toBe(999);
    expect(await bench.look('Summary (Realise)', 'C8')).toBe(7);
    expect(await bench.look('Annual', 'C8')).toBe("='Summary (Realise)'!C8*2");
    const snapshot = await (await bench.open()).read();
    expect(snapshot.owned.find((sheet) => sheet.key === 'summary')).toEqual({
      name: 'Summary (Realise)',
      key: 'summary',
      stamp: 'run 2',
      changed: false,
    });
    expect(snapshot.tables.map((table) => table.name).sort()).toEqual([
      'BIM_Model',
      'BIM_Out_Annual',
      'BIM_Out_Summary',
      'BIM_Out_Summary_2',
    ]);
  });

  test('replaces a sheet that the user changed where that is asked for, and only there', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    await bench.type('Summary', 'C8', 999);
    await bench.type('Summary', 'F20', 'my own note');
    await bench.type('Annual', 'C5', 1);
    const written = await (await bench.open()).write(report('run 2', '7'), { replace: ['summary'] });
    expect(written.kept).toEqual(['Annual']);
    expect(written.sheets.map((sheet) => sheet.name)).toEqual(['Summary', 'Annual (Realise)']);
    expect(await bench.look('Summary', 'C8')).toBe(7);
    expect(await bench.look('Summary', 'F20')).toBeNull();
    expect(await bench.look('Annual', 'C5')).toBe(1);
    const { owned, tables } = await (await bench.open()).read();
    expect(owned.map(({ name, changed }) => [name, changed]).sort()).toEqual([
      ['Annual (Realise)', false],
      ['Summary', false],
    ]);
    expect(tables.map((table) => table.name)).toContain('BIM_Out_Summary');
  });

  test('a write that is called off before it began writes nothing', async () => {
    const bench = await make(SEED);
    const signal = AbortSignal.abort(new Error('Cancelled. Nothing was written.'));
    await expect((await bench.open()).write(report('run 1'), { signal })).rejects.toThrow('Nothing was written');
    expect((await (await bench.open()).read()).sheets).toEqual(['My model', 'Other']);
  });

  test('a cell that the user added beside ours counts as a change', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    await bench.type('Summary', 'F20', 'my own note');
    const written = await (await bench.open()).write(report('run 2'));
    expect(written.kept).toEqual(['Summary']);
    expect(await bench.look('Summary', 'F20')).toBe('my own note');
  });

  test('never writes into a sheet of the user that has our name', async () => {
    const bench = await make({ sheets: [...SEED.sheets, { name: 'summary', rows: [['mine']] }] });
    const written = await (await bench.open()).write(report('run 1'));
    expect(written.sheets[0]?.name).toBe('Summary (Realise)');
    expect(await bench.look('summary', 'A1')).toBe('mine');
    expect(await bench.look('Annual', 'C8')).toBe("='Summary (Realise)'!C8*2");
  });

  test('finds its sheet again under the name that the user gave it', async () => {
    const bench = await make(SEED);
    await (await bench.open()).write(report('run 1'));
    await bench.rename('Summary', 'Für den Vorstand');
    const written = await (await bench.open()).write(report('run 2', '7'));
    expect(written).toMatchObject({ kept: [], sheets: [{ name: 'Für den Vorstand' }, { name: 'Annual' }] });
    expect(await bench.look('Für den Vorstand', 'C8')).toBe(7);
    expect(await bench.look('Annual', 'C8')).toBe("='Für den Vorstand'!C8*2");
  });

  test('takes another name for a table whose name the user has', async () => {
    const bench = await make({
      sheets: [...SEED.sheets, { name: 'Copy', rows: [['a'], [1]], tables: { BIM_Out_Summary: 'A1:A2' } }],
    });
    await (await bench.open()).write(report('run 1'));
    const { tables } = await (await bench.open()).read();
    expect(tables.find((table) => table.sheet === 'Copy')).toMatchObject({ name: 'BIM_Out_Summary', headers: ['a'] });
    expect(tables.find((table) => table.sheet === 'Summary')).toMatchObject({ name: 'BIM_Out_Summary_2' });
  });
}
