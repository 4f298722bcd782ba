/** Random whole workbooks, valid by their making: as plain tables, and as the Snapshot that a door would read. */
import type fc from 'fast-check';
import type { Cell, Snapshot } from '../../src/workbook/workbook';
import type { Plain, PlainTable } from '../second/sheet';
import { drawn, tableOf } from './draw';
import { frameOf } from './frame';
import type { Families } from './frame';
import { costRows, ITEMS, priceRows, scenarioRows } from './money';
import { populationOf, technologyRows, uptakeTables } from './people';

/** Workbooks of the core tables and of the families asked for. */
export const workbooks = (families: Families = {}): fc.Arbitrary<PlainTable[]> =>
  drawn((draw) => {
    const frame = frameOf(draw, families);
    const population = populationOf(frame);
    const prices = priceRows(frame);
    const costs = costRows(frame, ITEMS.slice(0, prices.length));
    return [
      ...tableOf('BIM_Model', frame.settings),
      ...tableOf('BIM_Population', population),
      ...tableOf('BIM_Technologies', technologyRows(frame)),
      ...uptakeTables(frame),
      ...tableOf('BIM_Prices', prices),
      ...tableOf('BIM_Costs', costs),
      ...tableOf('BIM_Scenarios', scenarioRows(frame, population, prices, costs)),
    ];
  });

const cellOf = (value: Plain): Cell => ({ value });

/** Plain tables as they would be read from one sheet, one below the other. */
export const snapshotOf = (tables: readonly PlainTable[]): Snapshot => {
  let row = 1;
  const placed = tables.map(({ table, headers, rows }) => {
    const at = row;
    row += rows.length + 3;
    return {
      name: table,
      sheet: 'Inputs',
      row: at,
      column: 1,
      headers: [...headers],
      rows: rows.map((cells) => cells.map(cellOf)),
    };
  });
  return { sheets: ['Inputs'], tables: placed, names: [], owned: [], language: 'en-GB', calculated: true };
};
