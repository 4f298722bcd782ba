/** A sheet of our own with BIM_Horizon on it, for a workbook that has a model and no register. */
import type { Report } from '../workbook/workbook';
import type { ExampleRow } from './examples/example';
import { horizon } from './tables/horizon';
import { inputSheet, placeTables } from './template-sheets/input-sheet';

export function registerReport(title: string, rows: readonly ExampleRow[]): Report {
  const sheet = inputSheet(horizon.sheet, title, placeTables([{ table: horizon, rows }]), new Set([horizon.word]));
  return { title, stamp: '', language: 'en-GB', sheets: [sheet], names: [], open: sheet.name };
}
