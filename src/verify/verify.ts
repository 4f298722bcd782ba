/**
 * Check my model: every check on the user's own model, then the mistakes planted in a copy. It yields as it goes, so that
 * whoever runs it can show how far it is, and stop it.
 */
import type { Assumptions } from '../engine/assumptions';
import { readAssumptions } from '../inputs/read-assumptions';
import type { Snapshot } from '../workbook/workbook';
import type { Check, Failure, Family } from './check';
import { CHECKS } from './checks';
import { judged, verdictOf } from './judge';
import { MISTAKES } from './mistakes';
import { plantOne, type Planted } from './planted';
import { shrink, type Smallest } from './shrink';
import { subjectOf, trueEngine, type Subject } from './subject';

/** What came of one check. */
export interface Lamp {
  readonly number: number;
  readonly family: Family;
  readonly name: string;
  readonly why: string;
  readonly verdict: 'holds' | 'fails' | 'does not apply';
  /** Why it does not apply. */
  readonly because: string;
  readonly failure: Failure | null;
  /** The smallest model that still fails; null where it holds, or cannot be made smaller. */
  readonly smallest: Smallest | null;
}

/** The answer: a lamp for each check, and which planted mistakes they would notice. */
export interface Verification {
  readonly lamps: readonly Lamp[];
  readonly planted: readonly Planted[];
}

/** How far it is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly doing: string;
}

/** Which parts are run: planting mistakes takes longer than the checks themselves. */
export interface Wanted {
  readonly plant: boolean;
}

/** Lamps of a model whose inputs cannot be run, or of what a workbook lacks. */
const unlit = (check: Check, because: string): Lamp => ({
  ...described(check),
  verdict: 'does not apply',
  because,
  failure: null,
  smallest: null,
});

const described = ({ number, family, name, why }: Check): Pick<Lamp, 'number' | 'family' | 'name' | 'why'> => ({
  number,
  family,
  name,
  why,
});

function lampOf(check: Check, subject: Subject): Lamp {
  const { failure, because } = judged(check, subject);
  if (because !== null) return unlit(check, because);
  return {
    ...described(check),
    verdict: failure ? 'fails' : 'holds',
    because: '',
    failure,
    smallest: failure && shrink(check, subject),
  };
}

/** Checks a workbook. With errors in it nothing is checked: every lamp says so. */
export function* verify(snapshot: Snapshot, wanted: Wanted): Generator<Progress, Verification> {
  const reading = readAssumptions(snapshot);
  const made = reading.assumptions && subjectMade(reading.assumptions, { snapshot, reading });
  if (!made || typeof made === 'string') {
    const because = made ?? 'the workbook has errors: see realise check';
    return { lamps: CHECKS.map((check) => unlit(check, because)), planted: [] };
  }
  const all = CHECKS.length + (wanted.plant ? MISTAKES.length : 0);
  const lamps: Lamp[] = [];
  for (const check of CHECKS) {
    yield { done: lamps.length, of: all, doing: check.name };
    lamps.push(lampOf(check, made));
  }
  return { lamps, planted: wanted.plant ? yield* plantAll(made, lamps, all) : [] };
}

function subjectMade(assumptions: Assumptions, source: NonNullable<Subject['source']>): Subject | string {
  return verdictOf(() => subjectOf(assumptions, trueEngine, source));
}

/** Plants every mistake in turn; checks that fail or do not apply without one are no witnesses. */
function* plantAll(subject: Subject, lamps: readonly Lamp[], all: number): Generator<Progress, readonly Planted[]> {
  const witnesses = CHECKS.filter(
    (check) => !check.ofFormulas && lamps.some((lamp) => lamp.number === check.number && lamp.verdict === 'holds'),
  );
  const planted: Planted[] = [];
  for (const [n, mistake] of MISTAKES.entries()) {
    yield { done: CHECKS.length + n, of: all, doing: `planted: ${mistake.name}` };
    planted.push(plantOne(mistake, subject, witnesses));
  }
  return planted;
}
