/** What writing a live model will put into a workbook, in a sentence: said before it is done. */
import type { LiveModel } from '../engine/readings/live/document';
import { printed, amount } from './amounts';

/** Bytes of a formula with its value in a file, and of the result sheets beside, as measured. */
const [BYTES_A_FORMULA, BYTES_BESIDE] = [55, 50_000];

/** Said beside it where months are left out. */
const VALUES =
  'What is counted month by month stands as values of this run, which follow no cell: after a change of plan, gates or uptake run again and write anew.';

/** "Calc: 96 quantities, 1,204 formulas; with the result sheets about 0.1 MB. They follow your cells without Realise." */
export function liveSaid({ sheets, figures }: LiveModel): string {
  const each = sheets.map(
    ({ sheet, blocks }) => `${sheet}: ${count(blocks.length)} quantities, ${count(formulasIn(blocks))} formulas`,
  );
  const formulas = sheets.reduce((total, { blocks }) => total + formulasIn(blocks), 0);
  const size = printed(amount(BYTES_BESIDE + BYTES_A_FORMULA * formulas).div(1_000_000), 1);
  const scenarios =
    figures.scenarios.length > 1 ? `; a selector of ${count(figures.scenarios.length - 1)} scenarios on Summary` : '';
  const values = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'value'));
  const fixed = values.length > 0 ? ` ${VALUES} They are in ${count(values.length)} blocks, named so on Calc.` : '';
  return `${each.join('; ')}${scenarios}; with the result sheets about ${size} MB. They follow your cells without Realise.${fixed}`;
}

const count = (number: number): string => printed(amount(number), 0);

const formulasIn = (blocks: LiveModel['sheets'][number]['blocks']): number =>
  blocks.reduce(
    (total, { rows }) =>
      total + rows.reduce((sum, { cells }) => sum + cells.filter(({ formula }) => formula !== null).length, 0),
    0,
  );
