/** A sheet of our own with BIM_Scenarios on it, for a workbook that has none: rows that were saved from the pane. */
import type { Report } from '../workbook/workbook';
import type { ExampleRow } from './examples/example';
import { scenarios } from './tables/scenarios';
import { inputSheet, placeTables } from './template-sheets/input-sheet';

/** The sheet's name. */
const NAME = 'Scenarios';

export function scenarioReport(title: string, rows: readonly ExampleRow[]): Report {
  const sheet = inputSheet(NAME, title, placeTables([{ table: scenarios, rows }]), new Set([scenarios.word]));
  return { title, stamp: '', language: 'en-GB', sheets: [sheet], names: [], open: sheet.name };
}
