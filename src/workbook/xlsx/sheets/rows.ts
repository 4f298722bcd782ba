/** Putting cells into a sheet part: only the rows they stand in are written anew, all else stays as it is. */
import type { Cell } from '../../workbook';
import { cellName, cellPosition } from './address';
import { attributeIn, readCells, scan } from './cells';
import { storedCell } from './stored';

/** A cell to put in. `inherit`: takes the look of the cell above it, as a row does that a table grows into. */
export interface CellPut {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly inherit: boolean;
}

interface OldCell {
  readonly column: number;
  readonly xml: string;
  readonly style: string;
  readonly formula: string;
}
interface OldRow {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly attributes: string;
  readonly inside: string;
}

const FORMULA = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?f\s*>)/;

function oldCells(row: OldRow | undefined): ReadonlyMap<number, OldCell> {
  const cells = new Map<number, OldCell>();
  let column = 0;
  for (const item of scan(row?.inside ?? '', 'c')) {
    column = cellPosition(attributeIn(item.attributes, 'r'))?.column ?? column + 1;
    const xml = (row?.inside ?? '').slice(item.start, item.end);
    cells.set(column, {
      column,
      xml,
      style: attributeIn(item.attributes, 's'),
      formula: FORMULA.exec(item.inside)?.[0] ?? '',
    });
  }
  return cells;
}

function oldRows(data: string): readonly OldRow[] {
  let row = 0;
  return [...scan(data, 'row')].map(({ attributes, inside, start, end }) => {
    row = Number(attributeIn(attributes, 'r')) || row + 1;
    return { row, start, end, attributes, inside };
  });
}

const placeOf = (row: number, column: number): string => cellName(row, column);

/**
 * Formulas that share their text are kept as one master and its followers. Where a master is overwritten, its
 * followers are written out, or they would follow nothing.
 */
function followers(data: string, puts: readonly CellPut[], formulas: ReadonlyMap<string, Cell>): readonly CellPut[] {
  const over = new Set(
    puts
      .filter((put) => put.cell.formula !== formulas.get(placeOf(put.row, put.column))?.formula)
      .map((put) => placeOf(put.row, put.column)),
  );
  const groups = new Map<string, CellPut[]>();
  const broken = new Set<string>();
  for (const line of scan(data, 'row')) {
    for (const item of scan(line.inside, 'c')) {
      const element = FORMULA.exec(item.inside)?.[0] ?? '';
      if (!/\st\s*=\s*["']shared["']/.test(element)) continue;
      const address = attributeIn(item.attributes, 'r');
      const group = attributeIn(element, 'si');
      const place = cellPosition(address);
      const cell = formulas.get(address);
      if (place === null || cell === undefined) continue;
      if (over.has(address) && /\sref\s*=/.test(element)) broken.add(group);
      else if (!over.has(address))
        groups.set(group, [...(groups.get(group) ?? []), { ...place, cell, inherit: false }]);
    }
  }
  return [...broken].flatMap((group) => groups.get(group) ?? []);
}

function rebuilt(
  row: number,
  old: OldRow | undefined,
  puts: readonly CellPut[],
  keep: ReadonlyMap<string, Cell>,
  styles: Map<string, string>,
  written: ReadonlySet<string>,
): string {
  const before = oldCells(old);
  const cells = new Map([...before].map(([column, cell]) => [column, cell.xml]));
  for (const cell of before.values()) styles.set(placeOf(row, cell.column), cell.style);
  for (const put of puts) {
    const address = placeOf(put.row, put.column);
    const was = before.get(put.column);
    const style = was?.style || (put.inherit ? (styles.get(placeOf(row - 1, put.column)) ?? '') : '');
    styles.set(address, style);
    const sameFormula =
      put.cell.formula !== undefined && keep.get(address)?.formula === put.cell.formula && !written.has(address);
    cells.set(put.column, storedCell(address, style, put.cell, sameFormula ? (was?.formula ?? '') : ''));
  }
  const inside = [...cells]
    .sort(([one], [two]) => one - two)
    .map(([, xml]) => xml)
    .join('');
  const attributes =
    old?.attributes.replace(/\s(?:\w+:)?(spans|dyDescent)\s*=\s*(?:"[^"]*"|'[^']*')/g, '') ?? ` r="${String(row)}"`;
  if (inside === '' && old === undefined) return '';
  return inside === '' ? `<row${attributes}/>` : `<row${attributes}>${inside}</row>`;
}

/** `sheetData` with cells put in. `strings` and `dates` as {@link readCells} needs them. */
export function putCells(data: string, puts: readonly CellPut[], strings: readonly string[]): string {
  const formulas = new Map(readCells(data, strings, []).map((cell) => [placeOf(cell.row, cell.column), cell]));
  const out = followers(data, puts, formulas);
  const written = new Set(out.map((put) => placeOf(put.row, put.column)));
  const byRow = new Map<number, CellPut[]>();
  for (const put of [...out, ...puts]) byRow.set(put.row, [...(byRow.get(put.row) ?? []), put]);
  const rows = oldRows(data);
  const styles = new Map<string, string>();
  for (const row of rows)
    if (byRow.has(row.row + 1))
      for (const cell of oldCells(row).values()) styles.set(placeOf(row.row, cell.column), cell.style);
  const pieces: string[] = [];
  let at = 0;
  const waiting = [...byRow.keys()].sort((one, two) => one - two);
  const flush = (upTo: number): void => {
    while (waiting[0] !== undefined && waiting[0] < upTo) {
      const row = waiting.shift() ?? 0;
      pieces.push(rebuilt(row, undefined, byRow.get(row) ?? [], formulas, styles, written));
    }
  };
  for (const row of rows) {
    pieces.push(data.slice(at, row.start));
    flush(row.row);
    if (waiting[0] === row.row) {
      waiting.shift();
      pieces.push(rebuilt(row.row, row, byRow.get(row.row) ?? [], formulas, styles, written));
    } else pieces.push(data.slice(row.start, row.end));
    at = row.end;
  }
  flush(Number.POSITIVE_INFINITY);
  return [...pieces, data.slice(at)].join('');
}
