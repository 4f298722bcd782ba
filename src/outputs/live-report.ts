/** The report of a live model: the result sheets of a run, and the model itself in formulas. */
import type { LiveModel } from '../engine/readings/live/live';
import type { Results } from '../engine/results';
import type { Report } from '../workbook/workbook';
import { buildReport } from './report';
import { calcNames, calcSheet } from './sheets/calc';

/** Builds both. `now` is the time of the run as it is shown. */
export function liveReport(results: Results, live: LiveModel, now: string): Report {
  const report = buildReport(results, now);
  return {
    ...report,
    sheets: [...report.sheets, calcSheet(live, results.title, report.stamp)],
    names: [...report.names, ...calcNames(live)],
  };
}
