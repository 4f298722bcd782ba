/** Reads the cells of a worksheet part as they are stored: raw numbers, never the text they are shown as. */
import type { Cell } from '../workbook';
import { parseA1, parseArea, shiftFormula } from './references';
import type { Area } from './references';
import { TextCollector, unescapeText } from './text';
import { readXml } from './xml';
import type { Attributes } from './xml';

/** What cells share across a workbook. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  /** Days to add to a date so that it counts from 1900: 1462 in workbooks that count from 1904. */
  readonly dateShift: number;
}

/** The cells of a sheet. */
export interface SheetCells {
  /** The cell at a 1-based place; a blank one where nothing is stored. */
  at(row: number, column: number): Cell;
  /** Every stored cell. */
  all(): Iterable<{ readonly row: number; readonly column: number; readonly cell: Cell }>;
  readonly hiddenRows: ReadonlySet<number>;
}

const BLANK: Cell = { value: null };

/** A cell while it is being read. */
interface Draft {
  row: number;
  column: number;
  type: string;
  style: number;
  raw: string | null;
  formula: string | null;
  shared: string | null;
  inline: string | null;
}

/** Reads one worksheet part. */
export function readSheet(source: string, context: CellContext): SheetCells {
  const rows = new Map<number, Map<number, Cell>>();
  const hiddenRows = new Set<number>();
  const merged: Area[] = [];
  const reader = new CellReader(context, (row, column, cell) => {
    const line = rows.get(row) ?? new Map<number, Cell>();
    rows.set(row, line.set(column, cell));
  });
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'row') reader.row(attributes, hiddenRows);
      else if (name === 'mergeCell') merged.push(...areaOf(attributes.ref));
      else reader.open(name, attributes);
    },
    text: (text) => {
      reader.text(text);
    },
    close: (name) => {
      reader.close(name);
    },
  });
  return {
    at: (row, column) => withMerge(rows.get(row)?.get(column) ?? BLANK, row, column, merged),
    all: () => everyCell(rows),
    hiddenRows,
  };
}

function areaOf(ref: string | undefined): Area[] {
  const area = parseArea(ref ?? '');
  return area ? [area] : [];
}

function withMerge(cell: Cell, row: number, column: number, merged: readonly Area[]): Cell {
  const inside = merged.some(
    (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  return inside ? { ...cell, merged: true } : cell;
}

function* everyCell(
  rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
): Iterable<{ row: number; column: number; cell: Cell }> {
  for (const [row, line] of rows) for (const [column, cell] of line) yield { row, column, cell };
}

/** Follows rows and cells through the stream; a place left out of the file is the one after the last. */
class CellReader {
  private atRow = 0;
  private atColumn = 0;
  private draft: Draft | null = null;
  private inside: 'v' | 'f' | 'is' | null = null;
  private readonly masters = new Map<string, { formula: string; row: number; column: number }>();
  private readonly inline = new TextCollector();

  constructor(
    private readonly context: CellContext,
    private readonly give: (row: number, column: number, cell: Cell) => void,
  ) {}

  row(attributes: Attributes, hidden: Set<number>): void {
    this.atRow = attributes.r === undefined ? this.atRow + 1 : Number(attributes.r);
    this.atColumn = 0;
    if (attributes.hidden === '1' || attributes.hidden === 'true') hidden.add(this.atRow);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.startCell(attributes);
    else if (this.draft === null) return;
    else if (name === 'v') {
      this.inside = 'v';
      this.draft.raw = '';
    } else if (name === 'f') {
      this.inside = 'f';
      this.draft.formula = '';
      this.draft.shared = attributes.t === 'shared' ? (attributes.si ?? '') : null;
    } else if (name === 'is') {
      this.inside = 'is';
      this.draft.inline = '';
    } else if (this.inside === 'is') this.inline.open(name);
  }

  text(text: string): void {
    if (this.draft === null || this.inside === null) return;
    if (this.inside === 'v') this.draft.raw = (this.draft.raw ?? '') + text;
    else if (this.inside === 'f') this.draft.formula = (this.draft.formula ?? '') + text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (this.draft === null) return;
    if (name === 'is') this.draft.inline = this.inline.take();
    else if (this.inside === 'is') {
      this.inline.close(name);
      return;
    }
    if (name === this.inside) this.inside = null;
    if (name === 'c') {
      this.give(this.draft.row, this.draft.column, this.finish(this.draft));
      this.draft = null;
    }
  }

  private startCell(attributes: Attributes): void {
    const place = attributes.r === undefined ? ([this.atRow, this.atColumn + 1] as const) : parseA1(attributes.r);
    if (!place) throw new Error(`cell address "${attributes.r ?? ''}" is not valid`);
    [this.atRow, this.atColumn] = place;
    this.draft = {
      row: place[0],
      column: place[1],
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? '0'),
      raw: null,
      formula: null,
      shared: null,
      inline: null,
    };
  }

  private finish(draft: Draft): Cell {
    const formula = this.formulaOf(draft);
    return { ...this.valueOf(draft), ...(formula === null ? {} : { formula: `=${formula}` }) };
  }

  private formulaOf(draft: Draft): string | null {
    if (draft.shared === null || draft.formula === null) return draft.formula;
    if (draft.formula !== '') {
      this.masters.set(draft.shared, { formula: draft.formula, row: draft.row, column: draft.column });
      return draft.formula;
    }
    const master = this.masters.get(draft.shared);
    return master ? shiftFormula(master.formula, draft.row - master.row, draft.column - master.column) : '';
  }

  private valueOf({ type, raw, inline, style }: Draft): Cell {
    if (type === 'inlineStr') return { value: inline };
    if (raw === null || (raw === '' && type !== 'str')) return BLANK;
    switch (type) {
      case 's':
        return { value: this.sharedString(raw) };
      case 'str':
        return { value: unescapeText(raw) };
      case 'b':
        return { value: raw.trim() === '1' || raw.trim() === 'true' };
      case 'e':
        return { value: null, error: raw };
      case 'd':
        return { value: isoDate(raw), date: true };
      default:
        return this.numberOf(raw, style);
    }
  }

  private sharedString(raw: string): string {
    const text = this.context.strings[Number(raw)];
    if (text === undefined) throw new Error(`shared text ${raw} does not exist`);
    return text;
  }

  private numberOf(raw: string, style: number): Cell {
    const value = Number(raw);
    if (!Number.isFinite(value)) throw new Error(`"${raw}" stands where a number belongs`);
    return this.context.dates[style] === true ? { value: value + this.context.dateShift, date: true } : { value };
  }
}

/** An ISO 8601 date as the days since 30 December 1899 by which Excel counts. */
function isoDate(text: string): number {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (!Number.isFinite(time)) throw new Error(`"${text}" is not a date`);
  return (time - Date.UTC(1899, 11, 30)) / 86_400_000;
}
