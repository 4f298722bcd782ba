/**
 * From a Snapshot to Assumptions and findings. All errors are listed at once; with any error there are no
 * assumptions. The entries are kept, so that a scenario changes them and is built again without reading anew.
 */
import type { Assumptions, Change, GoalRow, Scenario } from '../engine/assumptions';
import type { Finding } from '../engine/finding';
import type { Part } from '../engine/horizon-assumptions';
import type { UncertainRow } from '../engine/uncertainty/parameter';
import type { Snapshot } from '../workbook/workbook';
import { build, readGoals, readParts, readScenarios, readUncertain } from './build';
import { applyChanges, type Resolve } from './changes';
import { CHECKS } from './checks';
import { checkCells } from './checks/cells';
import { checkYears } from './checks/horizon';
import { checkSettings, checkTables } from './checks/tables';
import { readEntries } from './entries';
import type { Entries } from './entry';
import { meaningsOf, type Meanings } from './meanings';
import { horizonOf } from './settings';
import { excelName } from './table';

/** What was read of one table. */
export interface TableRead {
  readonly table: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rows: number;
  readonly findings: number;
  /** What it and its columns mean, in the words of the manual. */
  readonly meanings: Meanings;
}

/** A workbook read: what it assumes, and what was found. */
export interface Reading {
  readonly entries: Entries;
  readonly assumptions: Assumptions | null;
  readonly scenarios: readonly Scenario[];
  readonly parts: readonly Part[];
  readonly goals: readonly GoalRow[];
  readonly uncertain: readonly UncertainRow[];
  readonly findings: readonly Finding[];
  readonly read: readonly TableRead[];
}

/** Assumptions, or null where a finding is an error. */
export interface Checked {
  readonly assumptions: Assumptions | null;
  readonly findings: readonly Finding[];
}

const hasError = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.severity === 'error');

/** Judges entries, and puts them into the engine's words. */
export function checkEntries(entries: Entries): Checked {
  const horizon = horizonOf(entries);
  const built = horizon && build(entries, horizon);
  const findings = [
    ...checkTables(entries),
    ...checkSettings(entries),
    ...checkCells(entries),
    ...(horizon ? checkYears(entries, horizon) : []),
    ...(built ? CHECKS.flatMap((check) => check({ ...built, entries })) : []),
  ];
  return { assumptions: built && !hasError(findings) ? built.assumptions : null, findings };
}

const tablesRead = (entries: Entries, findings: readonly Finding[]): readonly TableRead[] =>
  [...entries.values()].map(({ table, at, rows }) => ({
    table: excelName(table),
    sheet: at.sheet,
    cell: at.cell,
    rows: rows.length,
    findings: findings.filter((finding) => finding.at?.table === excelName(table)).length,
    meanings: meaningsOf(table),
  }));

/** Reads a workbook, with changes on top of what is typed. */
export function readAssumptions(snapshot: Snapshot, changes: readonly Change[] = [], resolve?: Resolve): Reading {
  const typed = readEntries(snapshot);
  const changed = applyChanges(typed.entries, changes, resolve);
  const checked = checkEntries(changed.entries);
  const horizon = horizonOf(changed.entries);
  const findings = [...typed.findings, ...changed.findings, ...checked.findings];
  return {
    entries: changed.entries,
    assumptions: hasError(findings) ? null : checked.assumptions,
    scenarios: horizon ? readScenarios(changed.entries, horizon) : [],
    parts: horizon ? readParts(changed.entries, horizon) : [],
    goals: horizon ? readGoals(changed.entries, horizon) : [],
    uncertain: horizon ? readUncertain(changed.entries, horizon) : [],
    findings,
    read: tablesRead(changed.entries, findings),
  };
}

/** A reading changed by a scenario or a goal. `findings` are those that the model as typed does not have. */
export function changedAssumptions(reading: Reading, changes: readonly Change[], resolve?: Resolve): Checked {
  const changed = applyChanges(reading.entries, changes, resolve);
  const checked = checkEntries(changed.entries);
  const known = new Set(reading.findings.map((finding) => JSON.stringify(finding)));
  const findings = [...changed.findings, ...checked.findings].filter((finding) => !known.has(JSON.stringify(finding)));
  return { assumptions: hasError(findings) ? null : checked.assumptions, findings };
}
