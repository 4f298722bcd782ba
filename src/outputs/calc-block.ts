/** One block of a live sheet: a band that says what it is, and its rows. */
import type { LiveBlock, LiveCell, LiveRow } from '../engine/readings/live/document';
import type { CellSpec, StyleName, WrittenValue } from '../workbook/workbook';

/** Longer texts are cut: the whole is in METHODS. */
const [MOST_WORDS, MOST_NOTE] = [220, 160];
const COLUMN = { label: 2, member: 3, unit: 4, words: 5 } as const;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The cells of a block; `note` is the column of sources. */
export const blockCells = (block: LiveBlock, note: number): readonly CellSpec[] => [
  ...bandCells(block, note),
  ...rowsCells(block, note),
];

function rowsCells(block: LiveBlock, note: number): readonly CellSpec[] {
  return block.rows.flatMap((row) => rowCells(block, row, note, formatOf(block.unit, row)));
}

function bandCells(block: LiveBlock, note: number): readonly CellSpec[] {
  const words = {
    input: 'your own cells',
    structure: block.words,
    formula: block.words,
    value: 'values of the run: counted month by month in Realise, they follow no cell',
  }[block.kind];
  const used = block.usedBy.length > 0 ? `used by ${[...new Set(block.usedBy)].join(', ')}` : '';
  const texts = new Map<number, readonly [string, StyleName]>([
    [COLUMN.label, [block.name, 'section']],
    [COLUMN.unit, [unitText(block.unit), 'sectionNote']],
    [COLUMN.words, [cut(words, MOST_WORDS), 'sectionWords']],
    [note, [cut([block.source, used].filter(Boolean).join(' · '), MOST_NOTE), 'sectionNote']],
  ]);
  return Array.from({ length: note - 1 }, (_, index): CellSpec => {
    const [value, style] = texts.get(index + 2) ?? ['', 'section'];
    return { row: block.band, column: index + 2, value, style, ...(index + 2 === note ? { indent: 1 } : {}) };
  });
}

function rowCells(block: LiveBlock, row: LiveRow, note: number, format: string): readonly CellSpec[] {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const labels: readonly CellSpec[] = [
    { row: row.row, column: COLUMN.label, value: row.labels[0] ?? block.name, style: 'label', indent: 1 },
    { row: row.row, column: COLUMN.member, value: row.labels.slice(1).join(' · '), style: 'member' },
    { row: row.row, column: COLUMN.unit, value: unitText(block.unit), style: 'unit' },
  ];
  const first = Math.min(...cells.keys());
  const figures = Array.from({ length: note - COLUMN.words }, (_, index): CellSpec => {
    const column = COLUMN.words + index;
    const cell = cells.get(column);
    const at = { row: row.row, column } as const;
    if (!cell) return { ...at, value: '', style: 'figure' };
    return { ...at, value: valueOf(cell), style: styleOf(block, cell, row.first && column === first), format };
  });
  const keys = row.keys.map(([column, number]): CellSpec => ({
    row: row.row,
    column,
    value: { number: String(number) },
    style: 'data',
    format: '0',
  }));
  return [...labels, ...figures, ...keys];
}

function valueOf({ formula, value, link }: LiveCell): WrittenValue {
  const shown = value.trim() !== '' && Number.isFinite(Number(value)) ? { number: value } : value;
  return formula === null ? shown : { formula, cached: shown, ...(link ? { theirs: true as const } : {}) };
}

function styleOf({ kind }: LiveBlock, { formula, link }: LiveCell, first: boolean): StyleName {
  if (link) return 'brought';
  if (formula === null) return kind === 'input' || kind === 'value' ? 'standing' : 'structure';
  return first ? 'firstPeriod' : 'calculation';
}

const unitText = (unit: string): string => (unit === '1' ? '' : unit);

/** How the figures of a row are shown; the cell holds all digits. Large ones go without pence, small ones with digits that tell, years of the calendar without a comma. */
function formatOf(unit: string, { cells }: LiveRow): string {
  const largest = Math.max(0, ...cells.map(({ value }) => Math.abs(Number(value)) || 0));
  if (unit === '1' && largest < 1000) return largest < 0.001 && largest > 0 ? '0.00E+00' : '0.0###;-0.0###;"–"';
  if (unit === 'year') return '0.00;-0.00;"–"';
  return largest >= 100_000 ? '#,##0;-#,##0;"–"' : '#,##0.00;-#,##0.00;"–"';
}
