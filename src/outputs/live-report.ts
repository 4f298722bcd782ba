/** The report of a live model: the result sheets of a run, and the model itself in formulas. */
import type { LiveModel } from '../engine/readings/live/document';
import type { Results } from '../engine/results';
import type { Report } from '../workbook/workbook';
import { buildReport } from './report';
import { calcNames, calcSheets } from './sheets/calc';

/** Builds both. `now` is the time of the run as it is shown. */
export const liveReport = (results: Results, live: LiveModel, now: string): Report =>
  buildReport(results, now, {
    sheets: (stamp, master) => calcSheets(live, results.title, stamp, master),
    names: calcNames(live),
  });
