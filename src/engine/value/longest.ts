/**
 * The latest of several moments, and the earliest: a running maximum (or minimum) along a list of conditions that is
 * sorted by what they hold for. This is how a critical path is written down one condition a line.
 */
import { link, type Axis } from '../graph/axis';
import { cases, max, min, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';

interface Conditions {
  readonly name: string;
  /** The list of conditions, and for each the member of `of` that it holds for, in rising order. */
  readonly list: Axis;
  readonly holdsFor: readonly number[];
  readonly of: Axis;
  /** What stands where there is no condition. [of] */
  readonly bound: () => Expression;
  /** Whether it bounds the conditions too. */
  readonly bounds: boolean;
  /** The moment of each condition. [list] */
  readonly moment: () => Expression;
  readonly which: 'latest' | 'earliest';
  readonly source: string;
}

/** The latest (or earliest) moment of each member's conditions and its bound, as a formula on `of`. */
export function extremeOf(model: Model, at: Conditions): Expression {
  const pick = at.which === 'latest' ? max : min;
  const owner = link(`${at.name}: for`, at.list, at.of, at.holdsFor);
  const last = link(
    `${at.name}: last`,
    at.of,
    at.list,
    at.of.members.map((_, member) => at.holdsFor.lastIndexOf(member)),
  );
  const bound = model.quantity(`${at.name}, at least`, 'month', [at.of], at.bound, { source: at.source });
  const soFar: Quantity = model.quantity(
    `${at.name}, so far`,
    'month',
    [at.list],
    () =>
      cases(at.list, (member) => (at.holdsFor[member - 1] === at.holdsFor[member] ? 'later' : 'first'), {
        first: at.bounds ? pick(bound.via(owner), at.moment()) : at.moment(),
        later: pick(soFar.previous(at.list), at.moment()),
      }),
    { source: at.source, meaning: `the ${at.which} of the conditions of one member, read from the top` },
  );
  return cases(at.of, (member) => (at.holdsFor.includes(member) ? 'conditions' : 'none'), {
    conditions: soFar.via(last),
    none: bound,
  });
}
