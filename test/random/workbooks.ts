/** Random whole workbooks, valid by their making: as plain tables, and as the Snapshot that a door would read. */
import type fc from 'fast-check';
import type { Cell, Snapshot } from '../../src/workbook/workbook';
import type { Plain, PlainTable } from '../second/sheet';
import { drawn, tableOf } from './draw';
import { frameOf, tableWithYears } from './frame';
import type { Families } from './frame';
import { costRows, ITEMS, priceRows, scenarioRows } from './money';
import { agreedCosts, agreementRows, dosingOf, testRows } from './care';
import { persistenceRows, populationOf, technologyRows, uptakeTables } from './people';

/** Workbooks of the core tables and of the families asked for. */
export const workbooks = (families: Families = {}): fc.Arbitrary<PlainTable[]> =>
  drawn((draw) => {
    const frame = frameOf(draw, families);
    const population = populationOf(frame);
    const technologies = technologyRows(frame);
    const prices = priceRows(frame);
    const costs = costRows(frame, ITEMS.slice(0, prices.length));
    const dosing = dosingOf(frame);
    return [
      ...tableOf('BIM_Model', frame.settings),
      ...tableWithYears(frame, 'BIM_Population', population),
      ...tableWithYears(frame, 'BIM_Technologies', technologies),
      ...tableOf('BIM_Persistence', persistenceRows(frame, technologies)),
      ...uptakeTables(frame),
      ...tableWithYears(frame, 'BIM_Prices', [...prices, ...dosing.prices]),
      ...tableWithYears(frame, 'BIM_Costs', [...costs, ...agreedCosts(frame), ...dosing.costs]),
      ...tableOf('BIM_Regimens', dosing.regimens),
      ...tableOf('BIM_Patients', dosing.regimens.length > 0 ? dosing.bodies : []),
      ...tableOf('BIM_Agreements', agreementRows(frame)),
      ...tableWithYears(frame, 'BIM_Tests', testRows(frame)),
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
