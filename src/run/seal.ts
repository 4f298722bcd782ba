/** Seals a run: hashes of its inputs, settings and figures, which are the same on every machine. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Results } from '../engine/results';
import type { Seal } from '../engine/seal';
import { canonicalInputs } from '../inputs/canonical';
import type { Reading } from '../inputs/read-assumptions';
import { publicObject } from '../outputs/public-object';
import type { AssessOptions } from './read-and-run';

const hashed = (text: string): string => `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;

/** The hash of everything that was read, by which a run can be recognised anywhere. */
export const inputHash = ({ entries }: Reading): string => hashed(canonicalInputs(entries));

/** Everything that is a figure; words about them, and what was asked beside them, are not. */
function figuresHash(results: Results): string {
  const { basis: _basis, seal: _seal, live: _live, stress: _stress, ...figures } = results;
  return hashed(JSON.stringify(publicObject({ ...figures, findings: [], engine: '', inputs: '' })));
}

/** Results with the seal of the run that gave them. */
export function sealed(
  results: Results,
  reading: Reading,
  { changes = [], scenario = 'Base' }: AssessOptions,
): Results {
  const settings = reading.entries.get('Model');
  const { draws, seed } = reading.assumptions?.model ?? { draws: 0, seed: 0 };
  const seal: Seal = {
    engine: results.engine,
    inputs: results.inputs,
    settings: hashed(settings ? canonicalInputs(new Map([['Model', settings]])) : ''),
    scenario,
    changes: changes.map(({ parameter, op, value }) => ({ parameter, op, value })),
    draws,
    seed,
    figures: figuresHash(results),
  };
  return { ...results, seal };
}
