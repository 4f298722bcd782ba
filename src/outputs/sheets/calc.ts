/** The live model as sheets: a block for each quantity, formulas with their present values, inputs as green links. */
import type { LiveBlock, LiveModel, LiveSheet, LiveTerm } from '../../engine/readings/live/document';
import type { CellSpec, FormulaValue, NameSpec, SheetSpec } from '../../workbook/workbook';
import { blockCells } from '../calc-block';
import { lampLooks } from '../lamps';
import { AS_RUN, SHARES } from '../live-checks';
import type { LampOf } from './checks';

/** The mark and name of the sheet of the years; finer periods have one of their own. */
export const CALC = { key: 'calc', name: 'Calc' } as const;
const HEADER_ROW = 5;
const COUNTER_ROW = 6;
const YEAR_ROW = 7;
const FIRST_PERIOD = 7;
const MASTER = { row: 3, label: 9, lamp: 10, span: 2 } as const;
/** Points of a row, and of a page at the scale that is printed. */
const [ROW_HEIGHT, PAGE_HEIGHT] = [15, 509];

const keyOf = (sheet: string): string => sheet.toLowerCase().replace(/[^a-z0-9]+/g, '.');

/** What stands above: the model's title, the run's stamp, the lamp that all sheets quote, and those of single checks. */
interface Above {
  readonly title: string;
  readonly stamp: string;
  readonly master: FormulaValue;
  readonly lampOf: LampOf;
}

/** The sheets of a live model. */
export const calcSheets = (live: LiveModel, above: Above): readonly SheetSpec[] =>
  live.sheets.map((sheet) =>
    calcSheet(
      sheet,
      above,
      checkRows(live.figures, above.lampOf).filter((row) => row.sheet === sheet.sheet),
    ),
  );

/** A row that is checked, and the lamp of its check. */
interface CheckRow {
  readonly sheet: string;
  readonly row: number;
  readonly lamp: FormulaValue;
}

function checkRows({ gap, shares }: LiveModel['figures'], lampOf: LampOf): readonly CheckRow[] {
  const lit = (term: LiveTerm | null | undefined, title: string): readonly CheckRow[] => {
    const lamp = lampOf(title);
    return term && lamp ? [{ sheet: term.sheet, row: term.row, lamp }] : [];
  };
  return [...lit(shares[0], SHARES), ...lit(gap, AS_RUN)];
}

function calcSheet(live: LiveSheet, above: Above, checked: readonly CheckRow[]): SheetSpec {
  const { title } = above;
  const { noteColumn: note, blocks } = live;
  const bottom = Math.max(live.firstRow, ...blocks.flatMap(({ rows }) => rows.map(({ row }) => row)));
  const keys = [...new Set(blocks.flatMap(({ rows }) => rows.flatMap((row) => row.keys.map(([column]) => column))))];
  const lastKey = Math.max(note, ...keys);
  return {
    key: keyOf(live.sheet),
    name: live.sheet,
    purpose: 'calculation',
    widths: widthsOf(live, lastKey),
    heights: { 1: 27 },
    cells: [
      ...topCells(live, above),
      ...checked.map(({ row, lamp }): CellSpec => ({ row, column: 1, value: lamp, style: 'lamp' })),
      ...headerCells(live),
      ...keys.map((column): CellSpec => ({ row: HEADER_ROW, column, value: 'row number', style: 'dataLabel' })),
      ...blocks.flatMap((block) => blockCells(block, note)),
    ],
    tables: [],
    charts: [],
    validations: [],
    conditions: [
      ...lampLooks(MASTER.row, MASTER.lamp, MASTER.lamp + MASTER.span - 1),
      ...checked.flatMap(({ row }) => lampLooks(row, 1, 1)),
    ],
    freeze: [live.firstRow, FIRST_PERIOD],
    outline: blocks.flatMap(({ rows, band }) => (rows.length > 0 ? [[band + 1, band + rows.length] as const] : [])),
    print: {
      area: { from: [1, 1], to: [bottom, note] },
      titleRows: [1, live.firstRow - 1],
      orientation: 'landscape',
      fit: fitOf(live, note),
      footer: [title.slice(0, 60).replaceAll('&', '&&'), '&A', 'Page &P of &N'],
    },
  };
}

const widthsOf = (live: LiveSheet, last: number): readonly number[] => {
  const narrow = live.axis === 'year' ? 12 : 10;
  const periods = Array.from({ length: live.noteColumn - 1 - 6 }, () => narrow);
  return [3, 34, 24, 10, 12, 12, ...periods, 40, ...Array.from({ length: last - live.noteColumn }, () => 6)];
};

/** The scale that fills the width, broken before the block that no longer fits. */
function fitOf(live: LiveSheet, note: number): SheetSpec['print']['fit'] {
  const width = widthsOf(live, note).reduce((pixels, each) => pixels + each * 7 + 5, 0);
  const scale = Math.max(25, Math.min(100, Math.floor((86 * 1017) / width)));
  const room = Math.floor((100 * PAGE_HEIGHT) / scale / ROW_HEIGHT) - live.firstRow - 2;
  const breaks: number[] = [];
  let first = live.firstRow;
  for (const { band, rows } of live.blocks) {
    if (band + rows.length - first < room || band === first) continue;
    breaks.push(band);
    first = band;
  }
  return { scale, breaks };
}

function topCells(live: LiveSheet, { title, stamp, master }: Above): readonly CellSpec[] {
  return [
    { row: 1, column: 2, value: `${title}: the model in formulas`, style: 'title' },
    {
      row: 2,
      column: 2,
      value:
        'One block a quantity, in the order in which the model is read. Change a yellow cell of your own sheets, and this sheet answers.',
      style: 'subtitle',
    },
    { row: 3, column: 2, value: stamp, style: 'stamp' },
    { row: MASTER.row, column: MASTER.label, value: 'Checks', style: 'data' },
    { row: MASTER.row, column: MASTER.lamp, value: master, style: 'lamp', span: MASTER.span },
    { row: 4, column: 2, value: 'Key:', style: 'data' },
    { row: 4, column: 3, value: 'green: your own cell', style: 'keyBrought' },
    { row: 4, column: 5, value: 'black: formula', style: 'keyFormula' },
    { row: 4, column: 7, value: 'shaded: first period, a formula of its own', style: 'keyFirst', span: 3 },
    { row: 4, column: 10, value: 'grey: fixed by the structure', style: 'keyStructure', span: 2 },
    { row: COUNTER_ROW, column: 2, value: `number of the ${live.axis}`, style: 'caption' },
    ...(live.periods.some(({ year }) => year !== null)
      ? [{ row: YEAR_ROW, column: 2, value: 'number of its year', style: 'caption' } as const]
      : []),
  ];
}

/** The time axis: names of the periods, white on navy, and the counters that formulas use. */
function headerCells(live: LiveSheet): readonly CellSpec[] {
  const texts = new Map([
    [2, 'Block'],
    [4, 'Unit'],
    [5, 'Constant'],
    [live.noteColumn, 'Source and use'],
  ]);
  const labels = new Map(live.periods.map(({ column, label }) => [column, label]));
  const header = Array.from({ length: live.noteColumn - 1 }, (_, index): CellSpec => {
    const column = index + 2;
    const label = labels.get(column);
    const number = label !== undefined && /^\d+$/.test(label);
    return {
      row: HEADER_ROW,
      column,
      value: number ? { number: label } : (label ?? texts.get(column) ?? ''),
      style: column >= 5 && column < live.noteColumn ? 'headerRight' : 'header',
      ...(number ? { format: '0' } : {}),
      ...(column === live.noteColumn ? { indent: 1 } : {}),
    };
  });
  const counters = live.periods.flatMap(({ column, counter, year }): readonly CellSpec[] => [
    { row: COUNTER_ROW, column, value: { number: String(counter) }, style: 'caption', format: '0' },
    ...(year === null
      ? []
      : [{ row: YEAR_ROW, column, value: { number: String(year) }, style: 'caption' as const, format: '0' }]),
  ]);
  return [...header, ...counters];
}

/** A defined name for each block, so that it is found whatever rows are inserted above it. */
export function calcNames(live: LiveModel): readonly NameSpec[] {
  const seen = new Set<string>();
  return live.sheets.flatMap(({ sheet, blocks }) => blocks.flatMap((block) => nameOf(sheet, block, seen)));
}

function nameOf(sheet: string, { name, rows }: LiveBlock, seen: Set<string>): readonly NameSpec[] {
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const word = `BIM_Calc_${name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '')}`.slice(0, 200);
  const [first, last] = [rows[0]?.row, rows.at(-1)?.row];
  if (first === undefined || last === undefined || columns.length === 0 || seen.has(word.toLowerCase())) return [];
  seen.add(word.toLowerCase());
  return [{ name: word, sheet, range: { from: [first, Math.min(...columns)], to: [last, Math.max(...columns)] } }];
}
