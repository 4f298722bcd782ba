/** Tests: either Positive, or Prevalence, Sensitivity and Specificity; chains by Order. */
import type { TestRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { error, notice } from '../said';
import { at, called, where, type Check, type Seen } from './check';

/** An earlier gated test in the same chain, which says how many ill and well people come to this one. */
const follows = (seen: Seen, row: TestRow, gated = true): boolean =>
  seen.assumptions.tests.some(
    (other) =>
      other !== row &&
      other.order < row.order &&
      (other.gate || !gated) &&
      (isAll(other.subgroup) || isAll(row.subgroup) || folded(other.subgroup) === folded(row.subgroup)) &&
      (other.world === null || row.world === null || other.world === row.world) &&
      other.prevalence !== null,
  );

const accuracy = (row: TestRow) => ({
  Prevalence: row.prevalence,
  Sensitivity: row.sensitivity,
  Specificity: row.specificity,
});
const isTyped = (row: TestRow): boolean => Object.values(accuracy(row)).some((held) => held !== null);

/** Prevalence, sensitivity and specificity go together; later tests of a chain see who comes to them. */
function checkAccuracy(seen: Seen, row: TestRow): readonly Finding[] {
  const name = called(seen, row);
  const broken = (label: string): boolean => seen.entryOf(row)?.cells.get(label)?.kind === 'broken';
  return Object.entries(accuracy(row))
    .filter(
      ([label, held]) => held === null && !broken(label) && !(label === 'Prevalence' && follows(seen, row, false)),
    )
    .map(([label]) =>
      error(
        'blank',
        at(seen, row, label),
        `${label} of ${name} is blank.`,
        label === 'Prevalence'
          ? 'The first test of a chain needs it; later tests see who comes to them.'
          : 'Prevalence, Sensitivity and Specificity go together.',
      ),
    );
}

function unusedPrevalence(seen: Seen, row: TestRow): readonly Finding[] {
  if (row.prevalence === null || !follows(seen, row)) return [];
  return [
    notice(
      'unused-prevalence',
      row.prevalence.at,
      `Prevalence of ${called(seen, row)} is typed, and an earlier gated test says who comes to it.`,
      'Prevalence is typed on the first test of a chain.',
    ),
  ];
}

function checkTest(seen: Seen, row: TestRow): readonly Finding[] {
  const name = called(seen, row);
  if (isTyped(row) && row.positive !== null)
    return [
      error(
        'two-accuracies',
        row.positive.at,
        `${name} has Positive, and Prevalence, Sensitivity or Specificity.`,
        'Type Positive alone, or the three others.',
      ),
    ];
  if (isTyped(row)) return [...checkAccuracy(seen, row), ...unusedPrevalence(seen, row)];
  return where(row.gate && row.positive === null, () =>
    error(
      'gate-without-result',
      at(seen, row, 'Gate'),
      `${name} is a gate, and does not say how many are positive.`,
      'Type Positive, or Prevalence, Sensitivity and Specificity.',
    ),
  );
}

export const tests: Check = (seen) => seen.assumptions.tests.flatMap((row) => checkTest(seen, row));
