/** Where the figures of the results stand in a live model: the rows that each list was read from. */
import type { Block, Quantity } from '../../graph/quantity';
import type { ExactRun } from '../exact';
import type { Traced } from '../../traces';
import { sumKey, type LiveFigures, type LiveTerm } from './document';
import { summedRows } from './keys';
import { periodOf, rowOf, type PlacedBlock } from './layout';
import type { LiveRequest, Part } from './request';

export function figuresAt(
  parts: readonly Part[],
  placed: ReadonlyMap<Block, PlacedBlock>,
  { run, traces, threshold, shares }: LiveRequest,
): LiveFigures {
  const termOf = ({ quantity, members, sign }: Traced): LiveTerm | null => {
    const at = placed.get(quantity.block);
    return at ? { sheet: at.grid.sheet, row: rowOf(at, members), sign } : null;
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
    gap: null,
    shares: all(shares).filter((_, row) => shares && sumsToOne(shares, row, run)),
    scenarios: [],
    names: null,
  };
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
