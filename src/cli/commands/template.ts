/** `realise template`: a new workbook to fill in; never over a file that exists. */
import { withTables } from '../../inputs/examples/options';
import { templateReport } from '../../inputs/template';
import { newXlsx } from '../../workbook/xlsx';
import type { Command } from '../command';
import { checkOutput, exists, writeWhole } from '../files';
import { only, type Given } from '../given';
import { userMistake } from '../refusal';
import { Mistake, safe, STATUS, type Terminal } from '../terminal';

export const template: Command = {
  name: 'template',
  usage: ['NEW.xlsx [--with TABLE,TABLE …]'],
  says: ['writes a new workbook to fill in, with an example in it; --with adds more tables, or all'],
  flags: { with: 'text' },
  prepare: (given) => {
    const { output, tables } = templateAsked(given);
    return (terminal) => perform(output, tables, terminal);
  },
};

export function templateAsked(given: Given): { readonly output: string; readonly tables: readonly string[] } {
  return {
    output: only(given.arguments, 'NEW.xlsx'),
    tables: given.texts('with').flatMap((names) => names.split(',')),
  };
}

async function perform(output: string, tables: readonly string[], terminal: Terminal): Promise<number> {
  await checkOutput(output, null);
  if (await exists(output)) throw new Mistake(`${output} exists already. Choose another name: nothing is overwritten.`);
  const report = userMistake(() => templateReport(withTables(tables)));
  const workbook = newXlsx();
  await workbook.write(report);
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. Fill it in, then: realise run ${safe(output)}\n`);
  return STATUS.good;
}
