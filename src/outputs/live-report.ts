/** The report of a live model: the result sheets of a run, and the model itself in formulas. */
import type { LiveModel } from '../engine/readings/live/document';
import type { Results } from '../engine/results';
import type { NameSpec, Report } from '../workbook/workbook';
import { buildReport, type Beside } from './report';
import { SHEET_NAMES } from './sheet';
import { asRunSheets } from './sheets/as-run';
import { calcNames, calcSheets } from './sheets/calc';
import { SELECTOR } from './sheets/summary';

/** Builds both. `now` is the time of the run as it is shown; what stands beside it comes before the model. */
export const liveReport = (results: Results, live: LiveModel, now: string, beside?: Beside): Report =>
  buildReport(results, now, {
    ...beside,
    sheets: (stamp, master, lampOf) => [
      ...(beside?.sheets(stamp, master, lampOf) ?? []),
      ...calcSheets(live, { title: results.title, stamp, master, lampOf }),
      ...asRunSheets(results, live, { stamp, master }),
    ],
    names: [...(beside?.names ?? []), ...(live.figures.names ? [selectorName] : []), ...calcNames(live)],
  });

/** The cell of the selector, by which it is known as the user's to change. */
const selectorName: NameSpec = {
  name: 'BIM_Scenario',
  sheet: SHEET_NAMES.summary,
  range: { from: [SELECTOR.row, SELECTOR.column], to: [SELECTOR.row, SELECTOR.column] },
};
