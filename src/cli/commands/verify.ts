/** `realise verify`: the checks that must hold of any model, on this one, how good they are, and the forms they fill. */
import { assess } from '../../assess';
import { ENGINE_VERSION } from '../../engine/version';
import { readAssumptions } from '../../inputs/read-assumptions';
import { buildReport } from '../../outputs/report';
import { beside } from '../../review/beside';
import { NO_FORMULAS, NOT_HERE, reviewOf } from '../../review/review';
import { inputHash } from '../../run/seal';
import { hasFormulas } from '../../verify/formulas/trials';
import { verify as verified, type Verification } from '../../verify/verify';
import type { Snapshot } from '../../workbook/workbook';
import type { Command } from '../command';
import { checkOutput } from '../files';
import { only } from '../given';
import { openModel } from '../model-file';
import { refused } from '../refusal';
import { verificationText } from '../say-verification';
import { remarksText } from '../say-remarks';
import { json, shownTime, STATUS, type Terminal } from '../terminal';
import { writeReport } from '../write-results';

export const verify: Command = {
  name: 'verify',
  usage: ['MODEL.xlsx [-o OUT.xlsx] [--quick] [--json]'],
  says: [
    'checks the model: what must hold of any model, tried on this one, with the smallest counter-example;',
    'then plants mistakes in a copy to see which the checks would notice (not with --quick), and remarks on your sheets;',
    '-o writes a copy of the workbook with the results, all checks, and TECH-VER and AdViSHE filled in',
  ],
  flags: { output: 'text', json: 'alone', quick: 'alone' },
  prepare: (given) => {
    const asked = {
      model: only(given.arguments, 'MODEL.xlsx'),
      output: given.text('output'),
      json: given.has('json'),
      quick: given.has('quick'),
    };
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly model: string;
  readonly output: string | null;
  readonly json: boolean;
  readonly quick: boolean;
}

async function perform({ model, output, json: asJson, quick }: Asked, terminal: Terminal): Promise<number> {
  if (output !== null) await checkOutput(output, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const reading = readAssumptions(snapshot);
  const { findings, results } = assess(snapshot);
  if (!reading.assumptions || results === null) return refused(findings, asJson, terminal);
  const made = runToEnd(snapshot, !quick);
  const review = reviewOf(snapshot, made, await workbook.readSheets(), hasFormulas(snapshot) ? NOT_HERE : NO_FORMULAS);
  const remarks = review.remarks ?? [];
  if (asJson) terminal.out(json({ schema: 1, engine: ENGINE_VERSION, inputs: inputHash(reading), ...made, remarks }));
  else
    terminal.out(`${verificationText(made)}\n${remarksText(remarks)}${hasFormulas(snapshot) ? `\n${NOT_HERE}\n` : ''}`);
  if (output !== null)
    await writeReport(workbook, buildReport(results, shownTime(terminal.now()), beside(review)), output, terminal);
  return made.lamps.some((lamp) => lamp.verdict === 'fails') ? STATUS.bad : STATUS.good;
}

function runToEnd(snapshot: Snapshot, plant: boolean): Verification {
  const steps = verified(snapshot, { plant });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
