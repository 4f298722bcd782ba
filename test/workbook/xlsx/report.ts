/** A report with one of everything, for the tests of the .xlsx adapter. Its figures agree with each other. */
import type { CellSpec, ChartSpec, RangeSpec, Report, SheetSpec } from '../../../src/workbook/workbook';

const YEARS = [2026, 2027, 2028, 2029, 2030];
const ROWS: readonly (readonly [label: string, ...values: number[]])[] = [
  ['Medicines', 9.8, 23.3, 39.3, 49.5, 58.1],
  ['Care', 0.2, 0.6, 1.1, 1.5, 1.8],
  ['Implementation', 1.9, 1.2, 0.6, 0.3, 0.3],
  ['Savings', -0.6, -1.6, -2.9, -4.1, -5.1],
];
const MONEY = '#,##0.0,,;-#,##0.0,,;"–"';
const million = (value: number): { number: string } => ({ number: (value * 1e6).toFixed(0) });
const total = (year: number): number => ROWS.reduce((sum, row) => sum + Number(row[year + 1]), 0);

export const range = (top: number, left: number, bottom = top, right = left): RangeSpec => ({
  from: [top, left],
  to: [bottom, right],
});

const PRINT: SheetSpec['print'] = {
  area: range(1, 1, 45, 12),
  orientation: 'landscape',
  fit: 'one page',
  footer: ['R&&D model · Realise 0.1.0', '&A', 'Page &P of &N'],
};

function impactCells(): CellSpec[] {
  const cells: CellSpec[] = [
    { row: 1, column: 2, value: 'Examplisiran for raised LDL-cholesterol', style: 'title' },
    { row: 2, column: 2, value: 'England · payer NHS England · £', style: 'subtitle' },
    { row: 3, column: 2, value: 'Run 22 Nov 2026 18:40 · inputs 4f2a91c7', style: 'stamp' },
    { row: 3, column: 10, value: { formula: '=Checks!C3', cached: '● All OK' }, style: 'lamp', span: 2 },
    {
      row: 4,
      column: 2,
      value:
        'Adopting Examplisiran costs NHS England £38.1 million more in 2028, the dearest of the first three years, and £175.2 million over 2026–2030. That is £1.9 million below the test.',
      style: 'answer',
      span: 10,
    },
    { row: 6, column: 2, value: '£ million unless said', style: 'header', span: 2 },
    { row: 6, column: 4, value: 'Unit', style: 'header' },
    { row: 6, column: 5, value: '2026–30', style: 'headerRight' },
    { row: 6, column: 6, value: 'baseline', style: 'headerRight' },
    ...YEARS.map((year, index): CellSpec => ({
      row: 6,
      column: 7 + index,
      value: { number: String(year) },
      style: 'headerRight',
      format: '0',
    })),
  ];
  ROWS.forEach(([label, ...values], index) => {
    const row = 7 + index;
    cells.push(
      { row, column: 2, value: label, style: 'label', indent: 1 },
      { row, column: 3, value: '', style: 'member' },
      { row, column: 4, value: '£m', style: 'unit' },
      {
        row,
        column: 5,
        value: {
          formula: `=SUM(G${String(row)}:K${String(row)})`,
          cached: million(values.reduce((sum, value) => sum + value, 0)),
        },
        style: 'figure',
        format: MONEY,
      },
      { row, column: 6, value: '', style: 'figure' },
      ...values.map((value, year): CellSpec => ({
        row,
        column: 7 + year,
        value: million(value),
        style: 'figure',
        format: MONEY,
      })),
    );
  });
  cells.push(
    { row: 11, column: 2, value: 'Budget impact', style: 'totalLabel', note: 'with less without' },
    { row: 11, column: 3, value: 'with − without', style: 'totalLabel' },
    { row: 11, column: 4, value: '£m', style: 'totalLabel' },
    { row: 11, column: 5, value: '', style: 'totalFigure' },
    { row: 11, column: 6, value: '', style: 'totalFigure' },
    ...YEARS.map((_year, year): CellSpec => ({
      row: 11,
      column: 7 + year,
      value: { formula: `=SUM(${'GHIJK'[year] ?? ''}7:${'GHIJK'[year] ?? ''}10)`, cached: million(total(year)) },
      style: 'totalFigure',
      format: MONEY,
    })),
    { row: 12, column: 2, value: '=1+1', style: 'body' },
    { row: 12, column: 3, value: '@SUM(A1)', style: 'body' },
    { row: 12, column: 4, value: '-x', style: 'note' },
    { row: 12, column: 5, value: '<b>&"quoted"</b>_x0041_', style: 'wrappedNote' },
    { row: 13, column: 2, value: { link: '#Checks!A1', text: 'Go to the checks' }, style: 'link' },
    ...['Year', 'Category', 'Amount'].map((header, index): CellSpec => ({
      row: 40,
      column: 20 + index,
      value: header,
      style: 'tableHeader',
    })),
    ...YEARS.flatMap((year, index): CellSpec[] => [
      { row: 41 + index, column: 20, value: { number: String(year) }, style: 'data' },
      { row: 41 + index, column: 21, value: 'Medicines', style: 'dataLabel' },
      { row: 41 + index, column: 22, value: million(Number(ROWS[0]?.[index + 1])), style: 'data' },
    ]),
  );
  return cells;
}

const series = (row: number, colour: string): ChartSpec['series'][number] => ({
  name: range(row, 2),
  categories: range(6, 7, 6, 11),
  values: range(row, 7, row, 11),
  colour,
});

const CHARTS: readonly ChartSpec[] = [
  {
    kind: 'stacked columns',
    name: 'Where the money goes',
    title: 'Where the money goes, £ million',
    at: range(15, 2, 28, 4),
    format: '#,##0,,',
    legend: true,
    gap: 55,
    overlap: 100,
    series: [
      series(7, '14375E'),
      series(8, 'A9D3F0'),
      series(9, 'D9661F'),
      series(10, 'F3C98B'),
      { ...series(11, '000000'), line: { width: 2, marker: 'diamond', dash: false }, labels: '#,##0.0,,' },
    ],
    description: 'Budget impact rises from 11.3 to 55.1 million pounds.',
  },
  {
    kind: 'clustered bars',
    name: 'Tornado',
    title: 'What moves it, £ million',
    at: range(15, 5, 28, 11),
    format: '+#,##0,,;-#,##0,,;0',
    legend: false,
    gap: 35,
    overlap: 100,
    reversed: true,
    series: [series(9, '14375E'), series(10, 'D9661F')],
    description: 'Bars left and right.',
  },
  {
    kind: 'stacked columns',
    name: 'Waterfall',
    title: 'From plan to real, £ million',
    at: range(30, 2, 43, 4),
    format: '#,##0,,',
    legend: true,
    gap: 35,
    minimum: 0,
    series: [series(7, 'none'), { ...series(9, 'D9661F'), labels: '#,##0.0,,' }],
    description: 'A waterfall.',
  },
  {
    kind: 'area',
    name: 'Fan',
    title: 'How sure we are, £ million',
    at: range(30, 5, 43, 7),
    format: '#,##0,,',
    legend: false,
    series: [
      series(7, 'none'),
      series(8, 'D3E6F5'),
      series(9, '8FBFE6'),
      { ...series(11, '14375E'), line: { width: 2, marker: 'none', dash: false } },
      { ...series(7, 'A61B1B'), line: { width: 1.5, marker: 'none', dash: true } },
    ],
    description: 'A fan.',
  },
  {
    kind: 'scatter',
    name: 'Uptake',
    title: 'Uptake',
    at: range(30, 8, 43, 9),
    format: '#,##0,,',
    legend: false,
    series: [{ ...series(7, '2F7FC1'), line: { width: 2, marker: 'diamond', dash: false } }],
    description: 'Uptake by year.',
  },
  {
    kind: 'clustered bars',
    name: 'Funnel',
    title: 'Funnel',
    at: range(30, 10, 43, 11),
    format: '',
    legend: false,
    gap: 35,
    maximum: 75e6,
    reversed: true,
    series: [{ ...series(7, '2F7FC1'), labels: '#,##0.0,,' }],
    description: 'A funnel.',
  },
];

/** Results with charts, formulas, notes, links, hostile labels and a table. */
export const summarySheet: SheetSpec = {
  key: 'summary',
  name: 'Summary',
  purpose: 'result',
  widths: [2, 34, 19, 9, 11, 10.7, 10.7, 10.7, 10.7, 10.7, 10.7, 36],
  heights: { 1: 27, 4: 34 },
  cells: impactCells(),
  tables: [{ name: 'BIM_Out_Annual', row: 40, column: 20, headers: ['Year', 'Category', 'Amount'], rows: 5 }],
  charts: CHARTS,
  validations: [],
  conditions: [{ from: [3, 10], to: [3, 11], formula: '=LEFT($J$3,1)="●"', style: 'good' }],
  freeze: [7, 7],
  outline: [[8, 10]],
  print: { ...PRINT, titleRows: [1, 6], titleColumns: [2, 4] },
};

/** A sheet that others refer to, of several pages. */
export const checksSheet: SheetSpec = {
  key: 'checks',
  name: 'Checks',
  purpose: 'calculation',
  widths: [2, 30, 20],
  tables: [],
  charts: [],
  validations: [],
  conditions: [],
  freeze: [3, 1],
  cells: [
    { row: 1, column: 2, value: 'Checks', style: 'title' },
    { row: 3, column: 2, value: 'Sums', style: 'label' },
    {
      row: 3,
      column: 3,
      value: {
        formula: '=IF(ABS(SUM(Summary!G11:K11)-SUM(\'Summary\'!E7:E10))<1,"● All OK","■ FAILS")',
        cached: '● All OK',
      },
      style: 'lamp',
    },
    ...Array.from({ length: 60 }, (_, index): CellSpec => ({
      row: 5 + index,
      column: 2,
      value: { number: `${String(index)}.1234567890123456789` },
      style: 'figure',
      format: '#,##0.00',
    })),
  ],
  print: { ...PRINT, area: range(1, 1, 64, 3), orientation: 'portrait', fit: { scale: 75, breaks: [30] } },
};

/** An input sheet with every kind of rule. */
export const inputSheet: SheetSpec = {
  key: 'prices',
  name: 'Prices',
  purpose: 'input',
  widths: [2, 20, 12, 40],
  charts: [],
  freeze: [5, 1],
  cells: [
    { row: 1, column: 2, value: 'Prices', style: 'title' },
    ...['Item', 'List price', 'Source'].map((header, index): CellSpec => ({
      row: 4,
      column: 2 + index,
      value: header,
      style: 'tableHeader',
    })),
    { row: 5, column: 2, value: 'Statin', style: 'key' },
    { row: 5, column: 3, value: { number: '0.1' }, style: 'input', format: '#,##0.00' },
    { row: 5, column: 4, value: 'Drug tariff', style: 'note' },
    { row: 6, column: 2, value: 'Other', style: 'key' },
    { row: 6, column: 3, value: '', style: 'input' },
    { row: 6, column: 4, value: '', style: 'note' },
  ],
  tables: [{ name: 'BIM_Prices', row: 4, column: 2, headers: ['Item', 'List price', 'Source'], rows: 2 }],
  validations: [
    {
      from: [5, 2],
      to: [6, 2],
      rule: { kind: 'list', items: ['Statin', 'Other "x"'] },
      severity: 'stop',
      title: 'Item',
      message: 'Choose an item',
      prompt: 'one of ours',
    },
    {
      from: [5, 3],
      to: [6, 3],
      rule: { kind: 'decimal', minimum: '0', maximum: null },
      severity: 'warning',
      title: 'A price of zero or more, in the currency of the model',
      message: 'x'.repeat(300),
    },
    {
      from: [5, 4],
      to: [6, 4],
      rule: { kind: 'range', refersTo: '=BIM_List_Item' },
      severity: 'information',
      title: 'Source',
      message: 'Free text',
    },
  ],
  conditions: [{ from: [5, 3], to: [6, 3], formula: '=ISTEXT(C5)', style: 'bad' }],
  print: { ...PRINT, area: range(1, 1, 20, 4), orientation: 'portrait' },
};

export const sampleReport: Report = {
  title: 'Examplisiran',
  stamp: 'Run 22 Nov 2026 18:40 · 4f2a91c7 · Realise 0.1.0',
  language: 'en-GB',
  open: 'Summary',
  sheets: [summarySheet, checksSheet],
  names: [{ name: 'BIM_Answer', sheet: 'Summary', range: range(4, 2) }],
};
export const templateReport: Report = {
  ...sampleReport,
  sheets: [inputSheet],
  open: 'Prices',
  names: [{ name: 'BIM_List_Item', sheet: 'Prices', range: range(5, 2, 6, 2) }],
};
