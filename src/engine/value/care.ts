/**
 * Care instead: the technology whose care people have while they wait, or for good where they leave the queue or do not
 * come forward: what they would have had in `without`, by BIM_Displacement, else in proportion to what each other
 * technology loses; for those who wait, the one named in While waiting. Workbook contract, BIM_Technologies.
 */
import type { Given } from '../assumptions';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, equal, max, min, one, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { displacedBy } from '../model/displaced';
import type { Patients } from '../model/patients';
import { sameName, type Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { AdoptionRow } from '../realisation-assumptions';

/** A new technology, and one of its subgroup whose care stands in for it: another, or itself as far as `without` has it. */
export interface Pairing {
  readonly from: number;
  readonly to: number;
}

export interface Care {
  readonly pair: Axis;
  readonly pairs: readonly Pairing[];
  readonly from: Link;
  readonly to: Link;
  /** Part of those who wait for the one that has the care of the other. [pair, year] */
  readonly waiting: Quantity;
  /** The same where nobody is named in While waiting. [pair, year] */
  readonly instead: Quantity;
  /** What the others give up for one more with the new technology, as parts of 1: also the care of who does not come. [pair, year] */
  readonly givenUp: Quantity;
  /** Whether While waiting names whose care the pair's new technology gives meanwhile: this pair's, another's, or nobody's. */
  readonly named: (pair: number) => 'this' | 'other' | 'nobody';
  /** Whether people wait for an arm with the care of a technology named in While waiting. */
  readonly waitsByName: (arm: number) => boolean;
}

const source = 'workbook contract, While waiting';

export function care(model: Model, structure: Structure, adoption: readonly AdoptionRow[], plan: Patients): Care {
  const { world, arm, arms, technology, year } = structure;
  const nameOf = (index: number): string => technology.members[arms[index]?.technology ?? -1] ?? '';
  const pairs = pairsOf(structure);
  const pair = axis(
    'care instead',
    pairs.map(({ from, to }) => `${arm.members[from] ?? ''}: ${nameOf(to)}`),
  );
  const from = link(
    'waits for',
    pair,
    arm,
    pairs.map((of) => of.from),
  );
  const to = link(
    'has the care of',
    pair,
    arm,
    pairs.map((of) => of.to),
  );
  const shares = plan.shares.share;
  const own = model.quantity(
    'Part that has it without the plan too',
    '1',
    [arm, year],
    () => {
      const planned = shares.at(world, 'with');
      return select(equal(planned, zero()), zero(), min(one, shares.at(world, 'without').over(planned)));
    },
    { source: 'no capacity gives exactly the world without' },
  );
  const others = insteadOf(model, structure, plan, { pair, pairs, from, to });
  const isOwn = (member: number): boolean => pairs[member]?.from === pairs[member]?.to;
  const instead = model.quantity(
    'Part that has the care of the other instead',
    '1',
    [pair, year],
    () =>
      cases(pair, (member) => (isOwn(member) ? 'itself' : 'other'), {
        itself: own.via(from),
        other: one.minus(own.via(from)).times(others),
      }),
    { source },
  );
  const whileWaiting = (index: number): string =>
    adoption.find((row) => sameName(row.technology, nameOf(index)))?.whileWaiting ?? '';
  const named = (member: number): 'this' | 'other' | 'nobody' => {
    const name = whileWaiting(pairs[member]?.from ?? -1);
    if (name === '') return 'nobody';
    return sameName(name, nameOf(pairs[member]?.to ?? -1)) ? 'this' : 'other';
  };
  const waitsByName = (index: number): boolean => arms[index]?.role === 'new' && whileWaiting(index) !== '';
  const waiting = model.quantity(
    'Part that has the care of the other while waiting',
    '1',
    [pair, year],
    () => cases(pair, named, { nobody: instead, this: one, other: zero() }),
    { source },
  );
  return { pair, pairs, from, to, waiting, instead, givenUp: others, named, waitsByName };
}

const pairsOf = ({ arms }: Structure): readonly Pairing[] =>
  arms.flatMap((of, from) =>
    of.role === 'new'
      ? arms.flatMap((other, to): readonly Pairing[] =>
          other.subgroup === of.subgroup && (other.role !== 'new' || to === from) ? [{ from, to }] : [],
        )
      : [],
  );

/** What each other technology gives up, as parts of 1: as stated, by its loss, or by its share without. [pair, year] */
function insteadOf(
  model: Model,
  structure: Structure,
  plan: Patients,
  { pair, pairs, from, to }: Pick<Care, 'pair' | 'pairs' | 'from' | 'to'>,
): Quantity {
  const { world, arm, arms, technology, year } = structure;
  const nameOf = (index: number): string => technology.members[arms[index]?.technology ?? -1] ?? '';
  const statedBy = arms.map((_, member) => displacedBy(structure, nameOf(member)));
  const statedOf = ({ from: of, to: other }: Pairing): Given | null => statedBy[of]?.(nameOf(other)) ?? null;
  const stated = model.input('Part that has its care, as stated', '1', [pair], pairs.map(statedOf), new Exact(0));
  const isOther = (member: number): boolean => arms[member]?.role !== 'new';
  const before = plan.shares.share.at(world, 'without');
  const loss = model.quantity(
    'Share lost to the new technologies',
    '1',
    [arm, year],
    () =>
      cases(arm, (member) => (isOther(member) ? 'other' : 'new'), {
        other: max(zero(), before.minus(plan.shares.share.at(world, 'with'))),
        new: zero(),
      }),
    { source },
  );
  const without = model.quantity(
    'Share of the others without',
    '1',
    [arm, year],
    () => cases(arm, (member) => (isOther(member) ? 'other' : 'new'), { other: before, new: zero() }),
    { source: 'workbook contract, While waiting' },
  );
  const all = (name: string, of: Quantity): Quantity =>
    model.quantity(name, '1', [arm, year], () => sum(of.via(to), pair, from), { source });
  const losses = all('Shares lost by the others', loss);
  const shares = all('Shares of the others without', without);
  const proportional = select(
    equal(losses.via(from), zero()),
    select(equal(shares.via(from), zero()), zero(), without.via(to).over(shares.via(from))),
    loss.via(to).over(losses.via(from)),
  );
  return model.quantity(
    'Part that the other technology gives up',
    '1',
    [pair, year],
    () =>
      cases(pair, (member) => (statedBy[pairs[member]?.from ?? -1] ? 'stated' : 'proportional'), {
        stated,
        proportional,
      }),
    { source: 'workbook contract, BIM_Displacement' },
  );
}
