/** Where the figures of the results stand in a live model: the rows that each list was read from. */
import type { Axis } from '../../graph/axis';
import type { Block, Quantity } from '../../graph/quantity';
import type { ExactRun } from '../exact';
import type { Traced } from '../../traces';
import { sumKey, type LiveFigures, type LiveFiner, type LiveTerm, type LiveTotal } from './document';
import { summedRows } from './keys';
import { COUNTER_ROW, lastColumn, periodOf, rowOf, YEAR_ROW, type PlacedBlock } from './layout';
import type { LiveRequest, Part } from './request';

export function figuresAt(
  parts: readonly Part[],
  placed: ReadonlyMap<Block, PlacedBlock>,
  { run, traces, threshold, shares, chances, totals, errors, year, typed = [] }: LiveRequest,
): LiveFigures {
  const termOf = ({ quantity, members, sign, known }: Traced): LiveTerm | null => {
    const [at, where] = [placed.get(quantity.block), known && placed.get(known.block)];
    if (!at) return null;
    return { sheet: at.grid.sheet, row: rowOf(at, members), sign, ...(where ? { known: rowOf(where, members) } : {}) };
  };
  const rows = [...(traces ?? [])].flatMap(([list, from]) => {
    const terms = from.map(termOf);
    return terms.every((term) => term !== null) ? [[list, terms] as const] : [];
  });
  const all = (quantity: Quantity | null | undefined): readonly LiveTerm[] => {
    const at = quantity && placed.get(quantity.block);
    return at
      ? Array.from({ length: at.rows }, (_, row) => ({ sheet: at.grid.sheet, row: at.band + 1 + row, sign: 1 }))
      : [];
  };
  return {
    rows: new Map(rows),
    sums: new Map(parts.flatMap((part) => [...sumsIn(part, placed)])),
    threshold: all(threshold)[0] ?? null,
    totals: new Map(
      TOTALS.flatMap((total) => {
        const [term] = all(totals?.[total]);
        return term ? [[total, term] as const] : [];
      }),
    ),
    chances: all(chances),
    errors: new Map(
      [...(errors ?? [])].flatMap(([key, from]) => {
        const term = termOf(from);
        return term ? [[key, term] as const] : [];
      }),
    ),
    finer: finerIn([...placed.values()], year),
    typed,
    gap: null,
    shares: all(shares).filter((_, row) => shares && sumsToOne(shares, row, run)),
    scenarios: [],
    names: null,
  };
}

const TOTALS: readonly LiveTotal[] = ['planned', 'delivered', 'realised', 'cashReleased'];

/** The sheet of the periods that years are made of. */
function finerIn(placed: readonly PlacedBlock[], year: Axis): LiveFiner | null {
  const fine = placed.find(({ grid }) => grid.within !== null)?.grid;
  const years = placed.find(({ grid }) => grid.axis === year)?.grid;
  return fine && years
    ? {
        sheet: fine.sheet,
        firstColumn: fine.firstColumn,
        lastColumn: lastColumn(fine),
        yearRow: YEAR_ROW,
        counter: { sheet: years.sheet, row: COUNTER_ROW },
      }
    : null;
}

/** Rows of shares that are 1 in every period; those of people typed in number need not be. */
function sumsToOne({ block }: Quantity, row: number, run: ExactRun): boolean {
  const size = periodOf(block)?.size ?? 1;
  const values = run.block({ block }).slice(row * size, (row + 1) * size);
  return values.every((value) => value.minus(1).abs().lt('1e-9'));
}

/** Rows that are sums of other rows and of nothing else, by the numbers of those. */
function sumsIn(
  { block, formula }: Part,
  placed: ReadonlyMap<Block, PlacedBlock>,
): readonly (readonly [string, LiveTerm])[] {
  const at = placed.get(block);
  if (!at || formula?.node.kind !== 'sum') return [];
  const { node } = formula;
  return Array.from({ length: at.rows }, (_, row) => row).flatMap((row) => {
    const summed = summedRows(at, node, row, placed);
    if (!summed || summed.length < 2) return [];
    const key = sumKey(at.grid.sheet, summed);
    return [[key, { sheet: at.grid.sheet, row: at.band + 1 + row, sign: 1 }] as const];
  });
}
