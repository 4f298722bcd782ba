/** The Sources sheet: every figure of an example with its source, and whether it is published, derived or assumed. */
import type { CellSpec, SheetSpec } from '../../workbook/workbook';
import type { ExampleSource } from '../examples/example';

const HEADERS = ['No.', 'Figure', 'Value', 'Kind', 'Source or reason'] as const;
const HEADER_ROW = 4;
/** Characters of body text in a line of the widest column. */
const CHARACTERS_A_LINE = 56;

const lines = (source: ExampleSource): number =>
  Math.ceil(Math.max(source.source.length, source.value.length * 1.2, source.figure.length * 1.6) / CHARACTERS_A_LINE);

export function sourcesSheet(title: string, sources: readonly ExampleSource[]): SheetSpec {
  const cells: CellSpec[] = [
    { row: 1, column: 2, value: `${title}: sources`, style: 'title' },
    { row: 2, column: 2, value: 'Rows of the input tables name these figures by their number.', style: 'note' },
    ...HEADERS.map((value, index): CellSpec => ({ row: HEADER_ROW, column: 2 + index, value, style: 'tableHeader' })),
    ...sources.flatMap((each, n): readonly CellSpec[] =>
      [each.figure, each.value, each.kind, each.source].map((value, index) => ({
        row: HEADER_ROW + 1 + n,
        column: 3 + index,
        value,
        style: 'wrapped',
      })),
    ),
    ...sources.map((_, n): CellSpec => ({
      row: HEADER_ROW + 1 + n,
      column: 2,
      value: { number: String(n + 1) },
      style: 'body',
    })),
  ];
  const bottom = HEADER_ROW + sources.length;
  return {
    key: 'sources',
    name: 'Sources',
    purpose: 'guide',
    widths: [2, 6, 36, 46, 13, 60],
    heights: {
      1: 27,
      ...Object.fromEntries(sources.map((each, n) => [HEADER_ROW + 1 + n, 15 * Math.max(1, lines(each))])),
    },
    cells,
    tables: [],
    charts: [],
    validations: [],
    conditions: [],
    freeze: [HEADER_ROW, 0],
    print: {
      area: { from: [1, 1], to: [bottom, 6] },
      orientation: 'landscape',
      fit: 'one page',
      footer: [title.replace(/&/g, '&&'), '&A', 'Page &P of &N'],
    },
  };
}
