/** The portfolio as a workbook: one sheet with the models and the actions side by side, each a table to link and sort. */
import type { CellSpec, Report, SheetSpec, TableSpec, WrittenValue } from '../workbook/workbook';
import { amount, inCell } from './amounts';
import type { Portfolio } from './portfolio';
import { AMOUNT_FORMAT } from './table';

const figure = (value: string | null | undefined): WrittenValue =>
  value === null || value === undefined ? '' : inCell(amount(value));

const MODELS = [
  'Model',
  'Title',
  'Currency',
  'Impact planned',
  'Impact realised',
  'Value planned',
  'Value realised',
  'Starts planned',
  'Starts realised',
  'Held back most by',
  'Dimension',
  'Withheld',
] as const;
const ACTIONS = [
  'Action',
  'Model',
  'Currency',
  'Gain',
  'Cost',
  'Net',
  'Gain for each unit of cost',
  'Paid back',
] as const;
const WIDTHS: readonly number[] = [2, 26, 34, 18, 16, 16, 16, 16, 14, 14, 26, 12, 16];

type Rows = readonly (readonly WrittenValue[])[];

export function portfolioReport({ models, actions }: Portfolio, now: string): Report {
  const modelRows = models.map(({ name, title, currency, impact, value, starts, heldBy }): readonly WrittenValue[] => [
    name,
    title,
    currency,
    figure(impact.planned),
    figure(impact.realised),
    figure(value?.planned),
    figure(value?.realised),
    figure(starts?.planned),
    figure(starts?.realised),
    heldBy?.gate ?? '',
    heldBy?.dimension ?? '',
    figure(heldBy?.opened),
  ]);
  const actionRows = actions.map((each): readonly WrittenValue[] => [
    each.action,
    each.model,
    each.currency,
    figure(each.gain),
    figure(each.cost),
    figure(each.net),
    figure(each.perUnit),
    /^\d+$/.test(each.payback) ? `month ${each.payback}` : each.payback,
  ]);
  const second = FIRST + modelRows.length + 4;
  const tables = [
    placed('BIM_Out_Portfolio', 'Models side by side', MODELS, modelRows, FIRST),
    ...(actionRows.length === 0
      ? []
      : [placed('BIM_Out_Actions', 'Actions, what gains most for its cost first', ACTIONS, actionRows, second)]),
  ];
  return {
    title: 'Portfolio',
    stamp: `Run ${now}`,
    language: 'en-GB',
    sheets: [sheetOf(tables, now, second + actionRows.length)],
    names: [],
    open: 'Portfolio',
  };
}

const FIRST = 6;

interface Placed {
  readonly cells: readonly CellSpec[];
  readonly table: TableSpec;
}

function placed(name: string, title: string, headers: readonly string[], rows: Rows, row: number): Placed {
  const cells: CellSpec[] = [{ row: row - 1, column: 2, value: title, style: 'heading' }];
  headers.forEach((value, n) => cells.push({ row, column: 2 + n, value, style: 'tableHeader' }));
  rows.forEach((values, n) => {
    values.forEach((value, column) => {
      const number = typeof value !== 'string';
      cells.push({
        row: row + 1 + n,
        column: 2 + column,
        value,
        style: number ? 'figure' : 'label',
        ...(number ? { format: AMOUNT_FORMAT } : {}),
      });
    });
  });
  return { cells, table: { name, row, column: 2, headers, rows: rows.length } };
}

const sheetOf = (parts: readonly Placed[], now: string, last: number): SheetSpec => ({
  key: 'portfolio',
  name: 'Portfolio',
  purpose: 'result',
  widths: WIDTHS,
  cells: [
    { row: 1, column: 2, value: 'Portfolio', style: 'title' },
    {
      row: 2,
      column: 2,
      value: 'Impact over all years, undiscounted; value and gains discounted. Currencies are not converted.',
      style: 'subtitle',
    },
    { row: 3, column: 2, value: `Run ${now}`, style: 'stamp' },
    ...parts.flatMap(({ cells }) => cells),
  ],
  tables: parts.map(({ table }) => table),
  charts: [],
  validations: [],
  conditions: [],
  print: {
    area: { from: [1, 1], to: [last, 13] },
    orientation: 'landscape',
    fit: 'one page',
    footer: ['Realise', '&A', 'Page &P of &N'],
  },
});
