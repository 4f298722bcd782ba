/** `realise reproduce`: whether the figures of a run come out the same here, to the last digit. */
import type { Seal } from '../../engine/seal';
import { reproduce as reproduced, sealIn, sealOnSheet, type Reproduction } from '../../run/reproduce';
import type { Command } from '../command';
import { readBytes } from '../files';
import { only } from '../given';
import { openModel } from '../model-file';
import { json, Mistake, safe, STATUS, type Terminal } from '../terminal';

export const reproduce: Command = {
  name: 'reproduce',
  usage: ['RESULTS.xlsx [--json]', 'RUN.json MODEL.xlsx [--json]'],
  says: [
    'runs a sealed run again and says whether every figure is the same to the last digit: a workbook written by',
    'run -o, or the JSON of run --json beside its model',
  ],
  flags: { json: 'alone' },
  prepare: (given) => {
    const [file, ...rest] = given.arguments;
    const sealedIn = only(file === undefined ? [] : [file], 'FILE');
    const model = sealedIn.toLowerCase().endsWith('.json') ? only(rest, 'MODEL.xlsx') : sealedIn;
    if (model === sealedIn && rest.length > 0) throw new Mistake('A workbook stands by itself.', true);
    return (terminal) => perform(sealedIn, model, given.has('json'), terminal);
  },
};

async function perform(file: string, model: string, asJson: boolean, terminal: Terminal): Promise<number> {
  const snapshot = await (await openModel(model)).read();
  const kept = file === model ? null : jsonIn(file, await readBytes(file));
  const seal: Seal | null = kept === null ? sealOnSheet(snapshot) : sealIn(kept);
  if (seal === null) throw new Mistake(`${file} carries no seal: run the model again with this version of Realise.`);
  const made = reproduced(snapshot, seal, kept);
  const edited = snapshot.owned.filter((sheet) => sheet.changed).map((sheet) => sheet.name);
  if (asJson) terminal.out(json({ schema: 1, ...made, edited: kept === null ? edited : [] }));
  else terminal.out(said(made, kept === null ? edited : []));
  return made.same ? STATUS.good : STATUS.bad;
}

function jsonIn(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Mistake(`${file} is not JSON.`);
  }
}

function said({ same, inputs, engine, figures, first, was, now }: Reproduction, edited: readonly string[]): string {
  const lines = [
    same ? 'The same, to the last digit.' : 'Not the same.',
    `  Inputs    ${inputs === 'same' ? `the same, ${was.inputs}` : `changed: ${was.inputs}, now ${now?.inputs ?? 'not read'}`}`,
    `  Engine    ${engine === 'same' ? was.engine : `${safe(was.engine)}, here ${now?.engine ?? ''}`}`,
    `  Scenario  ${safe(was.scenario)}${was.changes.map((change) => `, ${safe(change.parameter)} ${change.op} ${safe(change.value)}`).join('')}`,
    `  Seed      ${String(was.seed)}, ${String(was.draws)} draws`,
    `  Figures   ${figures === 'none' ? 'none: the model has errors, see realise check' : `${figures}, ${safe(was.figures)}`}`,
    ...(first === null ? [] : [`  First     ${safe(first)}`]),
    ...(edited.length === 0
      ? []
      : [`  Edited    ${edited.map(safe).join(', ')}: cells there are not what was written`]),
  ];
  return `${lines.join('\n')}\n`;
}
