/** Tests: either Positive, or Prevalence, Sensitivity and Specificity; chains by Order. */
import type { TestRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { error, notice } from '../said';
import { at, called, type Check, type Seen } from './check';

/** An earlier gated test in the same chain, which says how many ill and well people come to this one. */
const follows = (seen: Seen, row: TestRow): boolean =>
  seen.assumptions.tests.some(
    (other) =>
      other !== row &&
      other.order < row.order &&
      other.gate &&
      (isAll(other.subgroup) || isAll(row.subgroup) || folded(other.subgroup) === folded(row.subgroup)) &&
      (other.world === null || row.world === null || other.world === row.world) &&
      other.prevalence !== null,
  );

function checkTest(seen: Seen, row: TestRow): readonly Finding[] {
  const entry = seen.entryOf(row);
  const accuracy = { Sensitivity: row.sensitivity, Specificity: row.specificity };
  const typed = [row.prevalence, row.sensitivity, row.specificity].filter((value) => value !== null).length;
  const name = called(seen, row);
  if (row.positive !== null && typed > 0)
    return [
      error(
        'two-accuracies',
        row.positive.at,
        `${name} has Positive, and Prevalence, Sensitivity or Specificity.`,
        'Type Positive alone, or the three others.',
      ),
    ];
  const blank = (label: string): boolean => entry?.cells.get(label)?.kind !== 'broken';
  const missing =
    typed === 0
      ? []
      : Object.entries(accuracy)
          .filter(([label, held]) => held === null && blank(label))
          .map(([label]) =>
            error(
              'blank',
              at(seen, row, label),
              `${label} of ${name} is blank.`,
              'Prevalence, Sensitivity and Specificity go together.',
            ),
          );
  const prevalence =
    typed > 0 && row.prevalence === null && blank('Prevalence') && !follows(seen, row)
      ? [
          error(
            'blank',
            at(seen, row, 'Prevalence'),
            `Prevalence of ${name} is blank.`,
            'The first test of a chain needs it; later tests see who comes to them.',
          ),
        ]
      : [];
  const again =
    row.prevalence !== null && follows(seen, row)
      ? [
          notice(
            'unused-prevalence',
            row.prevalence.at,
            `Prevalence of ${name} is typed, and an earlier gated test says who comes to it.`,
            'Prevalence is typed on the first test of a chain.',
          ),
        ]
      : [];
  const gate =
    row.gate && row.positive === null && typed === 0
      ? [
          error(
            'gate-without-result',
            at(seen, row, 'Gate'),
            `${name} is a gate, and does not say how many are positive.`,
            'Type Positive, or Prevalence, Sensitivity and Specificity.',
          ),
        ]
      : [];
  return [...missing, ...prevalence, ...again, ...gate];
}

export const tests: Check = (seen) => seen.assumptions.tests.flatMap((row) => checkTest(seen, row));
