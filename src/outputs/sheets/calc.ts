/** The live model as a sheet: a block for each quantity, formulas with their present values, inputs as green links. */
import type { LiveBlock, LiveCell, LiveModel } from '../../engine/readings/live/live';
import type { Decimal } from 'decimal.js';
import type { CellSpec, NameSpec, SheetSpec, WrittenValue } from '../../workbook/workbook';

export const CALC = { key: 'calc', name: 'Calc' } as const;
const HEADER_ROW = 5;
const COUNTER_ROW = 6;
const FIRST_PERIOD = 7;
const BASELINE = 6;

/** Sheet names with anything but letters and digits stand in quotes; a quote inside is doubled. */
const sheetRef = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

/** Fifteen digits, as a workbook holds them. */
const number = (value: Decimal): { readonly number: string } => ({ number: value.toSignificantDigits(17).toString() });

function valueOf({ formula, link, value }: LiveCell): WrittenValue {
  if (formula !== null) return { formula, cached: number(value) };
  return link ? { formula: `=${sheetRef(link.sheet)}!${link.cell}`, cached: number(value) } : number(value);
}

/** How figures of a unit are shown. The cell holds all digits. */
function formatOf(unit: string): string {
  if (unit === 'person') return '#,##0.00;-#,##0.00;"–"';
  return unit === '1' ? '0.0000;-0.0000;"–"' : '#,##0.00;-#,##0.00;"–"';
}

function blockCells(block: LiveBlock, last: number): readonly CellSpec[] {
  const band: readonly CellSpec[] = [
    { row: block.band, column: 2, value: block.name, style: 'section' },
    { row: block.band, column: 3, value: '', style: 'section' },
    { row: block.band, column: 4, value: block.unit === '1' ? '' : block.unit, style: 'section' },
    {
      row: block.band,
      column: 5,
      value: block.words === '' ? 'input' : `= ${block.words}`.slice(0, 400),
      style: 'note',
    },
    {
      row: block.band,
      column: last + 1,
      value: [block.source, block.usedBy.length > 0 ? `used by ${block.usedBy.join(', ')}` : '']
        .filter(Boolean)
        .join(' · ')
        .slice(0, 300),
      style: 'note',
    },
  ];
  const rows = block.rows.flatMap((row): readonly CellSpec[] => [
    { row: row.row, column: 2, value: row.labels[0] ?? block.name, style: 'label', indent: 1 },
    { row: row.row, column: 3, value: row.labels.slice(1).join(' · '), style: 'member' },
    { row: row.row, column: 4, value: block.unit === '1' ? '' : block.unit, style: 'unit' },
    ...row.cells.map((cell): CellSpec => ({
      row: row.row,
      column: cell.column,
      value: valueOf(cell),
      format: formatOf(block.unit),
      style: cell.formula === null && cell.link !== null ? 'brought' : 'calculation',
    })),
  ]);
  return [...band, ...rows];
}

/** Rows below each band, grouped so that a reader can fold a block away. */
const outlineOf = (live: LiveModel): readonly (readonly [number, number])[] =>
  live.blocks.flatMap(({ rows, band }) => (rows.length > 0 ? [[band + 1, band + rows.length] as const] : []));

/** The Calc sheet. `stamp` is the run's; `title` the model's. */
export function calcSheet(live: LiveModel, title: string, stamp: string): SheetSpec {
  const years = live.periods.length - (live.baseline ? 1 : 0);
  const last = Math.max(FIRST_PERIOD + years - 1, 11);
  const bottom = Math.max(COUNTER_ROW, ...live.blocks.flatMap((block) => block.rows.map((row) => row.row)));
  const header = Array.from({ length: last - 1 }, (_, n): CellSpec => ({
    row: HEADER_ROW,
    column: n + 2,
    value: n === 2 ? 'Unit' : n === 3 ? 'Constant' : '',
    style: 'headerRight',
  })).filter(
    (cell) => cell.column < (live.baseline ? BASELINE : FIRST_PERIOD) || cell.column > FIRST_PERIOD + years - 1,
  );
  const periods = live.periods.flatMap((year, index): readonly CellSpec[] => {
    const column = index + (live.baseline ? BASELINE : FIRST_PERIOD);
    return [
      { row: HEADER_ROW, column, value: { number: year }, style: 'headerRight', format: '0' },
      { row: COUNTER_ROW, column, value: { number: String(column - BASELINE) }, style: 'caption', format: '0' },
    ];
  });
  const top: readonly CellSpec[] = [
    { row: 1, column: 2, value: `${title}: the model in formulas`, style: 'title' },
    {
      row: 2,
      column: 2,
      value:
        'One block a quantity, in the order in which the model is read. Green cells are your own inputs; change them where they stand.',
      style: 'subtitle',
    },
    { row: 3, column: 2, value: stamp, style: 'stamp' },
    { row: COUNTER_ROW, column: 2, value: 'Number of the year', style: 'caption' },
  ];
  return {
    ...CALC,
    purpose: 'calculation',
    widths: [2, 34, 30, 9, 12, 12, ...Array.from({ length: last - 6 }, () => 12), 60],
    heights: { 1: 27 },
    cells: [...top, ...header, ...periods, ...live.blocks.flatMap((block) => blockCells(block, last))],
    tables: [],
    charts: [],
    validations: [],
    conditions: [],
    freeze: [FIRST_PERIOD, FIRST_PERIOD],
    outline: outlineOf(live),
    print: {
      area: { from: [1, 1], to: [bottom, last + 1] },
      titleRows: [1, COUNTER_ROW],
      orientation: 'landscape',
      fit: { scale: 60, breaks: [] },
      footer: [title, CALC.name, 'Page &P of &N'],
    },
  };
}

/** A defined name for each block, so that it is found whatever rows are inserted above it. */
export function calcNames(live: LiveModel): readonly NameSpec[] {
  const seen = new Set<string>();
  return live.blocks.flatMap((block): readonly NameSpec[] => {
    const first = block.rows[0];
    const [from, to] = [first?.cells[0], block.rows.at(-1)?.cells.at(-1)];
    const name = `BIM_Calc_${block.name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '')}`;
    if (!first || !from || !to || seen.has(name)) return [];
    seen.add(name);
    return [
      {
        name,
        sheet: CALC.name,
        range: { from: [first.row, from.column], to: [block.rows.at(-1)?.row ?? first.row, to.column] },
      },
    ];
  });
}
