/** The first half of the product: a workbook read, checked and run, with changes and a scenario on top. */
import type { Change, Scenario } from '../engine/assumptions';
import type { Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { readAssumptions, type Reading } from '../inputs/read-assumptions';
import { runChanged, runModel, uptakeIn, type Ran } from './run-model';
import type { Snapshot } from '../workbook/workbook';

/** Options of a run: changes on top of what is typed (`--set`), or one scenario shown in place of the base. */
export interface AssessOptions {
  readonly changes?: readonly Change[];
  readonly scenario?: string;
}

/** A workbook read and run, with changes and a scenario on top. */
export interface Assessed {
  readonly reading: Reading;
  /** The model as typed, with the options' changes. */
  readonly typed: Run | null;
  /** What is shown: the same, or a scenario. */
  readonly run: Run | null;
  /** Changes of the scenario that is shown. */
  readonly standing: readonly Change[];
  readonly findings: readonly Finding[];
}

export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');

/** Changes start from the values that the model has as typed, so that model is run first. */
function readWith(snapshot: Snapshot, changes: readonly Change[]): Reading {
  const typed = readAssumptions(snapshot);
  if (changes.length === 0) return typed;
  const base = typed.assumptions ? runModel(typed.assumptions).run : null;
  return readAssumptions(snapshot, changes, uptakeIn(base));
}

/** Reads a workbook and runs it, with changes and a scenario on top. */
export function assessed(snapshot: Snapshot, { changes = [], scenario = 'Base' }: AssessOptions = {}): Assessed {
  const reading = readWith(snapshot, changes);
  if (!reading.assumptions) return { reading, typed: null, run: null, standing: [], findings: reading.findings };
  const base = runModel(reading.assumptions);
  const standing = scenarioOf(reading, scenario)?.changes ?? [];
  const shown = scenario.toLowerCase() === 'base' ? base : runScenario(reading, base, scenario);
  return { reading, typed: base.run, run: shown.run, standing, findings: [...reading.findings, ...shown.findings] };
}

/** A scenario by its name, in any case; Base, which changes nothing, is none. */
export const scenarioOf = (reading: Reading, name: string): Scenario | null =>
  reading.scenarios.find((at) => at.name.toLowerCase() === name.toLowerCase()) ?? null;

function runScenario(reading: Reading, base: Ran, name: string): Ran {
  const scenario = scenarioOf(reading, name);
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
