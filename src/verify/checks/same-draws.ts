/** Check 62: draws by their seed. */
import { drawsOf } from '../../engine/uncertainty/draws';
import type { Subject } from '../subject';
import type { Check, Failure } from '../check';
import { needs } from '../outside';

/** Rows that are drawn, with the seed of the model. */
export function drawnRows({ source, assumptions }: Subject) {
  const rows = source?.reading.uncertain.filter((row) => row.distribution !== null) ?? [];
  needs(rows.length > 0, 'no input has a distribution');
  return { rows, seed: assumptions.model.seed };
}

export const sameDraws: Check = {
  number: 62,
  family: 'Uncertainty',
  name: 'The same seed gives the same draws, and more draws begin with the fewer',
  why: 'Without it nobody can repeat an analysis, or add to it.',
  ofFormulas: true,
  judge: (subject): Failure | null => {
    const { rows, seed } = drawnRows(subject);
    const [few, again, many, other] = [
      drawsOf(rows, 50, seed),
      drawsOf(rows, 50, seed),
      drawsOf(rows, 200, seed),
      drawsOf(rows, 50, seed + 1),
    ];
    for (const [n, row] of rows.entries()) {
      const same = few[n]?.every((value, draw) => value === again[n]?.[draw] && value === many[n]?.[draw]) ?? true;
      const spread = few[n]?.some((value) => value !== few[n]?.[0]) ?? false;
      const moved = !spread || (few[n]?.some((value, draw) => value !== other[n]?.[draw]) ?? true);
      if (!same || !moved)
        return {
          changed: `${row.parameter} drawn 50 times, again, 200 times, and with another seed`,
          expected: 'the first 50 alike, other draws with another seed',
          got: same ? 'the same with another seed' : 'other draws',
          at: row.at,
        };
    }
    return null;
  },
};
