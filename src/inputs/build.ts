/** From entries to Assumptions: each row in the engine's words. */
import type { Assumptions, GoalRow, Row, Scenario } from '../engine/assumptions';
import { rowsOf, textOf, type Entries, type Entry } from './entry';
import { folded, isAll } from './labels';
import type { Names } from './kinds';
import { namesIn } from './names';
import { realisationOf, type RowsRead } from './realisation';
import { rowReader, type RowReader } from './row';
import { settingReader } from './settings';
import type { Table } from './table';
import { agreementRow, agreements } from './tables/agreements';
import { costRow, costs } from './tables/costs';
import { displacement, displacementRow } from './tables/displacement';
import { goalRow, goals } from './tables/goals';
import { modelSettings } from './tables/model';
import { bodyRow, patients } from './tables/patients';
import { persistence, persistenceRow } from './tables/persistence';
import { population, populationRow } from './tables/population';
import { priceRow, prices } from './tables/prices';
import { regimenRow, regimens } from './tables/regimens';
import { scenarioRow, scenarios } from './tables/scenarios';
import { technologies, technologyRow } from './tables/technologies';
import { testRow, tests } from './tables/tests';
import { uptake, uptakeRow } from './tables/uptake';
import type { Horizon } from './years';

/** Assumptions, and the entry that each of their rows was read from. */
export interface Built {
  readonly assumptions: Assumptions;
  readonly names: Names;
  readonly horizon: Horizon;
  readonly entryOf: (row: Row) => Entry | null;
}

export function build(entries: Entries, horizon: Horizon): Built {
  const names = namesIn(entries);
  const origin = new Map<Row, Entry>();
  const rows: RowsRead = <R extends Row>(table: Table, read: (row: RowReader, entry: Entry) => R): readonly R[] =>
    rowsOf(entries, table).map((entry) => {
      const row = read(rowReader(entry, names, horizon), entry);
      origin.set(row, entry);
      return row;
    });
  const assumptions: Assumptions = {
    model: modelSettings(settingReader(entries)),
    population: rows(population, populationRow),
    technologies: rows(technologies, technologyRow),
    persistence: rows(persistence, persistenceRow),
    uptake: rows(uptake, uptakeRow),
    displacement: rows(displacement, displacementRow),
    prices: rows(prices, priceRow),
    costs: rows(costs, costRow),
    regimens: rows(regimens, regimenRow),
    bodies: rows(patients, bodyRow),
    agreements: rows(agreements, agreementRow),
    tests: rows(tests, testRow),
    realisation: realisationOf(entries, rows),
  };
  return { assumptions, names, horizon, entryOf: (row) => origin.get(row) ?? null };
}

/** BIM_Scenarios: sets of changes, in order of first appearance. */
export function readScenarios(entries: Entries, horizon: Horizon): readonly Scenario[] {
  const names = namesIn(entries);
  const found = new Map<string, { readonly name: string; readonly changes: Scenario['changes'][number][] }>();
  for (const entry of rowsOf(entries, scenarios)) {
    const { scenario, change } = scenarioRow(rowReader(entry, names, horizon));
    if (
      scenario === '' ||
      isAll(change.parameter) ||
      textOf(entry, { kind: 'text', label: 'Value', doc: '', example: '' }) === ''
    )
      continue;
    const held = found.get(folded(scenario)) ?? { name: scenario, changes: [] };
    held.changes.push(change);
    found.set(folded(scenario), held);
  }
  return [...found.values()];
}

export function readGoals(entries: Entries, horizon: Horizon): readonly GoalRow[] {
  const names = namesIn(entries);
  return rowsOf(entries, goals).map((entry) =>
    goalRow(rowReader(entry, names, horizon), horizon.firstYear, horizon.years),
  );
}
