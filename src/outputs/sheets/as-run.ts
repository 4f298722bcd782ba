/**
 * As run: every input as it was when the engine ran, and beside each row how many of its cells have changed since, and
 * how many of those no formula follows: words, terms of agreements, whatever the structure was made from.
 */
import type { LiveModel, TypedCell, TypedTable } from '../../engine/readings/live/document';
import { linkText } from '../../engine/readings/live/cells';
import { quotedName } from '../../engine/readings/live/references';
import type { Results } from '../../engine/results';
import type { CellSpec, FormulaValue, SheetSpec, StyleName, WrittenValue } from '../../workbook/workbook';
import { lampLooks } from '../lamps';
import { letters } from '../letters';
import { AS_RUN, AS_RUN_SHEET } from '../stale';
import { SELECTOR } from './summary';

const COLUMN = { label: 2, place: 3, changed: AS_RUN.column, lost: AS_RUN.lost, first: 7 } as const;
const FIRST_ROW = 10;
const HEADER_ROW = 5;
const MASTER = { row: 3, label: 8, lamp: 9, span: 2 } as const;

/** What stands above: the stamp of the run and the lamp that all sheets quote. */
interface Above {
  readonly stamp: string;
  readonly master: FormulaValue;
}

/** The sheet, where there is a live model. */
export function asRunSheets({ live }: Results, model: LiveModel, above: Above): readonly SheetSpec[] {
  if (!live) return [];
  const linked = linkedIn(model);
  const blocks = blocksOf(live.typed, linked);
  const last = Math.max(FIRST_ROW, ...blocks.map(({ row, lines }) => row + lines.length));
  const widest = Math.max(1, ...blocks.map(({ lines }) => Math.max(0, ...lines.map((line) => line.cells.length))));
  const shown = live.names
    ? `=IF(Summary!$${letters(SELECTOR.column)}$${String(SELECTOR.row)}=${quotedName(live.names.sheet)}!$E$${String(live.names.first)},0,1)`
    : '=0';
  return [
    {
      ...AS_RUN_SHEET,
      purpose: 'calculation',
      widths: [
        3,
        34,
        24,
        12,
        12,
        2,
        ...Array.from({ length: widest }, () => 12),
        2,
        ...Array.from({ length: widest }, () => 3),
      ],
      heights: { 1: 27 },
      cells: [
        ...heading(above, widest),
        ...total(AS_RUN.changed, 'Cells of the inputs that have changed since the run', sumOf(COLUMN.changed, last)),
        ...total(AS_RUN.unfollowed, 'Of those, cells that no formula follows', sumOf(COLUMN.lost, last)),
        ...total(AS_RUN.scenario, 'Another scenario than Base is shown: 1', shown),
        ...blocks.flatMap((block) => blockCells(block, widest)),
      ],
      tables: [],
      charts: [],
      validations: [],
      conditions: lampLooks(MASTER.row, MASTER.lamp, MASTER.lamp + MASTER.span - 1),
      freeze: [FIRST_ROW - 1, COLUMN.first],
      print: {
        area: { from: [1, 1], to: [last, COLUMN.first + widest - 1] },
        titleRows: [1, HEADER_ROW],
        orientation: 'landscape',
        fit: { scale: 60, breaks: [] },
        footer: ['', '&A', 'Page &P of &N'],
      },
    },
  ];
}

const sumOf = (column: number, last: number): string =>
  `=SUM(${letters(column)}${String(FIRST_ROW)}:${letters(column)}${String(last)})`;

const cell = (row: number, column: number, value: WrittenValue, style: StyleName, format?: string): CellSpec => ({
  row,
  column,
  value,
  style,
  ...(format === undefined ? {} : { format }),
});

function heading({ stamp, master }: Above, widest: number): readonly CellSpec[] {
  const words = new Map<number, string>([
    [COLUMN.label, 'Table'],
    [COLUMN.place, 'Stands at'],
    [COLUMN.changed, 'Changed'],
    [COLUMN.lost, 'Not followed'],
    [COLUMN.first, 'As run'],
  ]);
  return [
    cell(1, COLUMN.label, 'Inputs as they were run', 'title'),
    cell(
      2,
      COLUMN.label,
      'Once a cell of yours has changed, values of the run are old. Green cells are followed by formulas; a change of any other wants a new live workbook.',
      'subtitle',
    ),
    cell(3, COLUMN.label, stamp, 'stamp'),
    cell(MASTER.row, MASTER.label, 'Checks', 'data'),
    { ...cell(MASTER.row, MASTER.lamp, master, 'lamp'), span: MASTER.span },
    cell(HEADER_ROW, maskColumn(widest), '1 where no formula follows the cell', 'dataLabel'),
    ...Array.from({ length: COLUMN.first + widest - 2 }, (_, n) =>
      cell(
        HEADER_ROW,
        n + 2,
        words.get(n + 2) ?? '',
        n + 2 === COLUMN.changed || n + 2 === COLUMN.lost ? 'headerRight' : 'header',
      ),
    ),
  ];
}

const total = (row: number, label: string, formula: string): readonly CellSpec[] => [
  cell(row, COLUMN.label, label, 'totalLabel'),
  cell(row, COLUMN.place, '', 'totalLabel'),
  cell(row, COLUMN.changed, { formula, cached: { number: '0' } }, 'totalFigure', '0'),
];

interface Line {
  /** The user's cells, from the first to the last of the row. */
  readonly at: string;
  readonly cells: readonly (TypedCell & { readonly followed: boolean })[];
}
interface TableBlock {
  readonly table: TypedTable;
  readonly row: number;
  readonly lines: readonly Line[];
}

/** The tables one below the other, a band above each. */
function blocksOf(tables: readonly TypedTable[], linked: ReadonlySet<string>): readonly TableBlock[] {
  let next = FIRST_ROW;
  return tables.flatMap((table): readonly TableBlock[] => {
    if (table.rows.length === 0) return [];
    const row = next;
    next += table.rows.length + 2;
    const lines = table.rows.map((cells, n): Line => {
      const followed = (column: number): boolean =>
        linked.has(linkText({ sheet: table.sheet, cell: `${letters(column)}${String(table.row + n)}` }));
      return {
        at: range(table.row + n, table.column, cells.length),
        cells: cells.map((one, index) => ({ ...one, followed: followed(table.column + index) })),
      };
    });
    return [{ table, row, lines }];
  });
}

function blockCells({ table, row, lines }: TableBlock, widest: number): readonly CellSpec[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const band = Array.from({ length: COLUMN.first + width - 2 }, (_, n) =>
    cell(row, n + 2, n + 2 === COLUMN.label ? table.name : (table.headers[n + 2 - COLUMN.first] ?? ''), 'section'),
  );
  return [...band, ...lines.flatMap((line, n) => lineCells(table, line, row + 1 + n, widest))];
}

/**
 * The row of a table: how many cells differ, and of how many of those no formula takes notice; then the cells as they
 * were. Cells are compared as they read.
 */
function lineCells({ sheet }: TypedTable, { at, cells }: Line, row: number, widest: number): readonly CellSpec[] {
  const own = range(row, COLUMN.first, cells.length);
  const differs = `1-(${quotedName(sheet)}!${at}&""=${own}&"")`;
  const mask = range(row, maskColumn(widest), cells.length);
  const count = (column: number, formula: string): CellSpec =>
    cell(row, column, { formula, cached: { number: '0' }, theirs: true }, 'calculation', '0;-0;"–"');
  return [
    cell(row, COLUMN.label, '', 'label'),
    cell(row, COLUMN.place, `${sheet}!${at.replaceAll('$', '')}`, 'member'),
    count(COLUMN.changed, `=SUMPRODUCT(${differs})`),
    count(COLUMN.lost, `=SUMPRODUCT((${differs})*${mask})`),
    ...cells.map(({ value, followed }, n) => cell(row, COLUMN.first + n, written(value), lookOf(value, followed))),
    ...cells.map(({ read, followed }, n) =>
      cell(row, maskColumn(widest) + n, { number: read && !followed ? '1' : '0' }, 'structure', '0;-0;"–"'),
    ),
  ];
}

/** The first column of the flags that say which cells no formula follows. */
const maskColumn = (widest: number): number => COLUMN.first + widest + 1;

function range(row: number, column: number, cells: number): string {
  const [from, to] = [column, column + cells - 1].map((each) => `$${letters(each)}${String(row)}`) as [string, string];
  return cells === 1 ? from : `${from}:${to}`;
}

/** Green where formulas follow; of the rest numbers stand right and words left. */
function lookOf(value: TypedCell['value'], followed: boolean): StyleName {
  if (followed) return 'brought';
  return typeof value === 'number' ? 'standing' : 'member';
}

/** As a spreadsheet writes it. */
function written(value: TypedCell['value']): WrittenValue {
  if (typeof value === 'number') return { number: String(value) };
  return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? '');
}

/** The cells of the user that some formula refers to. */
const linkedIn = ({ sheets }: LiveModel): ReadonlySet<string> =>
  new Set(
    sheets.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap(({ formula, link }) => (link && formula ? refsIn(formula) : []))),
      ),
    ),
  );

const refsIn = (formula: string): readonly string[] =>
  formula.match(/(?:'(?:[^']|'')+'|[A-Za-z][A-Za-z0-9]*)!\$?[A-Z]{1,3}\$?\d+/g) ?? [];
