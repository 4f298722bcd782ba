/** How large a live model may be, and what is said where it would be larger. */
import type { Axis } from '../../graph/axis';
import { TooLarge } from './document';
import { isFine } from './parts-to-write';
import type { Part } from './request';

/** Nobody reads more rows than this on one sheet; Excel's own limit is far higher. */
const MOST_ROWS = 60000;
/** Formulas of all sheets together: beyond, a workbook opens and recalculates slowly. */
const MOST_FORMULAS = 250000;
/** Blocks named as the largest. */
const NAMED = 3;

const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** Throws where the parts would take more than a workbook that can be read and recalculated has. */
export function refuseTooLarge(parts: readonly Part[], rows: ReadonlyMap<string, number>, year: Axis): void {
  const formulas = parts.flatMap(({ block, formula }) => (formula ? [block] : []));
  const total = formulas.reduce((sum, block) => sum + block.size, 0);
  const [sheet, most] = [...rows].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most <= MOST_ROWS && total <= MOST_FORMULAS) return;
  const largest = [...formulas]
    .sort((a, b) => b.size - a.size)
    .slice(0, NAMED)
    .map((block) => `${block.name} (${count(block.size)})`);
  throw new TooLarge(
    `The live model would take ${count(total)} formulas, and ${count(most)} rows on ${sheet}. A workbook that can be read and recalculated has at most ${count(MOST_FORMULAS)}, and ${count(MOST_ROWS)} rows on a sheet. Most are in ${largest.join(', ')}.`,
    formulas.some((block) => isFine(block, year)),
  );
}
