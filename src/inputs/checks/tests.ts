/** Tests: either Positive, or Prevalence, Sensitivity and Specificity; chains by Order. */
import type { TestRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { error, notice, warning } from '../said';
import { at, called, where, type Check, type Seen } from './check';

/** Tests of the same chain that come before: by Order, and where that is the same in the order of the table. */
function before(seen: Seen, row: TestRow): readonly TestRow[] {
  const { tests: rows } = seen.assumptions;
  return rows.filter(
    (other, index) =>
      (other.order < row.order || (other.order === row.order && index < rows.indexOf(row))) &&
      (isAll(other.subgroup) || isAll(row.subgroup) || folded(other.subgroup) === folded(row.subgroup)) &&
      (other.world === null || row.world === null || other.world === row.world),
  );
}

/** An earlier gated test in the same chain, which says how many ill and well people come to this one. */
const follows = (seen: Seen, row: TestRow, gated = true): boolean =>
  before(seen, row).some((other) => (other.gate || !gated) && other.prevalence !== null);

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
  const tells = row.gate || (row.parallel && before(seen, row).some((other) => other.gate));
  return where(tells && row.positive === null, () =>
    error(
      'gate-without-result',
      at(seen, row, 'Gate'),
      `${name} is a gate, and does not say how many are positive.`,
      'Type Positive, or Prevalence, Sensitivity and Specificity.',
    ),
  );
}

/** What a test side by side takes from the first of them. */
const OF_THE_FIRST = ['Step', 'Offered', 'Uptake', 'Prevalence'] as const;

/** Tests side by side: there is one before, which says who comes. */
function checkParallel(seen: Seen, row: TestRow): readonly Finding[] {
  if (!row.parallel) return [];
  const name = called(seen, row);
  if (before(seen, row).length === 0)
    return [
      error(
        'nothing-beside',
        at(seen, row, 'Combination'),
        `${name} is parallel, and no test of its chain comes before it.`,
        'Give it a later Order than the test beside which it is done, or type serial.',
      ),
    ];
  const entry = seen.entryOf(row);
  const typed = OF_THE_FIRST.find((label) => entry?.cells.has(label) === true);
  return where(typed !== undefined, () =>
    notice(
      'unused-parallel',
      at(seen, row, typed ?? 'Combination'),
      `${typed ?? ''} of ${name} is not used: it is given to the same people as the test before it.`,
      'The first of the tests side by side says who comes.',
    ),
  );
}

/** A test that calls the well positive more often than the ill. */
function checkChance(seen: Seen, row: TestRow): readonly Finding[] {
  const { sensitivity, specificity } = row;
  if (!sensitivity || !specificity || sensitivity.value.plus(specificity.value).gte(1)) return [];
  return [
    warning(
      'worse-than-chance',
      sensitivity.at,
      `${called(seen, row)} calls the well positive more often than the ill: Sensitivity and Specificity add up to ${sensitivity.value.plus(specificity.value).toString()}.`,
      'Type the specificity, not the share of false positives.',
    ),
  ];
}

/** Steps of the funnel after the one at which a gate is offered are not applied to its positives. */
function skippedSteps(seen: Seen, row: TestRow): readonly Finding[] {
  if (!row.gate || row.step === '') return [];
  const { population: rows } = seen.assumptions;
  const last = [...rows]
    .reverse()
    .find((step) => isAll(row.subgroup) || isAll(step.subgroup) || folded(step.subgroup) === folded(row.subgroup));
  return where(last !== undefined && folded(last.step) !== folded(row.step), () =>
    notice(
      'steps-skipped',
      at(seen, row, 'Step'),
      `${called(seen, row)} is a gate at step ${row.step}, and its positives are the eligible patients.`,
      'Later steps of the funnel are not applied to them.',
    ),
  );
}

export const tests: Check = (seen) =>
  seen.assumptions.tests.flatMap((row) => [
    ...checkTest(seen, row),
    ...checkParallel(seen, row),
    ...checkChance(seen, row),
    ...skippedSteps(seen, row),
  ]);
