/** Figures as they were computed, as text: a cell keeps the 15 to 17 digits of a double, and a reviewer may want the rest. */
import { Exact } from '../engine/readings/decimals';
import type { Results } from '../engine/results';

/** More digits than this are lost in some cell. */
const KEPT = 15;

/** One figure: what it is, and all its digits. */
export interface ExactFigure {
  readonly name: string;
  readonly digits: string;
}

/** The budget impact of each year and their sum, where any has more digits than a cell keeps; else nothing is lost, and there are none. */
export function exactFigures({ years, impact }: Results): readonly ExactFigure[] {
  const all = years.map((year, n) => ({ name: `Budget impact ${String(year)}`, digits: impact.total[n] ?? '0' }));
  if (!all.some(({ digits }) => new Exact(digits).precision() > KEPT)) return [];
  return [...all, { name: 'Budget impact, all years', digits: impact.cumulative.at(-1) ?? '0' }];
}
