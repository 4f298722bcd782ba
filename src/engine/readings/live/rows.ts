/** The rows of a block: one formula along each, written once for all periods of the row. */
import type { Expression } from '../../graph/expression';
import type { Here } from '../places';
import { kindsOfPeriod } from './kinds-of-period';
import { rowMembers, type PlacedBlock } from './layout';
import type { Ground } from './ground';
import { writeFormula } from './write-formula';

/** The formulas of one row, by period; `first` where the first period has one of its own. */
export interface RowFormulas {
  readonly texts: readonly string[];
  readonly first: boolean;
}

type Frame = Omit<Ground, 'serves' | 'summed' | 'period' | 'home'>;

/**
 * Writes a row. Where periods differ only in that the first has a formula of its own, it keeps it; where they differ
 * otherwise, one formula chooses by flags. Only what no flag tells (cells that a sum adds) is written period by period.
 */
export function rowFormulas(at: PlacedBlock, formula: Expression, row: number, frame: Frame): RowFormulas {
  const members = rowMembers(at, row);
  const rest: Here = new Map(at.rowAxes.map((axis, k) => [axis, members[k] ?? 0] as const));
  const ground = { ...frame, home: at.grid, period: at.period, summed: [] };
  const { period } = at;
  if (period === null) return { texts: [writeFormula(formula, rest, { ...ground, serves: [0] })], first: false };
  const kinds = kindsOfPeriod(at, formula, period);
  const written = new Map<number, string>();
  for (const index of new Set(kinds))
    written.set(index, writeFormula(formula, new Map(rest).set(period, index), { ...ground, serves: [index] }));
  const texts = kinds.map((index) => written.get(index) ?? '');
  const [own, ...later] = texts;
  if (later.every((text) => text === later[0])) return { texts, first: later.length > 0 && own !== later[0] };
  const all = period.members.map((_, index) => index);
  const byFlags = new Set(
    [...written.keys()].map((index) =>
      writeFormula(formula, new Map(rest).set(period, index), { ...ground, serves: all }),
    ),
  );
  const [text = ''] = byFlags;
  return byFlags.size === 1 ? { texts: all.map(() => text), first: false } : { texts, first: own !== later[0] };
}
