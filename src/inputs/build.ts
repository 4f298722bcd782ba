/** From entries to Assumptions: each row in the engine's words. */
import type { Assumptions, Change, GoalRow, Row, Scenario } from '../engine/assumptions';
import type { Part } from '../engine/horizon-assumptions';
import type { UncertainRow } from '../engine/uncertainty/parameter';
import { rowsOf, type Entries, type Entry } from './entry';
import { folded, isAll } from './labels';
import type { Names } from './kinds';
import { namesIn } from './names';
import { realisationOf, registerOf, type RowsRead } from './realisation';
import { rowReader, type RowReader } from './row';
import { settingReader } from './settings';
import type { Table } from './table';
import { actualRow, actuals } from './tables/actuals';
import { agreementRow, agreements } from './tables/agreements';
import { costRow, costs } from './tables/costs';
import { displacement, displacementRow } from './tables/displacement';
import { goalRow, goals } from './tables/goals';
import { modelSettings } from './tables/model';
import { partRow, parts } from './tables/parts';
import { bodyRow, patients } from './tables/patients';
import { persistence, persistenceRow } from './tables/persistence';
import { population, populationRow } from './tables/population';
import { priceRow, prices } from './tables/prices';
import { regimenRow, regimens } from './tables/regimens';
import { scenarioRow, scenarios } from './tables/scenarios';
import { technologies, technologyRow } from './tables/technologies';
import { testRow, tests } from './tables/tests';
import { uncertainRow, uncertainty } from './tables/uncertainty';
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
    register: registerOf(entries, rows),
    actuals: rows(actuals, actualRow),
  };
  return { assumptions, names, horizon, entryOf: (row) => origin.get(row) ?? null };
}

/** Sets of changes by name, in order of first appearance. */
function changeSets(
  entries: Entries,
  horizon: Horizon,
  table: Table,
  read: (row: RowReader) => { readonly name: string; readonly change: Change },
): readonly Scenario[] {
  const names = namesIn(entries);
  const found = new Map<string, { readonly name: string; readonly changes: Change[] }>();
  for (const entry of rowsOf(entries, table)) {
    const { name, change } = read(rowReader(entry, names, horizon));
    if (name === '' || isAll(change.parameter) || change.value === '') continue;
    const held = found.get(folded(name)) ?? { name, changes: [] };
    held.changes.push(change);
    found.set(folded(name), held);
  }
  return [...found.values()];
}

/** BIM_Scenarios. */
export const readScenarios = (entries: Entries, horizon: Horizon): readonly Scenario[] =>
  changeSets(entries, horizon, scenarios, (row) => {
    const { scenario, change } = scenarioRow(row);
    return { name: scenario, change };
  });

/** BIM_Parts: the changes that take each part of a combination away. */
export const readParts = (entries: Entries, horizon: Horizon): readonly Part[] =>
  changeSets(entries, horizon, parts, (row) => {
    const { part, change } = partRow(row);
    return { name: part, change };
  });

/** BIM_Uncertainty. */
export function readUncertain(entries: Entries, horizon: Horizon): readonly UncertainRow[] {
  const names = namesIn(entries);
  return rowsOf(entries, uncertainty).map((entry) => uncertainRow(rowReader(entry, names, horizon)));
}

export function readGoals(entries: Entries, horizon: Horizon): readonly GoalRow[] {
  const names = namesIn(entries);
  return rowsOf(entries, goals).map((entry) =>
    goalRow(rowReader(entry, names, horizon), horizon.firstYear, horizon.years),
  );
}
