/** What writing a live model will put into a workbook, in a sentence: said before it is done. */
import type { LiveModel } from '../engine/readings/live/document';
import { printed, amount } from './amounts';

/**
 * Bytes in a file, fitted to what the shared cases and a model of 10 × 10 × 10 take when written (40 kB to 2.3 MB; none is
 * more than a quarter off): a formula with its value, a row, a quantity with its words, and whatever every workbook has.
 */
const BYTES = { formula: 10, row: 52, quantity: 470, always: 18_000 } as const;

/** Said beside it where months are left out. */
const VALUES =
  'What is counted month by month stands as values of this run, which follow no cell: after a change of plan, gates or uptake run again and write anew.';

/** "Calc: 96 quantities, 1,204 formulas; with the result sheets about 90 kB. They follow your cells without Realise." */
export function liveSaid({ sheets, figures }: LiveModel): string {
  const each = sheets.map(
    ({ sheet, blocks }) => `${sheet}: ${count(blocks.length)} quantities, ${count(formulasIn(blocks))} formulas`,
  );
  const scenarios =
    figures.scenarios.length > 1 ? `; a selector of ${count(figures.scenarios.length - 1)} scenarios on Summary` : '';
  const values = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'value'));
  const fixed = values.length > 0 ? ` ${VALUES} They are in ${count(values.length)} blocks, named so on Calc.` : '';
  return `${each.join('; ')}${scenarios}; with the result sheets about ${sizeSaid(liveBytes({ sheets }))}. They follow your cells without Realise.${fixed}`;
}

/** Bytes that the workbook will take. */
export function liveBytes({ sheets }: Pick<LiveModel, 'sheets'>): number {
  const blocks = sheets.flatMap((sheet) => sheet.blocks);
  const rows = blocks.reduce((total, block) => total + block.rows.length, 0);
  return BYTES.always + BYTES.quantity * blocks.length + BYTES.row * rows + BYTES.formula * formulasIn(blocks);
}

/** To one digit behind the point of a megabyte, below that to ten kilobytes. */
const sizeSaid = (bytes: number): string =>
  bytes < 950_000 ? `${count(10 * Math.round(bytes / 10_000))} kB` : `${printed(amount(bytes).div(1_000_000), 1)} MB`;

const count = (number: number): string => printed(amount(number), 0);

const formulasIn = (blocks: LiveModel['sheets'][number]['blocks']): number =>
  blocks.reduce(
    (total, { rows }) =>
      total + rows.reduce((sum, { cells }) => sum + cells.filter(({ formula }) => formula !== null).length, 0),
    0,
  );
