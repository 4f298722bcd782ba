/** `realise live`: a copy of the workbook with the results and the model in formulas. */
import { assessLive } from '../../assess';
import { liveReport } from '../../outputs/live-report';
import { liveSaid } from '../../outputs/live-said';
import type { Command } from '../command';
import { checkOutput, writeWhole } from '../files';
import { only } from '../given';
import { openModel } from '../model-file';
import { refused, userMistake } from '../refusal';
import { Mistake, safe, shownTime, STATUS, type Terminal } from '../terminal';

export const live: Command = {
  name: 'live',
  usage: ['MODEL.xlsx -o LIVE.xlsx'],
  says: ['writes a copy with the results and the model itself in formulas, on your own input cells'],
  flags: { output: 'text' },
  prepare: (given) => {
    const [model, output] = [only(given.arguments, 'MODEL.xlsx'), given.text('output')];
    if (output === null) throw new Mistake('Say where to write: -o LIVE.xlsx.', true);
    return (terminal) => perform(model, output, terminal);
  },
};

async function perform(model: string, output: string, terminal: Terminal): Promise<number> {
  await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results, live: written } = userMistake(() => assessLive(snapshot));
  if (results === null || written === null) return refused(findings, false, terminal);
  const { kept } = await workbook.write(liveReport(results, written, shownTime(terminal.now())));
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. ${safe(liveSaid(written))}\n`);
  if (kept.length > 0) terminal.error(`Kept as you changed them: ${kept.map(safe).join(', ')}.\n`);
  return STATUS.good;
}
