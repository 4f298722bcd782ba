/** Check 56: the same model computed by other arithmetic. */
import { follower } from '../../engine/uncertainty/follower';
import type { Check } from '../check';
import { outside } from '../outside';
import { needsCosts } from '../conditions';

const CLOSE = 1e-9;
const DRAWS = 8;

export const secondReading: Check = {
  number: 56,
  family: 'Traceability',
  name: 'Two ways of computing agree: exact decimals, and compiled floats',
  why: 'Where they part, one of them computes something else.',
  ofFormulas: true,
  judge: ({ run }) => {
    needsCosts(run);
    const input = run.of.model.find('Unit cost, base') ?? run.of.model.find('Funnel value, base');
    const cell = input?.block.input?.given.findIndex((given) => given !== null) ?? -1;
    const middle = input?.block.input?.values[cell]?.toNumber() ?? 0;
    if (!input || cell < 0) return outside('no input has a Base');
    const values = [Float64Array.from({ length: DRAWS }, (_, n) => middle * (0.9 + n / 40))];
    const follow = follower(run, [{ middle, reaches: [{ block: input.block, cell, slope: 1 }] }]);
    const drawn = follow.draws(values, DRAWS);
    // Where something that is rounded lies at a tie, the two may differ by a unit.
    const differences = [...drawn.ties].map((tie, draw) => (tie === 1 ? 0 : follow.difference(values, draw, drawn)));
    const difference = Math.max(...differences);
    return difference <= CLOSE
      ? null
      : {
          changed: `${input.block.name} at eight values`,
          expected: 'a difference of at most 1e-9',
          got: difference.toExponential(2),
          at: input.block.input?.given[cell]?.at ?? null,
        };
  },
};
