/** `realise run`: figures to the terminal, or into a copy of the workbook. */
import { assess, type AssessOptions } from '../../assess';
import { compareConventions, type Tried } from '../../compare/conventions';
import { publicObject } from '../../outputs/public-object';
import { withStress } from '../../stress/with-stress';
import type { Command } from '../command';
import { checkOutput } from '../files';
import { only, type Given } from '../given';
import { openModel } from '../model-file';
import { refused, userMistake } from '../refusal';
import { RUN_FLAGS, runOptions } from '../run-options';
import { conventionsData, conventionsText } from '../say-conventions';
import { findingsText } from '../say-findings';
import { resultsText } from '../say-results';
import { json, Mistake, STATUS, type Terminal } from '../terminal';
import { writeResults } from '../write-results';

export const run: Command = {
  name: 'run',
  usage: [
    "MODEL.xlsx [-o OUT.xlsx] [--json] [--scenario NAME] [--set 'PARAMETER=VALUE' …]",
    "[--convention 'SETTING=VALUE' …]",
  ],
  says: [
    'computes the two worlds; -o writes a copy of the workbook with the results as sheets and charts;',
    '--convention says what another setting of BIM_Model would do to the result',
  ],
  flags: { output: 'text', json: 'alone', convention: 'text', ...RUN_FLAGS },
  prepare: (given) => {
    const asked = runAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly model: string;
  readonly output: string | null;
  readonly json: boolean;
  readonly options: AssessOptions;
  readonly conventions: readonly Tried[];
}

export function runAsked(given: Given): Asked {
  return {
    model: only(given.arguments, 'MODEL.xlsx'),
    output: given.text('output'),
    json: given.has('json'),
    options: runOptions(given),
    conventions: given.texts('convention').map(convention),
  };
}

async function perform({ model, output, json: asJson, options, conventions }: Asked, terminal: Terminal) {
  if (output !== null) await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results } = assess(snapshot, options);
  if (results === null) return refused(findings, asJson, terminal);
  const effects = userMistake(() => compareConventions(snapshot, results, conventions, options));
  if (output !== null) await writeResults(workbook, withStress(snapshot, results, options), output, terminal);
  if (asJson) {
    const whole = publicObject(results);
    terminal.out(json(effects.length === 0 ? whole : { ...whole, conventions: conventionsData(effects) }));
  } else {
    if (output === null) terminal.out(resultsText(results));
    terminal.out(conventionsText(effects));
    terminal.error(findingsText(findings));
  }
  return STATUS.good;
}

/** `SETTING=VALUE`, divided at the first "=". */
function convention(text: string): Tried {
  const at = text.indexOf('=');
  const [setting, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (setting === '' || value === '') throw new Mistake(`--convention wants SETTING=VALUE, not "${text}".`, true);
  return { setting, value };
}
