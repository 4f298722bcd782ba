/** Value realisation in the engine's words: tasks, waves, resources, outcomes, and what technologies say of adoption. */
import type { Row } from '../engine/assumptions';
import type { Register } from '../engine/horizon-assumptions';
import type { AdoptionRow, RealisationAssumptions } from '../engine/realisation-assumptions';
import { rowsOf, textOf, type Entries, type Entry } from './entry';
import { folded } from './labels';
import { chosen, type RowReader } from './row';
import { settingReader } from './settings';
import type { Table } from './table';
import { actuals } from './tables/actuals';
import { horizon, horizonRow } from './tables/horizon';
import { WAITING } from './tables/model';
import { outcomeRow, outcomes } from './tables/outcomes';
import { parts } from './tables/parts';
import { phaseRow, phases } from './tables/phases';
import { HORIZON_ROOM, POOL, resourceRow, resources } from './tables/resources';
import { taskRow, tasks } from './tables/tasks';
import { adoptionRow, technologies } from './tables/technologies';
import { waveRow, waves } from './tables/waves';

/** Reads the rows of a table, and remembers which entry each came from. */
export type RowsRead = <R extends Row>(table: Table, read: (row: RowReader, entry: Entry) => R) => readonly R[];

/** What the rows of one pool say together: the first that says something in a column. */
function poolReader(entries: Entries): (entry: Entry) => Pick<RowReader, 'word'> {
  const pools = new Map<string, Entry[]>();
  for (const entry of rowsOf(entries, resources)) {
    const name = folded(textOf(entry, POOL.resource));
    pools.set(name, [...(pools.get(name) ?? []), entry]);
  }
  return (entry) => ({
    word: (field) => {
      for (const row of pools.get(folded(textOf(entry, POOL.resource))) ?? []) {
        const word = chosen(field, textOf(row, field));
        if (word !== null) return word;
      }
      return null;
    },
  });
}

const isFilled = (row: AdoptionRow): boolean =>
  row.potential !== null || row.leaveQueue !== null || row.whileWaiting !== '';

/** Null where a workbook has none of it: the budget impact alone. */
export function realisationOf(entries: Entries, rows: RowsRead): RealisationAssumptions | null {
  const poolOf = poolReader(entries);
  const settings = settingReader(entries);
  const read: RealisationAssumptions = {
    tasks: rows(tasks, taskRow),
    waves: rows(waves, waveRow),
    resources: rows(resources, (row, entry) => resourceRow(row, poolOf(entry))),
    outcomes: rows(outcomes, outcomeRow),
    adoption: rows(technologies, adoptionRow),
    targetWait: settings.given(WAITING.targetWait),
    reliefMonths: settings.given(WAITING.reliefMonths) ?? settings.standing(WAITING.reliefMonths),
  };
  const held =
    read.tasks.length + read.waves.length + read.outcomes.length > 0 ||
    read.resources.some((row) => row.technology !== HORIZON_ROOM) ||
    read.adoption.some(isFilled) ||
    rowsOf(entries, parts).length + rowsOf(entries, actuals).length > 0;
  return held ? read : null;
}

/** What is coming; null where the workbook holds no BIM_Horizon. */
export function registerOf(entries: Entries, rows: RowsRead): Register | null {
  const poolOf = poolReader(entries);
  const items = rows(horizon, horizonRow);
  if (items.length === 0) return null;
  const resource = rows(resources, (row, entry) => resourceRow(row, poolOf(entry)));
  return { items, phases: rows(phases, phaseRow), room: resource.filter((row) => row.technology === HORIZON_ROOM) };
}
