/**
 * The whole product as one function: what a workbook holds → findings, results, explanations.
 * Pure: no clock, no Office, no files. The report is built from its answer by `outputs/report.ts`.
 */
import type { Change } from './engine/assumptions';
import type { Run } from './engine/figures';
import { headlineQuantities } from './engine/headline';
import type { Finding } from './engine/finding';
import { explain } from './engine/readings/explain';
import type { LiveModel } from './engine/readings/live/document';
import { liveModel } from './engine/readings/live/live';
import type { ScenarioRun } from './engine/readings/live/scenarios';
import type { Explanation, Results } from './engine/results';
import { readAssumptions, type Reading, type TableRead } from './inputs/read-assumptions';
import { resultsOf } from './results-of';
import { runChanged, runModel, uptakeIn, type Ran } from './run-model';
import type { Snapshot } from './workbook/workbook';

export type { TableRead } from './inputs/read-assumptions';

/** The answer: results are null where an error was found. */
export interface Assessment {
  readonly findings: readonly Finding[];
  readonly results: Results | null;
  readonly read: readonly TableRead[];
}

/** Options of a run: changes on top of what is typed (`--set`), or one scenario shown in place of the base. */
export interface AssessOptions {
  readonly changes?: readonly Change[];
  readonly scenario?: string;
}

/** A workbook read and run, with changes and a scenario on top. */
interface Assessed {
  readonly reading: Reading;
  readonly run: Run | null;
  readonly findings: readonly Finding[];
}

const hasError = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.severity === 'error');

/** Changes start from the values that the model has as typed, so that model is run first. */
function readWith(snapshot: Snapshot, changes: readonly Change[]): Reading {
  const typed = readAssumptions(snapshot);
  if (changes.length === 0) return typed;
  const base = typed.assumptions ? runModel(typed.assumptions).run : null;
  return readAssumptions(snapshot, changes, uptakeIn(base));
}

function run(snapshot: Snapshot, { changes = [], scenario = 'Base' }: AssessOptions): Assessed {
  const reading = readWith(snapshot, changes);
  if (!reading.assumptions) return { reading, run: null, findings: reading.findings };
  const base = runModel(reading.assumptions);
  const shown = scenario.toLowerCase() === 'base' ? base : runScenario(reading, base, scenario);
  return { reading, run: shown.run, findings: [...reading.findings, ...shown.findings] };
}

function runScenario(reading: Reading, base: Ran, name: string): Ran {
  const scenario = reading.scenarios.find((at) => at.name.toLowerCase() === name.toLowerCase());
  if (scenario) return runChanged(reading, base.run, scenario.changes);
  const known = ['Base', ...reading.scenarios.map((at) => at.name)].join(', ');
  return {
    run: null,
    findings: [
      {
        severity: 'error',
        code: 'unknown-scenario',
        at: null,
        message: `There is no scenario ${name}.`,
        remedy: `Scenarios are: ${known}.`,
      },
    ],
  };
}

/** Reads, checks and computes a model. Never throws for a user's mistake: see `findings`. */
export function assess(snapshot: Snapshot, options: AssessOptions = {}): Assessment {
  const { reading, run: shown, findings } = run(snapshot, options);
  const made = shown && !hasError(findings) ? resultsOf(reading, shown, findings, options.scenario ?? 'Base') : null;
  const all = made?.findings ?? findings;
  return { findings: all, results: made && !hasError(all) ? made.results : null, read: reading.read };
}

/**
 * Explains one figure, such as `Budget impact[2028]` or `Treated patients[with, Drug A, Adults, 2028]`
 * (members of its axes in any order). Throws where there are no figures, or none of that name.
 */
export function explainFigure(snapshot: Snapshot, figure: string, options: AssessOptions = {}): Explanation {
  const { run: shown, findings } = run(snapshot, options);
  if (!shown)
    throw new Error(findings.find((finding) => finding.severity === 'error')?.message ?? 'There are no figures.');
  return explain(shown, figure);
}

/** The model as formulas on the user's own cells, and the results beside it. */
export interface LiveAssessment {
  readonly findings: readonly Finding[];
  readonly results: Results | null;
  readonly live: LiveModel | null;
}

/** The cell of the first sheet in which a scenario is chosen; `outputs/sheets/summary.ts` puts the choice there. */
const SELECTOR = 'Summary!$J$2';

/** The scenarios that give figures, each with the cell that names it. */
const scenarioRuns = (reading: Reading, base: Run): readonly ScenarioRun[] =>
  reading.scenarios.flatMap(({ name, changes }) => {
    const { run: ran } = runChanged(reading, base, changes);
    const cells = reading.entries.get('Scenarios')?.rows.map((entry) => entry.cells.get('Scenario')) ?? [];
    const named = cells.find((cell) => cell?.kind === 'text' && cell.text.toLowerCase() === name.toLowerCase());
    return ran && named?.kind === 'text' ? [{ name, at: named.at, model: ran.of.model, run: ran.exact }] : [];
  });

/** Reads and runs a model, and writes it down as formulas. Throws `TooLarge` where no sheet could hold it. */
export function assessLive(snapshot: Snapshot, options: AssessOptions = {}): LiveAssessment {
  const { reading, run: shown, findings } = run(snapshot, options);
  const made = shown && !hasError(findings) ? resultsOf(reading, shown, findings, options.scenario ?? 'Base') : null;
  if (!shown || !made || hasError(made.findings))
    return { findings: made?.findings ?? findings, results: null, live: null };
  const { model, structure } = shown.of;
  const live = liveModel({
    model,
    run: shown.exact,
    figures: headlineQuantities(shown),
    year: structure.year,
    baseline: structure.baseline,
    impact: shown.of.impact.total,
    scenarios: options.scenario === undefined ? scenarioRuns(reading, shown) : [],
    selector: SELECTOR,
    threshold: shown.of.impact.threshold,
    shares: shown.of.patients.shares.total,
    ...(shown.traces ? { traces: shown.traces } : {}),
  });
  return { findings: made.findings, results: { ...made.results, live: live.figures }, live };
}
