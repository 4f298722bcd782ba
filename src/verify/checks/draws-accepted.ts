/** Check 63: the model at its draws. */
import type { Change } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import { drawsOf } from '../../engine/uncertainty/draws';
import { changedAssumptions } from '../../inputs/read-assumptions';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { impactFrom } from '../facts';
import { verdictOf } from '../judge';
import { drawnRows } from './same-draws';

/** Draws that are tried whole. */
const TRIED = 5;

export const drawsAccepted: Check = {
  number: 63,
  family: 'Uncertainty',
  name: 'The model holds at its draws: shares still sum to 1, and costs add up',
  why: 'A draw outside what the model can hold is dropped in silence by many programs, and the mean with it.',
  judge: (subject) => {
    const { rows, seed } = drawnRows(subject);
    const { source, rerun } = subject;
    if (!source) return null;
    const values = drawsOf(rows, TRIED, seed);
    for (let draw = 0; draw < TRIED; draw += 1) {
      const changes = rows.flatMap((row, n): readonly Change[] => {
        const value = values[n]?.[draw];
        return value === undefined
          ? []
          : [{ parameter: row.parameter, op: row.op, value: new Exact(value).toFixed(), at: row.at }];
      });
      const made = changedAssumptions(source.reading, changes);
      const changed = `draw ${String(draw + 1)} of seed ${String(seed)}`;
      if (!made.assumptions)
        return {
          changed,
          expected: 'a model that runs',
          got: made.findings[0]?.message ?? 'none',
          at: made.findings[0]?.at ?? null,
        };
      const { assumptions } = made;
      const run = verdictOf(() => rerun({ ...assumptions, realisation: null }));
      if (typeof run === 'string') return { changed, expected: 'a model that runs', got: run, at: rows[0]?.at ?? null };
      const failure = unlike(
        changed,
        [{ name: 'sum of the ledger', expected: impactFrom(run, () => true), got: impactOf(run) }],
        { scale: costOf(run) },
      );
      if (failure) return failure;
    }
    return null;
  },
};
