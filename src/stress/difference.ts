/**
 * What makes the difference between two scenarios: each change alone, and what they do together and not apart. Start,
 * steps and interaction add up to the end exactly. Changes of one parameter are one step.
 */
import type { Decimal } from 'decimal.js';
import type { Change, Scenario } from '../engine/assumptions';
import { text } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { WHOLE_IMPACT, type Difference, type DifferenceAsked } from '../engine/stress/answers';
import { watched } from '../engine/stress/watched';
import { sameAddress } from '../inputs/address';
import { scenarioOf } from '../run/read-and-run';
import { benchFor, tried, type Bench } from './bench';

/** Throws where there is no such scenario, or one of the two is refused. */
export function differenceOf(
  { reading, typed }: Bench,
  { from, to, figure = WHOLE_IMPACT }: DifferenceAsked,
): Difference {
  const bench = benchFor(reading, typed, typed, []);
  const [before, after] = [scenarioNamed(bench, from), scenarioNamed(bench, to)];
  const parameters = [...before.changes, ...after.changes].reduce<readonly string[]>(
    (known, { parameter }) => (known.some((each) => sameAddress(each, parameter)) ? known : [...known, parameter]),
    [],
  );
  const findings: Finding[] = [];
  const valueWith = (taken: readonly string[]): Decimal | null => {
    const made = tried(bench, mixed(before, after, taken), (run) => watched(run, figure));
    if (made.value === null) findings.push(...made.findings);
    return made.value;
  };
  const [start, end] = [valueWith([]), valueWith(parameters)];
  if (!start || !end) throw new Error(findings[0]?.message ?? 'One of the two gives no figures.');
  const steps = parameters.map((parameter) => {
    const alone = valueWith([parameter])?.minus(start) ?? null;
    const without = parameters.length === 1 ? start : valueWith(parameters.filter((other) => other !== parameter));
    return { parameter, change: changeSaid(before, after, parameter), alone, last: without && end.minus(without) };
  });
  const apart = steps.reduce((sum, { alone }) => sum.plus(alone ?? 0), start);
  return {
    figure,
    from: before.name,
    to: after.name,
    start: text(start),
    end: text(end),
    steps: steps.map(({ alone, last, ...rest }) => ({
      ...rest,
      alone: alone && text(alone),
      last: last && text(last),
    })),
    interaction: text(end.minus(apart)),
    findings,
  };
}

const BASE: Scenario = { name: 'Base', changes: [] };

function scenarioNamed({ reading }: Bench, name: string): Scenario {
  const found = name.trim().toLowerCase() === 'base' ? BASE : scenarioOf(reading, name);
  if (found) return found;
  const known = ['Base', ...reading.scenarios.map((at) => at.name)].join(', ');
  throw new Error(`There is no scenario ${name}. Scenarios are: ${known}.`);
}

/** The changes of `before`, but for the parameters that are taken from `after`. */
function mixed(before: Scenario, after: Scenario, taken: readonly string[]): readonly Change[] {
  const isTaken = ({ parameter }: Change): boolean => taken.some((each) => sameAddress(each, parameter));
  return [...before.changes.filter((change) => !isTaken(change)), ...after.changes.filter(isTaken)];
}

/** What happens to a parameter, in words: "x 0.8", "set 12 in place of x 0.5", "as typed". */
function changeSaid(before: Scenario, after: Scenario, parameter: string): string {
  const said = ({ changes }: Scenario): string =>
    changes
      .filter((change) => sameAddress(change.parameter, parameter))
      .map(({ op, value }) => `${op} ${value}`)
      .join(', then ') || 'as typed';
  return before.changes.length === 0 ? said(after) : `${said(after)} in place of ${said(before)}`;
}
