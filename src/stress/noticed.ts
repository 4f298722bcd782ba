/** What is noticed on draws: figures too far from the exact ones, values beyond bounds, draws at fault, ties of rounding. */
import type { Finding } from '../engine/finding';
import type { DrawnBlock } from '../engine/stress/answers';
import { boundsOf } from '../inputs/value-typed';
import type { PreparedDraws } from './draws';

/** Beyond this part of the totals no draws are shown. */
export const TOO_FAR = 1e-9;

export function noticed(draws: PreparedDraws, blocks: readonly DrawnBlock[]): readonly Finding[] {
  const difference = blocks.reduce((worst, block) => Math.max(worst, block.difference), 0);
  if (!(difference <= TOO_FAR)) return [disagreement(difference)];
  return [...beyond(draws, blocks), ...faults(draws, blocks), ...ties(blocks)];
}

const disagreement = (difference: number): Finding => ({
  severity: 'warning',
  code: 'draws-disagree',
  at: null,
  message: `Draws computed fast differ from the exact ones by ${difference.toExponential(1)}, so none are shown.`,
  remedy: 'Please report this model.',
});

/** So many of all draws, with digits grouped. */
function part(some: number, blocks: readonly DrawnBlock[]): string {
  const all = blocks.reduce((sum, { count }) => sum + count, 0);
  return `${some.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} draws`;
}

/** Draws are used as drawn, also beyond the bounds of the field they stand for: how many were is said. */
function beyond({ bench, rows, plan }: PreparedDraws, blocks: readonly DrawnBlock[]): readonly Finding[] {
  const bounds = rows.map((row) => (row.op === 'set' ? boundsOf(bench.reading.entries, row.parameter) : null));
  const outside = rows.map(() => 0);
  for (const { block, count } of blocks)
    plan(block, count).forEach((values, n) => {
      const bound = bounds[n];
      if (bound && values)
        for (const value of values)
          if (value < bound.minimum || value > bound.maximum) outside[n] = (outside[n] ?? 0) + 1;
    });
  return rows.flatMap((row, n): readonly Finding[] =>
    (outside[n] ?? 0) === 0
      ? []
      : [
          {
            severity: 'notice',
            code: 'drawn-beyond-bounds',
            at: row.at,
            message: `${row.parameter} was drawn beyond what it can be in ${part(outside[n] ?? 0, blocks)}; they are used as drawn.`,
            remedy:
              'Choose a distribution that keeps within its bounds, such as beta for a share or gamma for a price.',
          },
        ],
  );
}

/** Draws whose shares do not add up, or whose people fall below none: named by the first, and used as drawn. */
function faults({ rows }: PreparedDraws, blocks: readonly DrawnBlock[]): readonly Finding[] {
  const found = blocks.flatMap((block) => block.faults);
  const drawn = new Set(found.map(({ draw }) => draw)).size;
  const [first] = found;
  if (!first) return [];
  return [
    {
      severity: 'warning',
      code: 'draws-at-fault',
      at: rows[0]?.at ?? null,
      message: `${part(drawn, blocks)} ${drawn === 1 ? 'makes' : 'make'} a model that would be refused as typed; they are used as drawn. Draw ${(first.draw + 1).toLocaleString('en-GB')}: ${first.why}`,
      remedy:
        'Draw shares together (dirichlet), leave one out so that it takes what is left, or set Shares to normalise.',
    },
  ];
}

function ties(blocks: readonly DrawnBlock[]): readonly Finding[] {
  const tied = blocks.reduce((sum, block) => sum + block.ties, 0);
  if (tied === 0) return [];
  return [
    {
      severity: 'notice',
      code: 'draws-at-ties',
      at: null,
      message: `In ${part(tied, blocks)} something that is rounded lies at a tie; these may differ from exact ones by a unit.`,
      remedy: '',
    },
  ];
}
