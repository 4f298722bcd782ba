/** `realise lint`: what a reviewer asks about in the user's own sheets, before any figure is looked at. */
import { assess } from '../../assess';
import { remarksOn } from '../../review/remarks';
import type { Command } from '../command';
import { only } from '../given';
import { openModel } from '../model-file';
import { remarksText } from '../say-remarks';
import { json, STATUS, type Terminal } from '../terminal';

export const lint: Command = {
  name: 'lint',
  usage: ['MODEL.xlsx [--json]'],
  says: [
    'reads your own sheets as FAST and ICAEW would: constants in formulas, rows that differ, what is hidden or calls out',
  ],
  flags: { json: 'alone' },
  prepare: (given) => {
    const [model, asJson] = [only(given.arguments, 'MODEL.xlsx'), given.has('json')];
    return (terminal) => perform(model, asJson, terminal);
  },
};

async function perform(model: string, asJson: boolean, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const remarks = remarksOn(await workbook.readSheets(), snapshot, assess(snapshot).findings);
  terminal.out(asJson ? json({ schema: 1, remarks }) : remarksText(remarks));
  return STATUS.good;
}
