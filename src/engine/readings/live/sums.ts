/** Sums as a modeller writes them: SUM over ranges, SUMIF by the number of a year or of a row, SUMPRODUCT of two runs. */
import type { Expression, Node } from '../../graph/expression';
import { membersSummed, type Here } from '../places';
import { lastColumn, YEAR_ROW } from './layout';
import { isNumber, settled } from './parts';
import { find, wholeRow } from './reads';
import { rangesOf, rowAnchored, refText, type CellRef } from './references';
import { counterText, type Ground, type Sight } from './ground';

type Sum = Extract<Node, { kind: 'sum' }>;

/** One member of a sum: what is added, and where it is read. */
interface Term {
  readonly of: Expression;
  readonly here: Here;
}

/** Arguments that one SUM takes in every application. */
const MOST_ARGUMENTS = 30;

/** Writes a part of the sum, as it stands at a place. */
type Write = (of: Expression, here: Here, ground: Ground) => string;

export function sumText(node: Sum, here: Here, ground: Ground, write: Write): string {
  const inner: Ground = { ...ground, summed: node.over.period ? [...ground.summed, node.over] : ground.summed };
  const bound = node.over.period ? withinText(node, here, inner) : null;
  if (bound !== null) return bound;
  const terms = termsOf(node, here);
  if (terms.length === 0) return '0';
  const cells = terms.map((term) => cellOf(term, inner));
  if (!cells.every((cell) => cell !== null)) {
    const parts = terms.map((term) => write(term.of, term.here, inner));
    return productText(terms, inner) ?? (terms.length === 1 ? parts.join('') : listed(parts));
  }
  const [only] = cells;
  const home = ground.home.sheet;
  if (cells.length === 1 && only) return refText(only, home);
  const keys = ground.keys(node);
  return keys ?? listed(rangesOf(cells, home));
}

/** What is added at this place; members that add nothing are left out. */
export const termsOf = (node: Sum, here: Here): readonly Term[] =>
  membersSummed(node.over, node.per, here)
    .map((member): Term => {
      const there = new Map(here).set(node.over, member);
      return { of: settled(node.of, there), here: there };
    })
    .filter(({ of }) => !isNumber(of, 0));

/** The one cell that a term is; null where it is more. */
export function cellOf({ of, here }: Term, ground: Sight): CellRef | null {
  if (of.node.kind !== 'read') return null;
  const found = find(of.node, here, ground);
  return found.kind === 'cell' ? found.cell : null;
}

/** Months into years: the row of figures, added where the month's year is that of the column. */
function withinText(node: Sum, here: Here, ground: Ground): string | null {
  const { node: of } = settled(node.of, new Map(here).set(node.over, 0));
  const up = node.per.find((via) => via.to === ground.period);
  if (of.kind !== 'read' || !up || ground.summed.includes(up.to) || node.per.length > 1) return null;
  const at = ground.placeOf(of.block);
  if (at.period !== node.over || at.grid.within?.axis !== up.to) return null;
  const found = find(of, new Map(here).set(node.over, 0), ground);
  const counter = counterText(up.to, here, ground);
  if (found.kind !== 'cell' || !counter) return null;
  const { grid } = at;
  const year = (column: number): CellRef => ({ sheet: grid.sheet, column: { at: column }, row: YEAR_ROW });
  const home = ground.home.sheet;
  const header = `${rowAnchored(year(grid.firstColumn), home)}:${rowAnchored(year(lastColumn(grid)), grid.sheet)}`;
  return `SUMIF(${header},${counter.text},${wholeRow(found.cell.row, at, home)})`;
}

function listed(parts: readonly string[]): string {
  if (parts.length <= MOST_ARGUMENTS) return `SUM(${parts.join(',')})`;
  const groups: string[] = [];
  for (let at = 0; at < parts.length; at += MOST_ARGUMENTS)
    groups.push(`SUM(${parts.slice(at, at + MOST_ARGUMENTS).join(',')})`);
  return listed(groups);
}

/** Σ a × b over two unbroken ranges. */
function productText(terms: readonly Term[], ground: Ground): string | null {
  const side = (which: 'left' | 'right'): string | null => {
    const cells = terms.map(({ of, here }) => {
      if (of.node.kind !== 'arithmetic' || of.node.op !== '*') return null;
      return cellOf({ of: settled(of.node[which], here), here }, ground);
    });
    if (!cells.every((cell) => cell !== null)) return null;
    const made = rangesOf(cells, ground.home.sheet);
    return made.length === 1 ? (made[0] ?? null) : null;
  };
  const [left, right] = [side('left'), side('right')];
  return terms.length > 1 && left !== null && right !== null ? `SUMPRODUCT(${left},${right})` : null;
}

/** Scattered rows are added by the number of the row they belong to, which stands in a column beside both. */
export function keyedText(
  column: number,
  source: { readonly sheet: string; readonly first: number; readonly last: number; readonly figure: CellRef['column'] },
  row: number,
  home: string,
): string {
  const range = (at: CellRef['column']): string => {
    const cell = (of: number): CellRef => ({ sheet: source.sheet, column: at, row: of });
    return `${rowAnchored(cell(source.first), home)}:${rowAnchored(cell(source.last), source.sheet)}`;
  };
  const criterion = refText({ sheet: home, column: { at: column }, row }, home);
  return `SUMIF(${range({ at: column })},${criterion},${range(source.figure)})`;
}
