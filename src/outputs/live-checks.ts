/** Checks of a live model: shares sum to 1, and the cells give what the engine ran. */
import { amount } from './amounts';
import { OK, OURS, type Check } from './check';
import type { Figures } from './figures';
import { liveCell } from './live-terms';
import { COLUMN, lastYearColumn, letters, type Page } from './page';
import { CHANGED_CELLS, UNFOLLOWED_CELLS } from './stale';
import { tolerance } from './tolerance';
import { FAILS, STALE } from './tables/checks';
import type { LiveTerm } from '../engine/readings/live/document';

/** Titles of the checks whose rows stand on Calc. */
export const [SHARES, AS_RUN] = [
  'Shares sum to 1 in every world, subgroup and year',
  'The cells give what the engine ran',
];

/** All periods of a row, the baseline year included where there is one. */
export function periodsOf(figures: Figures, term: LiveTerm): string {
  const first = figures.baselineYear === null ? COLUMN.firstYear : COLUMN.baseline;
  return `${liveCell(term, first)}:${letters(lastYearColumn(figures))}${String(term.row)}`;
}

/** Sum of the distances between the live budget impact and the engine's. */
export const distance = (figures: Figures, gap: LiveTerm): string => `SUMPRODUCT(ABS(${periodsOf(figures, gap)}))`;

export function liveChecks(figures: Figures, annual: Page | undefined): readonly Check[] {
  const { live } = figures.results;
  if (!live) return [];
  return [...shareCheck(figures, live.shares), ...gapCheck(figures, live.gap, annual), inputsCheck, followedCheck];
}

function shareCheck(figures: Figures, shares: readonly LiveTerm[]): readonly Check[] {
  if (shares.length === 0) return [];
  const rows = shares.map((term) => periodsOf(figures, term)).join(',');
  return [
    {
      group: 'Live model',
      title: SHARES,
      compares: 'Calc, Sum of shares; the largest is shown',
      is: { formula: `=MAX(${rows})`, cached: { number: '1' } },
      should: { number: '1' },
      format: '0.0000',
      tolerance: amount('0.000000001'),
      lamp: (_is, should, most) => ({
        formula: `=IF(MAX(${rows})-${should}>${most},"${FAILS}",IF(${should}-MIN(${rows})>${most},"${FAILS}","${OK}"))`,
        cached: OK,
      }),
      advice: 'Mend the shares in BIM_Uptake',
    },
  ];
}

/** Words and values of the run follow no cell: a changed input makes them old, whatever it does to the impact. */
const inputsCheck: Check = {
  group: 'Live model',
  title: 'Inputs are as they were run',
  compares: 'As run, cells that have changed',
  is: { formula: `=${CHANGED_CELLS}`, cached: { number: '0' } },
  should: { number: '0' },
  format: '0',
  tolerance: amount('0'),
  lamp: (is, should) => ({ formula: `=IF(${is}=${should},"${OK}","${STALE}")`, cached: OK }),
  advice: 'Run Realise again: words and values of the run are old',
};

/** What no formula follows makes every figure old: terms of agreements, words, the structure. */
const followedCheck: Check = {
  group: 'Live model',
  title: 'Formulas follow every cell that has changed',
  compares: 'As run, cells that no formula follows',
  is: { formula: `=${UNFOLLOWED_CELLS}`, cached: { number: '0' } },
  should: { number: '0' },
  format: '0',
  tolerance: amount('0'),
  lamp: (is, should) => ({ formula: `=IF(${is}=${should},"${OK}","${FAILS}")`, cached: OK }),
  advice: 'Write a new live workbook: As run names the cell',
};

function gapCheck(figures: Figures, gap: LiveTerm | null, annual: Page | undefined): readonly Check[] {
  if (!gap) return [];
  return [
    {
      group: 'Live model',
      title: AS_RUN,
      compares: 'Calc, Live less engine, all years',
      is: { formula: `=${distance(figures, gap)}`, cached: { number: '0' } },
      should: { number: '0' },
      format: '#,##0.00',
      tolerance: annual ? tolerance(annual) : amount('0.5'),
      lamp: (is, should, most) => ({ formula: `=IF(ABS(${is}-${should})<=${most},"${OK}","${STALE}")`, cached: OK }),
      advice: OURS,
    },
  ];
}
