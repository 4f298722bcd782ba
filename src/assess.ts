/**
 * The whole product as one function: what a workbook holds → findings, results, explanations.
 * Pure: no clock, no Office, no files. The report is built from its answer by `outputs/report.ts`.
 */
import { partsLeftOut } from './engine/appraisal/parts-left-out';
import { errorRows } from './engine/appraisal/plan-and-actual-figures';
import type { Run } from './engine/figures';
import { headlineQuantities } from './engine/headline';
import type { Finding } from './engine/finding';
import { explain } from './engine/readings/explain';
import type { LiveModel } from './engine/readings/live/document';
import { liveModel } from './engine/readings/live/live';
import type { ScenarioRun } from './engine/readings/live/scenarios';
import type { Explanation, Results } from './engine/results';
import type { Reading, TableRead } from './inputs/read-assumptions';
import { assessed, hasError, type AssessOptions, type Assessed } from './run/read-and-run';
import { resultsOf } from './run/results-of';
import { runChanged } from './run/run-model';
import { sealed } from './run/seal';
import { typedTables } from './run/typed-tables';
import { benchFor, type Bench } from './stress/bench';
import type { Snapshot } from './workbook/workbook';

export type { TableRead } from './inputs/read-assumptions';
export type { AssessOptions } from './run/read-and-run';

/** The answer: results are null where an error was found. */
export interface Assessment {
  readonly findings: readonly Finding[];
  readonly results: Results | null;
  readonly read: readonly TableRead[];
}

/** A workbook read and run, and its bench where it gives figures. */
function benched(snapshot: Snapshot, options: AssessOptions): Assessed & { readonly bench: Bench | null } {
  const made = assessed(snapshot, options);
  const { reading, typed, run, standing } = made;
  return { ...made, bench: typed && run && benchFor(reading, typed, run, standing) };
}

/** Reads, checks and computes a model. Never throws for a user's mistake: see `findings`. */
export function assess(snapshot: Snapshot, options: AssessOptions = {}): Assessment {
  const { reading, findings, bench } = benched(snapshot, options);
  const made = bench && !hasError(findings) ? resultsOf(bench, findings, options.scenario ?? 'Base') : null;
  const all = made?.findings ?? findings;
  const results = made && !hasError(all) ? sealed(made.results, reading, options) : null;
  return { findings: all, results, read: reading.read };
}

/**
 * Explains one figure, such as `Budget impact[2028]` or `Treated patients[with, Drug A, Adults, 2028]`
 * (members of its axes in any order). Throws where there are no figures, or none of that name.
 */
export function explainFigure(snapshot: Snapshot, figure: string, options: AssessOptions = {}): Explanation {
  const { run: shown, findings } = assessed(snapshot, options);
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

/** A combination with some of its parts left out: each as a scenario, under a name of ours. */
const partRuns = (reading: Reading, base: Run): readonly ScenarioRun[] =>
  partsLeftOut(reading.parts.map((part) => part.name)).flatMap(({ name, taken }) => {
    const changes = taken.flatMap((part) => reading.parts[part]?.changes ?? []);
    const { run: ran } = runChanged(reading, base, changes);
    return ran ? [{ name, at: null, model: ran.of.model, run: ran.exact }] : [];
  });

/** What the user can choose: the scenarios, then the parts left out; of two of one name the first. */
function choosable(reading: Reading, base: Run): readonly ScenarioRun[] {
  const all = [...scenarioRuns(reading, base), ...partRuns(reading, base)];
  const folded = all.map(({ name }) => name.trim().toLowerCase());
  return all.filter((_, n) => folded[n] !== 'base' && folded.indexOf(folded[n] ?? '') === n);
}

/** `byYear`: the years alone in formulas; what is counted by month stands as values. */
export interface LiveOptions extends AssessOptions {
  readonly byYear?: boolean;
}

/** Reads and runs a model, and writes it down as formulas. Throws `TooLarge` where no sheet could hold it. */
export function assessLive(snapshot: Snapshot, options: LiveOptions = {}): LiveAssessment {
  const { reading, run: shown, findings, bench } = benched(snapshot, options);
  const made = bench && !hasError(findings) ? resultsOf(bench, findings, options.scenario ?? 'Base') : null;
  if (!shown || !made || hasError(made.findings))
    return { findings: made?.findings ?? findings, results: null, live: null };
  const { model, structure } = shown.of;
  const worth = shown.of.value?.worth;
  const live = liveModel({
    model,
    run: shown.exact,
    figures: headlineQuantities(shown),
    year: structure.year,
    baseline: structure.baseline,
    impact: shown.of.impact.total,
    scenarios: options.scenario === undefined ? choosable(reading, shown) : [],
    selector: SELECTOR,
    typed: typedTables(snapshot, reading),
    byYear: options.byYear ?? false,
    threshold: shown.of.impact.threshold,
    shares: shown.of.patients.shares.total,
    chances: shown.of.coming?.launches.chance ?? null,
    errors: errorRows(shown),
    ...(worth ? { totals: { ...worth.value, cashReleased: worth.cashValue } } : {}),
    ...(shown.traces ? { traces: shown.traces } : {}),
  });
  return { findings: made.findings, results: { ...sealed(made.results, reading, options), live: live.figures }, live };
}
