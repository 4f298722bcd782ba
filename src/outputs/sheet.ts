/** From a filled page to a sheet: widths, freeze, print. */
import type { SheetSpec } from '../workbook/workbook';
import type { Figures } from './figures';
import { COLUMN, noteColumn, type Page } from './page';

/** Marks of the result sheets: they stay the same for ever. */
export type SheetKey =
  | 'summary'
  | 'annual'
  | 'patients'
  | 'compare'
  | 'sensitivity'
  | 'deals'
  | 'realised'
  | 'gates'
  | 'bridge'
  | 'parts'
  | 'register'
  | 'checks'
  | 'run';

/** Names on the tabs, and in formulas that look across sheets. */
export const SHEET_NAMES = {
  summary: 'Summary',
  annual: 'Annual',
  patients: 'Patients',
  compare: 'Compare',
  sensitivity: 'Sensitivity',
  deals: 'Deals',
  realised: 'Realised',
  gates: 'Gates',
  bridge: 'Bridge',
  parts: 'Parts',
  register: 'Register',
  checks: 'Checks',
  run: 'Run',
} as const satisfies Record<SheetKey, string>;

/** Widths of the grid in characters of 7 pixels: margin, label, second key, unit, total, years, note. */
export function gridWidths(figures: Figures, note: number): readonly number[] {
  const years = Array.from({ length: noteColumn(figures) - COLUMN.baseline }, () => 10.7);
  return [2, 34, 19, 9, 11, ...years, note];
}

/** What a sheet needs besides its page. */
export interface SheetFrame {
  readonly key: SheetKey;
  readonly widths: readonly number[];
  readonly freeze?: readonly [row: number, column: number];
  readonly lastColumn: number;
  /** The last printed row. */
  readonly lastRow: number;
  readonly titleRows?: readonly [number, number];
  readonly titleColumns?: readonly [number, number];
  readonly onePage?: boolean;
  /** Per cent; absent: one page where that stays readable, else the scale that fills the width. */
  readonly scale?: number;
}

/** A4 landscape with our margins: 1,017 pixels wide, 509 points high. */
const PAPER = { pixels: 1017, points: 509 } as const;
const ROW_HEIGHT = 15;
/** A page that would shrink below this is broken into several. */
const SMALLEST = 60;

export function toSheet(page: Page, frame: SheetFrame): SheetSpec {
  const { figures, cells, tables, charts, conditions, heights } = page;
  return {
    key: frame.key,
    name: SHEET_NAMES[frame.key],
    purpose: 'result',
    widths: frame.widths,
    heights,
    cells,
    tables,
    charts,
    conditions,
    validations: [],
    ...(frame.freeze === undefined ? {} : { freeze: frame.freeze }),
    print: {
      area: { from: [1, COLUMN.margin], to: [frame.lastRow, frame.lastColumn] },
      ...(frame.titleRows === undefined ? {} : { titleRows: frame.titleRows }),
      ...(frame.titleColumns === undefined ? {} : { titleColumns: frame.titleColumns }),
      orientation: 'landscape',
      fit: frame.onePage === true ? 'one page' : fitOf(page, frame),
      footer: [footerLeft(figures), '&A', 'Page &P of &N'],
    },
  };
}

/** Title, engine and hash; an ampersand of the title is doubled, as footers need it. */
function footerLeft({ results }: Figures): string {
  const title = results.title.length > 60 ? `${results.title.slice(0, 59)}…` : results.title;
  return `${title.replaceAll('&', '&&')} · Realise ${results.engine} · run ${hashStart(results.inputs)}`;
}

/** The first eight characters of the hash of the inputs. */
export const hashStart = (inputs: string): string => inputs.replace(/^sha256:/, '').slice(0, 8);

const heightOf = (page: Page, from: number, to: number): number => {
  let points = 0;
  for (let row = from; row <= to; row += 1) points += page.heights[row] ?? ROW_HEIGHT;
  return points;
};

/** One page where that stays readable, else the scale that fills the width, broken before sections. */
function fitOf(page: Page, frame: SheetFrame): SheetSpec['print']['fit'] {
  const width = frame.widths.slice(0, frame.lastColumn).reduce((pixels, each) => pixels + each * 7 + 5, 0);
  const scale = frame.scale ?? Math.min(100, Math.floor((97 * PAPER.pixels) / width));
  const toFit = Math.floor((100 * PAPER.points) / heightOf(page, 1, frame.lastRow));
  if (frame.scale === undefined && Math.min(scale, toFit) >= SMALLEST) return 'one page';
  const repeated = frame.titleRows === undefined ? 0 : heightOf(page, frame.titleRows[0], frame.titleRows[1]);
  return { scale, breaks: breaksOf(page, (100 * PAPER.points) / scale, repeated, frame.lastRow) };
}

/** Breaks before the last section that still fits, page after page; never inside a section that fits a page of its own. */
function breaksOf(page: Page, room: number, repeated: number, lastRow: number): readonly number[] {
  const breaks: number[] = [];
  const starts = [...new Set(page.sections)].sort((a, b) => a - b);
  let first = 1;
  starts.forEach((start, index) => {
    const end = (starts[index + 1] ?? lastRow + 1) - 1;
    const used = heightOf(page, first, end) + (first === 1 ? 0 : repeated);
    if (used > room && start > first && start !== starts[0]) {
      breaks.push(start);
      first = start;
    }
  });
  return breaks;
}

/** The freeze of the grid: time, labels and totals stay in view. */
export const GRID_FREEZE: readonly [number, number] = [7, COLUMN.firstYear];
export const GRID_TITLES: readonly [number, number] = [1, 6];
