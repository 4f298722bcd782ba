/** Sheets that a write left unfinished, when the pane was closed or Excel broke off: written again, or emptied. */
import type { OwnedSheet, Report, SheetSpec } from '../workbook/workbook';
import type { Model } from './state';

/** Those that the workbook holds now. */
export const unfinishedIn = (model: Model): readonly OwnedSheet[] =>
  model.kind === 'unread' ? [] : model.snapshot.owned.filter((sheet) => sheet.unfinished === true);

/** What empties them: each sheet with a line that says so. They stay, since taking a sheet out ends Excel's list of undos. */
export const emptied = (sheets: readonly OwnedSheet[], language: string): Report => ({
  title: '',
  stamp: 'emptied',
  language,
  names: [],
  open: sheets[0]?.name ?? '',
  sheets: sheets.map(emptySheet),
});

const emptySheet = ({ key, name }: OwnedSheet): SheetSpec => ({
  key,
  name,
  purpose: 'result',
  widths: [2, 60],
  cells: [
    { row: 2, column: 2, value: 'A write broke off here, and what there was of it is taken out.', style: 'body' },
  ],
  tables: [],
  charts: [],
  validations: [],
  conditions: [],
  print: {
    area: { from: [1, 1], to: [2, 2] },
    orientation: 'portrait',
    fit: 'one page',
    footer: ['', '', ''],
  },
});
