/** The lint: each rule on a sheet that breaks it, and none on a sheet that keeps them. */
import { lint } from '../../src/lint/lint';
import type { SheetCell, SheetRead, SheetsRead } from '../../src/workbook/sheets-read';
import { constantsIn, relative } from '../../src/lint/formula';

const cell = (row: number, column: number, value: SheetCell['value'], formula?: string): SheetCell => ({
  row,
  column,
  value,
  ...(formula === undefined ? {} : { formula }),
});
const sheet = (cells: readonly SheetCell[], more: Partial<SheetRead> = {}): SheetRead => ({
  name: 'Sums',
  hidden: false,
  cells,
  tables: [],
  ...more,
});
const book = (...sheets: readonly SheetRead[]): SheetsRead => ({ sheets, names: [] });
const rules = (of: SheetsRead): readonly string[] => lint(of, []).map(({ rule, cell: at }) => `${rule} ${at}`);

test.each<readonly [string, SheetCell, string]>([
  ['a constant', cell(1, 2, 5, '=A1*1.05'), 'constant in a formula B1'],
  ['a volatile function', cell(1, 2, 5, '=OFFSET(A1,1,0)'), 'volatile function B1'],
  ['a function that calls out', cell(1, 2, 'x', '=_xlfn.WEBSERVICE(A1)'), 'calls out B1'],
  ['a table of a web page', cell(1, 2, 'x', '=FILTERXML(A1,"//rate")'), 'calls out B1'],
  ['a feed', cell(1, 2, 5, '=RTD("prices",,"drug")'), 'calls out B1'],
  ['a picture from elsewhere', cell(1, 2, 'x', '=_xlfn.IMAGE(A1)'), 'calls out B1'],
  ['another program', cell(1, 2, 5, "=Excel|'prices'!R1C1"), 'calls out B1'],
  ['a command', cell(1, 2, 'x', "=cmd|'/c calc'!A0"), 'calls out B1'],
  ['another file', cell(1, 2, 5, "='[Prices.xlsx]List'!A1"), 'external link B1'],
  ['a number as text', cell(1, 2, ' 1,234.5 '), 'number as text B1'],
  ['an error', { ...cell(1, 2, null), error: '#REF!' }, 'error value B1'],
])('%s', (_, of, expected) => {
  expect(rules(book(sheet([of])))).toContain(expected);
});

test('a hidden sheet, a name that leads outside, and a cell that differs in its row', () => {
  const row = ['=A1+A2', '=B1+B2', '=C1*C2', '=D1+D2'].map((formula, n) => cell(3, n + 1, 1, formula));
  expect(
    rules({ ...book(sheet(row, { hidden: true })), names: [{ name: 'List', refersTo: "='[1]Sheet'!$A$1" }] }),
  ).toEqual(['hidden sheet A1', 'inconsistent row C3', 'external link List']);
  expect(rules(book(sheet([...row.slice(0, 2), cell(3, 3, 7), ...row.slice(3)])))).toEqual(['inconsistent row C3']);
});

test('a sheet that keeps them has no remarks', () => {
  const fine = [
    cell(1, 1, 'Year 2026'),
    cell(1, 2, 2026),
    cell(2, 1, '2026–30'),
    cell(3, 1, 5, '=SUM(B1:B9)'),
    cell(3, 2, 5, '=IF(A1=0,1,"12 of 30")'),
    cell(4, 1, 1, '=A3'),
    cell(4, 2, 2, '=A4+B3'),
    cell(4, 3, 3, '=B4+C3'),
    cell(4, 4, 3, '=C4+D3'),
    cell(5, 1, 2, "=SUM('2026 prices'!$A$1:$A$12)"),
  ];
  expect(rules(book(sheet(fine)))).toEqual([]);
  expect(lint(book(sheet([cell(1, 1, 1, '=A2*7')])), ['Sums'])).toEqual([]);
});

test('formulas in the words of their own cell', () => {
  expect(relative('=$A1+B$2&"A1"', 3, 4)).toBe('=R[-2]CA+R2C[-2]&""');
  expect(constantsIn('=A1*12+LOG10(B2)-0.5%*Table1[2026]')).toEqual(['12', '0.5']);
});

/** A block of typed numbers with labels: header in row 1, its rows below. */
const block = (header: readonly string[], ...rows: readonly (readonly (string | number)[])[]): SheetRead =>
  sheet(
    [header, ...rows].flatMap((row, r) => row.flatMap((value, c) => (value === '' ? [] : [cell(r + 1, c + 1, value)]))),
  );

test('numbers without a unit or a source: the row that leaves it blank, or once where no column asks for it', () => {
  const HEADER = ['Input', 'Value', 'Unit', 'Source'];
  const full = ['Weight of a patient', 70, 'kg', 'Census'];
  expect(rules(book(block(HEADER, full)))).toEqual([]);
  expect(rules(book(block(HEADER, full, ['Visits', 3, '', 'Survey'])))).toEqual(['missing unit C3']);
  expect(rules(book(block(HEADER, full, ['Visits', 3, 'visits', ''])))).toEqual(['missing source D3']);
  expect(rules(book(block(['Input', 'Value'], ['Visits', 3], ['Nights', 5])))).toEqual([
    'missing unit B2',
    'missing source B2',
  ]);
});

test('a unit in the label or the number format is one, a source in the label too; years and our tables need none', () => {
  expect(rules(book(block(['Input', 'Value'], ['Price (£), source: tariff', 12])))).toEqual([]);
  const pounds = { ...cell(2, 2, 12), format: '"£"#,##0' };
  expect(rules(book(sheet([cell(2, 1, 'Price, source: tariff'), pounds])))).toEqual([]);
  expect(rules(book(sheet([cell(2, 1, 'First year'), cell(2, 2, 2026)])))).toEqual([]);
  const ours = { name: 'BIM_Costs', top: 1, left: 1, bottom: 2, right: 2 };
  expect(rules(book(sheet([cell(1, 1, 'Item'), cell(2, 1, 'Visit'), cell(2, 2, 12)], { tables: [ours] })))).toEqual([]);
});
