/** `realise verify`: the checks that must hold of any model, on this one, and how good they are. */
import { ENGINE_VERSION } from '../../engine/version';
import { readAssumptions } from '../../inputs/read-assumptions';
import { inputHash } from '../../run/seal';
import { verify as verified, type Verification } from '../../verify/verify';
import type { Snapshot } from '../../workbook/workbook';
import type { Command } from '../command';
import { only } from '../given';
import { openModel } from '../model-file';
import { refused } from '../refusal';
import { verificationText } from '../say-verification';
import { json, STATUS, type Terminal } from '../terminal';

export const verify: Command = {
  name: 'verify',
  usage: ['MODEL.xlsx [--quick] [--json]'],
  says: [
    'checks the model: what must hold of any model, tried on this one, with the smallest counter-example;',
    'then plants mistakes in a copy to see which the checks would notice (not with --quick)',
  ],
  flags: { json: 'alone', quick: 'alone' },
  prepare: (given) => {
    const [model, asJson, quick] = [only(given.arguments, 'MODEL.xlsx'), given.has('json'), given.has('quick')];
    return (terminal) => perform(model, asJson, quick, terminal);
  },
};

async function perform(model: string, asJson: boolean, quick: boolean, terminal: Terminal): Promise<number> {
  const snapshot = await (await openModel(model)).read();
  const reading = readAssumptions(snapshot);
  if (!reading.assumptions) return refused(reading.findings, asJson, terminal);
  const made = runToEnd(snapshot, !quick);
  if (asJson) terminal.out(json({ schema: 1, engine: ENGINE_VERSION, inputs: inputHash(reading), ...made }));
  else terminal.out(verificationText(made));
  return made.lamps.some((lamp) => lamp.verdict === 'fails') ? STATUS.bad : STATUS.good;
}

function runToEnd(snapshot: Snapshot, plant: boolean): Verification {
  const steps = verified(snapshot, { plant });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
