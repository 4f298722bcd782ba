/** `realise template`: a new workbook to fill in; never over a file that exists. */
import type { Example } from '../../inputs/examples/example';
import { workedExample } from '../../inputs/examples/gallery';
import { withTables } from '../../inputs/examples/options';
import { WORKED } from '../../inputs/examples/worked';
import { templateReport } from '../../inputs/template';
import { newXlsx } from '../../workbook/xlsx';
import type { Command } from '../command';
import { checkNew, writeWhole } from '../files';
import { only, type Given } from '../given';
import { userMistake } from '../refusal';
import { safe, STATUS, type Terminal } from '../terminal';

export const template: Command = {
  name: 'template',
  usage: ['NEW.xlsx [--with TABLE,TABLE …] [--example NAME]'],
  says: [
    'writes a new workbook to fill in, with an example in it; --with adds more tables, or all;',
    `--example takes another: ${WORKED.map(({ name }) => name).join(', ')}`,
  ],
  flags: { with: 'text', example: 'text' },
  prepare: (given) => {
    const asked = templateAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly output: string;
  readonly tables: readonly string[];
  /** A worked model by its name; null: the template's own. */
  readonly example: string | null;
}

export function templateAsked(given: Given): Asked {
  return {
    output: only(given.arguments, 'NEW.xlsx'),
    tables: given.texts('with').flatMap((names) => names.split(',')),
    example: given.text('example'),
  };
}

async function perform({ output, tables, example }: Asked, terminal: Terminal): Promise<number> {
  await checkNew(output, null);
  const report = userMistake(() => templateReport(exampleOf(tables, example)));
  const workbook = newXlsx();
  await workbook.write(report);
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. Fill it in, then: realise run ${safe(output)}\n`);
  return STATUS.good;
}

/** The worked model of that name; more tables are of the template's own example alone. */
function exampleOf(tables: readonly string[], name: string | null): Example {
  if (name === null) return withTables(tables);
  if (tables.length > 0) throw new Error('--with adds tables to the template’s own example, not to another one.');
  return workedExample(name);
}
