/** The pane's smaller readings: changed inputs, sheets to write, explanations worked again, charts as data, colours. */
import { hintFrom } from '../../src/taskpane/appearance';
import { axisOf } from '../../src/taskpane/charts/axis';
import { layout, limitShown, type Columns } from '../../src/taskpane/charts/columns';
import { tint } from '../../src/taskpane/charts/paints';
import { changesBetween, columnLetters, inputTables } from '../../src/taskpane/changes';
import { cellsOf, check, linesOf, widestBranch } from '../../src/taskpane/places/explained';
import { timeOfRun } from '../../src/taskpane/drafting';
import { figuresThatChange, withoutSheets } from '../../src/taskpane/sheets';
import type { TableSnapshot } from '../../src/workbook/workbook';
import { report } from './fakes';
import { explanation, prices, snapshot, uptake } from './fixture';

describe('changed inputs', () => {
  const changes = (before: readonly TableSnapshot[], after: readonly TableSnapshot[]): readonly unknown[] =>
    changesBetween(snapshot(before), snapshot(after));
  it('name row, column and cell', () => {
    expect(changes([prices(1950)], [prices('1,950 ')])).toEqual([
      {
        label: 'Lipsiran List price',
        before: '1950',
        after: '1,950 ',
        share: false,
        at: { sheet: 'Prices', cell: 'D5', table: 'BIM_Prices', row: 5, column: 'List price' },
      },
    ]);
  });
  it('count a new shape as one', () => {
    const longer = { ...prices(1950), rows: [...prices(1950).rows, ...prices(1).rows] };
    expect(changes([prices(1950)], [longer])).toMatchObject([{ label: 'Prices', before: '1 rows', after: '2 rows' }]);
    expect(
      changes([prices(1950)], [{ ...prices(1950), headers: ['Item', 'Unit', 'List price', 'Rebate', 'Source'] }]),
    ).toMatchObject([{ after: 'other columns' }]);
    expect(changes([prices(1950)], [])).toMatchObject([{ label: 'Prices', after: 'gone' }]);
    expect(changes([], [prices(1950)])).toMatchObject([{ label: 'Prices', after: 'new table' }]);
  });
  it('are none when only our own tables, another order or a moved table differ', () => {
    const ours = { ...prices(5), name: 'BIM_Out_Annual' };
    expect(changes([uptake(0.2), prices(1)], [prices(1), uptake(0.2), ours])).toEqual([]);
    expect(changes([prices(1)], [{ ...prices(1), row: 30, sheet: 'Elsewhere' }])).toEqual([]);
    expect(inputTables(snapshot([ours]))).toEqual([]);
  });
  it('see a blank and an error value', () => {
    const blank = {
      ...prices(1),
      rows: [[{ value: 'Lipsiran' }, { value: 'pack' }, { value: null }, { value: 0.38 }, { value: 'Tariff' }]],
    };
    const broken = {
      ...prices(1),
      rows: [
        [
          { value: 'Lipsiran' },
          { value: 'pack' },
          { value: null, error: '#REF!' },
          { value: 0.38 },
          { value: 'Tariff' },
        ],
      ],
    };
    expect(changes([prices(1)], [blank])).toMatchObject([{ before: '1', after: null }]);
    expect(changes([blank], [broken])).toMatchObject([{ before: null, after: '#REF!' }]);
  });
  it('know column letters', () => {
    expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('sheets to write', () => {
  it('left out take their names, links and formulas with them', () => {
    const kept = withoutSheets(report(), ['annual']);
    expect(kept.sheets.map((sheet) => sheet.key)).toEqual(['summary']);
    expect(kept.names).toEqual([]);
    expect(kept.sheets[0]?.cells.map((cell) => cell.value)).toEqual([{ number: '1970000' }, 'Annual']);
    expect(withoutSheets(report(), ['summary']).open).toBe('Annual');
    expect(withoutSheets(report(), [])).toEqual(report());
  });
  it('are compared with the tables that stand there, row by row', () => {
    const standing = {
      name: 'BIM_Out_Annual',
      sheet: 'Annual',
      row: 3,
      column: 2,
      headers: ['Figure', '2026'],
      rows: [
        [{ value: 'Room' }, { value: 4030000.5 }],
        [{ value: 'Impact' }, { value: 1800000 }],
      ],
    };
    expect(figuresThatChange(report(), snapshot([standing]))).toEqual({
      compared: 2,
      changes: [{ sheet: 'Annual', label: 'Impact, 2026', now: '1800000', next: '1970000' }],
    });
    expect(figuresThatChange(report(), snapshot([]))).toEqual({ compared: 0, changes: [] });
  });
  it('of several years are compared year by year, and a year is no figure', () => {
    const headers = ['Payer', 'Year', 'Budget impact'];
    const years = [2026, 2027, 2028];
    const tables = [{ name: 'BIM_Out_Impact', row: 3, column: 2, headers, rows: years.length }];
    const cells = years.flatMap((year, n) => [
      { row: 4 + n, column: 2, value: '', style: 'body' as const },
      { row: 4 + n, column: 3, value: { number: String(year) }, style: 'figure' as const },
      { row: 4 + n, column: 4, value: { number: String(year * 10) }, style: 'figure' as const },
    ]);
    const [sheet] = report().sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const rows = [2028, 2027].map((year) => [{ value: null }, { value: year }, { value: year === 2028 ? 7 : 20270 }]);
    const standing = { name: 'BIM_Out_Impact', sheet: 'Summary', row: 3, column: 2, headers, rows };
    const given = { ...report(), sheets: [{ ...sheet, name: 'Summary', tables, cells }] };
    expect(figuresThatChange(given, snapshot([standing]))).toEqual({
      compared: 2,
      changes: [{ sheet: 'Summary', label: 'Budget impact 2028', now: '7', next: '20280' }],
    });
  });
});

describe('an explanation', () => {
  const root = explanation();
  it('opens its widest branch and counts its cells', () => {
    const open = widestBranch(root);
    expect(
      linesOf(root, open)
        .filter((line) => line.open)
        .map((line) => line.node.name),
    ).toEqual([
      'Budget impact',
      'Drugs, net of displaced',
      'Lipsiran, net',
      'Doses given',
      'Doses due',
      'Doses of those treated',
    ]);
    expect(cellsOf(root).size).toBe(11);
    expect(linesOf(root, new Set())).toHaveLength(1);
  });
  it('is worked again step by step', () => {
    expect(check(root)).toEqual({ worked: 8, wrong: 0 });
    expect(check({ ...root, value: '1' })).toEqual({ worked: 8, wrong: 1 });
    const choice = { ...root, value: '7', parts: root.parts.map((part) => ({ ...part, operator: 'of' })) };
    expect(check(choice).wrong).toBe(0);
  });
  it('knows positions among siblings', () => {
    expect(linesOf(root, new Set(['0'])).map((line) => [line.path, line.level, line.position, line.siblings])).toEqual([
      ['0', 1, 1, 1],
      ['0.0', 2, 1, 4],
      ['0.1', 2, 2, 4],
      ['0.2', 2, 3, 4],
      ['0.3', 2, 4, 4],
    ]);
  });
});

describe('columns', () => {
  const columns = (limit: number | null): Columns => ({
    years: [2026, 2027],
    labels: ['1.97', '3.65'],
    unit: '£m',
    net: true,
    limit: limit === null ? null : { at: limit, name: '£6.0m line' },
    spell: String,
    parts: [
      { name: 'Drugs', values: [2, 4], paint: tint('light', 0) },
      { name: 'Avoided', values: [-0.1, -0.4], paint: tint('light', 1) },
    ],
  });
  it.each([
    [0, 7.4, [0, 8, 2]],
    [-0.4, 7.4, [-0.46, 8, 2]],
    [-3000, 3200, [-4000, 4000, 2000]],
    [0, 0, [0, 1, 1]],
    [0, 0.9, [0, 1, 0.25]],
  ])('an axis from %d to %d', (low, high, [min, max, interval]) => {
    const axis = axisOf(low, high);
    expect(axis.min).toBeCloseTo(min ?? 0);
    expect([axis.max, axis.interval]).toEqual([max, interval]);
  });
  it('show a limit only where it does not flatten them', () => {
    expect(limitShown(columns(6))).toBe(true);
    expect(limitShown(columns(60))).toBe(false);
    expect(limitShown(columns(null))).toBe(false);
  });
  const size = { width: 318, height: 204 };
  it('stand on zero, and what is below hangs from it', () => {
    const laid = layout(columns(6), size);
    const [drugs, avoided] = laid.pieces;
    expect(drugs?.map((piece) => piece.y + piece.height)).toEqual([laid.base, laid.base]);
    expect(avoided?.map((piece) => piece.y)).toEqual([laid.base, laid.base]);
    expect((drugs?.[1]?.height ?? 0) / (drugs?.[0]?.height ?? 1)).toBeCloseTo(2);
    expect((avoided?.[1]?.height ?? 0) / (drugs?.[1]?.height ?? 1)).toBeCloseTo(0.1);
    expect(laid.labels.map((label) => label.text)).toEqual(['1.97', '3.65']);
    expect(laid.nets[0]?.y).toBeCloseTo(laid.base - (1.9 / 2) * (drugs?.[0]?.height ?? 0));
  });
  it('stay within their space, whatever its width, and labels do not touch', () => {
    const years = Array.from({ length: 15 }, (_, year) => 2026 + year);
    const many = {
      ...columns(6),
      years,
      labels: years.map(() => '1,234.56'),
      parts: [{ name: 'a', values: years, paint: tint('light', 0) }],
    };
    for (const width of [288, 318, 600]) {
      const laid = layout(many, { ...size, width });
      for (const { x, width: wide } of laid.pieces.flat()) {
        expect(x).toBeGreaterThanOrEqual(laid.left);
        expect(x + wide).toBeLessThanOrEqual(width);
      }
      const gaps = laid.labels.slice(1).map((label, index) => label.x - (laid.labels[index]?.x ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(8 * 6.9);
      expect(laid.labels.at(-1)?.x).toBe(laid.years.at(-1)?.x);
    }
  });
  it('draw the limit at its height, and leave it out where it would flatten them', () => {
    const laid = layout(columns(6), size);
    expect(laid.limit).toMatchObject({ text: '£6.0m line' });
    expect(laid.limit?.y).toBeCloseTo(laid.base - 1.5 * (laid.pieces[0]?.[1]?.height ?? 0));
    expect(layout(columns(60), size).limit).toBeNull();
  });
});

it('reads light and dark from a background', () => {
  expect([hintFrom('#ffffff'), hintFrom('#262626'), hintFrom(undefined), hintFrom('teal')]).toEqual([
    'light',
    'dark',
    undefined,
    undefined,
  ]);
});

it('writes the time of a run as sheets show it', () => {
  expect(timeOfRun(new Date(2026, 10, 22, 18, 40))).toBe('22 Nov 2026 18:40');
});
