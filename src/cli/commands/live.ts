/** `realise live`: a copy of the workbook with the results and the model in formulas. */
import { assessLive, type LiveAssessment } from '../../assess';
import { TooLarge } from '../../engine/readings/live/document';
import { liveReport } from '../../outputs/live-report';
import { liveSaid } from '../../outputs/live-said';
import type { Snapshot } from '../../workbook/workbook';
import type { Command } from '../command';
import { checkOutput, writeWhole } from '../files';
import { only } from '../given';
import { openModel } from '../model-file';
import { refused, userMistake } from '../refusal';
import { Mistake, safe, shownTime, STATUS, type Terminal } from '../terminal';

export const live: Command = {
  name: 'live',
  usage: ['MODEL.xlsx [--annual] -o LIVE.xlsx'],
  says: [
    'writes a copy with the results and the model itself in formulas, on your own input cells;',
    '--annual leaves out the months, and what is counted in them stands as values',
  ],
  flags: { output: 'text', annual: 'alone' },
  prepare: (given) => {
    const [model, output] = [only(given.arguments, 'MODEL.xlsx'), given.text('output')];
    if (output === null) throw new Mistake('Say where to write: -o LIVE.xlsx.', true);
    return (terminal) => perform(model, { output, byYear: given.has('annual') }, terminal);
  },
};

interface Way {
  readonly output: string;
  readonly byYear: boolean;
}

/** Writes it down; where it is too large, says what can be had. */
function written(snapshot: Snapshot, byYear: boolean): LiveAssessment {
  try {
    return assessLive(snapshot, { byYear });
  } catch (thrown) {
    if (!(thrown instanceof TooLarge)) throw thrown;
    const offer = thrown.byYear
      ? 'With --annual the months are left out, and what is counted in them stands as values.'
      : 'With realise run -o the results are written as values.';
    throw new Mistake(`${thrown.message} ${offer}`);
  }
}

async function perform(model: string, { output, byYear }: Way, terminal: Terminal): Promise<number> {
  await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results, live: made } = userMistake(() => written(snapshot, byYear));
  if (results === null || made === null) return refused(findings, false, terminal);
  const { kept } = await workbook.write(liveReport(results, made, shownTime(terminal.now())));
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. ${safe(liveSaid(made))}\n`);
  if (kept.length > 0) terminal.error(`Kept as you changed them: ${kept.map(safe).join(', ')}.\n`);
  return STATUS.good;
}
