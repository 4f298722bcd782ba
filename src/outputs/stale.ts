/** Whether a live workbook is as it was run: cells of the sheet that compares the inputs, and what sheets say by them. */
import { letters } from './letters';
import { COLUMN, put, type Page } from './page';

/** The sheet of the inputs as they were run. */
export const AS_RUN_SHEET = { key: 'as.run', name: 'As run' } as const;
/**
 * Its cells: how many cells of the inputs have changed, how many of them no formula follows, and 1 where another scenario
 * than Base is shown. `lost`: the column of those that are not followed.
 */
export const AS_RUN = { column: 4, lost: 5, changed: 6, unfollowed: 7, scenario: 8 } as const;

const cellOf = (row: number): string => `'${AS_RUN_SHEET.name}'!$${letters(AS_RUN.column)}$${String(row)}`;
/** How many of the changed cells no formula follows. */
export const UNFOLLOWED_CELLS = cellOf(AS_RUN.unfollowed);
/** How many cells of the inputs differ from those that were run. */
export const CHANGED_CELLS = cellOf(AS_RUN.changed);
/** True as long as inputs and scenario are those that were run. */
export const UNCHANGED = `${CHANGED_CELLS}+${cellOf(AS_RUN.scenario)}=0`;

const CHANGED =
  '▲ Inputs or the scenario have changed since the run: links follow them; words and what is marked ‘values of the run’ do not. Run Realise again.';
/** What formulas cannot follow is said in stronger words. */
export const LOST =
  '■ A cell has changed that no formula follows (a word, a term of an agreement, a new value where none was; see As run): write a new live workbook.';

/** The row between stamp and header that speaks up once an input has changed. */
const ROW = 4;

/** Puts that warning on a sheet that holds values of the run. */
export function staleLine(page: Page): void {
  if (!page.figures.results.live) return;
  put(
    page,
    ROW,
    COLUMN.label,
    { formula: `=IF(${UNFOLLOWED_CELLS}>0,"${LOST}",IF(${UNCHANGED},"","${CHANGED}"))`, cached: '' },
    'stale',
  );
}
