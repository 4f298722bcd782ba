/** The report of a run: every result sheet with its tables and charts, from plain results to plain cells. */
import type { Results } from '../engine/results';
import type { FormulaValue, NameSpec, Report, SheetSpec } from '../workbook/workbook';
import { LIGHT_COLUMN, CARD_ROWS } from './cards';
import type { Drawn } from './drawn';
import { figuresOf, type Figures } from './figures';
import { affordabilityOf } from './affordability';
import { checksOf } from './reconciliation';
import { hashStart, SHEET_NAMES } from './sheet';
import { annualSheet } from './sheets/annual';
import { bridgeSheet } from './sheets/bridge';
import { checksSheet, MASTER, type LampOf } from './sheets/checks';
import { compareSheet } from './sheets/compare';
import { dealsSheet } from './sheets/deals';
import { gatesSheet } from './sheets/gates';
import { partsSheet } from './sheets/parts';
import { patientsSheet } from './sheets/patients';
import { realisedSheet } from './sheets/realised';
import { registerSheet } from './sheets/register';
import { runSheet } from './sheets/run';
import { isStressed, sensitivitySheet } from './sheets/sensitivity';
import { ANSWER_ROW, summarySheet } from './sheets/summary';
import type { Tried } from './tried';

/** What else a report holds: sheets that quote the master lamp, names, and what was tried on the model. */
export interface Beside {
  readonly sheets: (stamp: string, master: FormulaValue, lampOf: LampOf) => readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  readonly tried?: readonly Tried[];
}

/** Builds the report. `now` is the time of the run as it is shown ("22 Nov 2026 18:40"). */
export function buildReport(results: Results, now: string, beside?: Beside): Report {
  const figures = figuresOf(results);
  const stamp = stampOf(figures, now);
  const pages = drawPages(figures, stamp);
  const checks = checksOf(figures, new Map(pages.map(({ key, page }) => [key, page])));
  const { sheet, master, lampOf } = checksSheet(figures, checks, stamp, beside?.tried);
  const written = [...pages.map((each) => each.finish(master)), sheet];
  const others = beside?.sheets(stamp, master, lampOf) ?? [];
  return {
    title: results.title,
    stamp,
    language: 'en-GB',
    sheets: [...written, runSheet(figures, now, [...written, ...others], stamp, master), ...others],
    names: [...namesOf(figures), ...(beside?.names ?? [])],
    open: SHEET_NAMES.summary,
  };
}

/** The sheets of the grid, in their order; a part that the model does not give has no sheet. */
function drawPages(figures: Figures, stamp: string): readonly Drawn[] {
  const { results, hasCosts, hasPatients } = figures;
  const hasPeople = hasPatients || results.funnel.length > 0 || results.eligible.length > 0 || results.tests.length > 0;
  return [
    summarySheet(figures, stamp),
    ...(hasCosts ? [annualSheet(figures, stamp)] : []),
    ...(hasPeople ? [patientsSheet(figures, stamp)] : []),
    ...(hasCosts && results.scenarios.length > 0 ? [compareSheet(figures, stamp)] : []),
    ...(hasCosts && isStressed(results.stress) ? [sensitivitySheet(figures, results.stress, stamp)] : []),
    ...(hasCosts && (results.agreements?.length ?? 0) > 0 ? [dealsSheet(figures, stamp)] : []),
    ...(results.realisation
      ? [realisedSheet(figures, results.realisation, stamp), gatesSheet(figures, results.realisation, stamp)]
      : []),
    ...(results.realisation?.bridge ? [bridgeSheet(figures, results.realisation, stamp)] : []),
    ...(results.realisation?.parts ? [partsSheet(figures, results.realisation.parts, stamp)] : []),
    ...(results.register ? [registerSheet(figures, results.register, stamp)] : []),
  ];
}

/** Run time, the first eight characters of the hash, the scenario, and what is confidential. */
function stampOf({ results }: Figures, now: string): string {
  const items = results.basis?.confidential ?? [];
  const secret =
    items.length > 2
      ? `${String(items.length)} prices confidential`
      : `${items.join(' and ')} price${items.length > 1 ? 's' : ''} confidential`;
  return [
    `Run ${now}`,
    `inputs ${hashStart(results.inputs)}`,
    results.basis?.scenario ?? 'Base',
    ...(items.length > 0 ? [secret] : []),
  ].join(' · ');
}

/** Names of the workbook: the answer, the light of the affordability test, the master check. */
function namesOf(figures: Figures): readonly NameSpec[] {
  const cell = (name: string, sheet: string, row: number, column: number): NameSpec => ({
    name,
    sheet,
    range: { from: [row, column], to: [row, column] },
  });
  return [
    cell('BIM_Answer', SHEET_NAMES.summary, ANSWER_ROW, 2),
    ...(affordabilityOf(figures) === null
      ? []
      : [cell('BIM_Light', SHEET_NAMES.summary, CARD_ROWS.figure, LIGHT_COLUMN)]),
    cell('BIM_Check', SHEET_NAMES.checks, MASTER.row, MASTER.column),
  ];
}
