/** `realise import-trials`: a register of what is coming from lists of trials; shown first, written where asked. */
import path from 'node:path';
import { ENGINE_VERSION } from '../../engine/version';
import { importTrials, trialsReport, YEARS_TO_LAUNCH, type TrialsImport } from '../../import-trials';
import { newXlsx } from '../../workbook/xlsx';
import type { Command } from '../command';
import { checkNew, readBytes, writeWhole } from '../files';
import type { Given } from '../given';
import { trialFindingsText, trialsText } from '../say-trials';
import { json, Mistake, safe, STATUS, type Terminal } from '../terminal';

export const importTrialsCommand: Command = {
  name: 'import-trials',
  usage: ['FILE … [-o REGISTER.xlsx] [--json]'],
  says: [
    'groups trials of ClinicalTrials.gov (CSV, or JSON of its second interface) into products and shows them;',
    '-o writes a register (BIM_Horizon) to fill in. Pages without a header follow the page that has one',
  ],
  flags: { output: 'text', json: 'alone' },
  prepare: (given) => {
    const asked = importAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly files: readonly string[];
  readonly output: string | null;
  readonly json: boolean;
}

function importAsked(given: Given): Asked {
  if (given.arguments.length === 0) throw new Mistake('FILE is missing.', true);
  return { files: given.arguments, output: given.text('output'), json: given.has('json') };
}

async function perform({ files, output, json: asJson }: Asked, terminal: Terminal): Promise<number> {
  if (output !== null) await checkNew(output, null);
  const read = await Promise.all(
    files.map(async (file) => ({ name: path.basename(file), bytes: await readBytes(file) })),
  );
  const made = importTrials(read);
  terminal.out(asJson ? json(toldAsData(made)) : trialsText(made));
  if (!asJson) terminal.error(trialFindingsText(made.findings));
  if (made.products.length === 0) {
    terminal.error('No products were found. Nothing was written.\n');
    return STATUS.bad;
  }
  if (output !== null) await writeRegister(made, output, terminal);
  return made.findings.some(({ severity }) => severity === 'error') ? STATUS.bad : STATUS.good;
}

async function writeRegister(made: TrialsImport, output: string, terminal: Terminal): Promise<void> {
  const now = terminal.now();
  const month = `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const workbook = newXlsx();
  await workbook.write(trialsReport(made, now.getFullYear(), month));
  await writeWhole(output, await workbook.bytes());
  terminal.error(`Written to ${safe(output)}. Fill in the blank cells, then: realise run ${safe(output)}\n`);
}

const toldAsData = ({ trials, products, findings }: TrialsImport): object => ({
  schema: 1,
  engine: ENGINE_VERSION,
  trials: trials.length,
  yearsToLaunch: YEARS_TO_LAUNCH,
  products: products.map(({ trials: mine, ...product }) => ({
    ...product,
    trials: mine.map(({ id, status, stopped, phase, at }) => ({ id, status, stopped, phase, at })),
  })),
  findings,
});
