/**
 * Which mutants are drawn: MUTANT_SAMPLE is their share (1 where not given), and a hash of where each stands decides.
 * MUTANT_SEED draws others: tests are written for what one draw shows, and the score is taken from the next.
 */
import { createHash } from 'node:crypto';

export const SHARE = Number(process.env.MUTANT_SAMPLE ?? '1');
const SEED = process.env.MUTANT_SEED ?? '';

/** Whether a mutant is in the sample: the same answer in every run, whatever the other mutants are. */
export function drawn({ fileName, location: { start, end }, replacement }) {
  const file = fileName.replace(/^.*?src\//, 'src/');
  const key = SEED + JSON.stringify([file, start.line, start.column, end.line, end.column, replacement]);
  return createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32 < SHARE;
}
