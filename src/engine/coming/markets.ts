/**
 * Markets that several technologies share: those of a group that launch treat together as many as the largest of them
 * alone, in proportion. A group is written out combination by combination of its launches, which are independent.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, equal, max, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { distinct, type Structure } from '../model/structure';
import type { Launches } from './launches';

/** Groups with more combinations are counted outside the graph, in floats. */
const MOST_WRITTEN = 1024;
const source = 'workbook contract, BIM_Horizon Group';

/** Technologies (by number) that share a market; one alone has a market of its own. */
export interface Group {
  readonly members: readonly number[];
  /** Whether its combinations are quantities. */
  readonly written: boolean;
}
/** Who launches, and when: for each member of a group the date (by number), null where it does not. */
export interface Outcome {
  readonly group: number;
  readonly picks: readonly (number | null)[];
}

export interface Markets {
  readonly groups: readonly Group[];
  readonly outcomes: readonly Outcome[];
  readonly outcome: Axis;
  /** [outcome] */
  readonly chance: Quantity;
  /** Of all that launch, less what they displace. [outcome, year], money */
  readonly cost: Quantity;
  /** Part of the patients it would have alone that it has, times the chance of its date. [date, year] */
  readonly expected: Quantity;
  /** The part that it has if all launch when they are most likely to. [technology, year] */
  readonly ifAll: Quantity;
}

/** Members by group; whoever has none stands alone. */
export function groupsOf({ rows, dates }: Launches): readonly Group[] {
  const groups = new Map<string, number[]>();
  rows.forEach((row, n) => {
    const key = row.group === '' ? `alone ${String(n)}` : `group ${row.group.trim().toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), n]);
  });
  return [...groups.values()].map((members) => {
    const ways = members.reduce((product, n) => product * (1 + dates.filter((date) => date.item === n).length), 1);
    return { members, written: members.length === 1 || ways <= MOST_WRITTEN };
  });
}

/** Every combination of a shared market; of one with too many, that in which all launch when they are most likely to. */
function outcomesOf({ dates }: Launches, groups: readonly Group[]): readonly Outcome[] {
  const of = (item: number): readonly number[] => dates.flatMap((date, n) => (date.item === item ? [n] : []));
  const likely = (item: number): number => of(item).find((n) => isLikely(dates[n]?.kind)) ?? -1;
  return groups.flatMap(({ members, written }, group): readonly Outcome[] => {
    if (members.length === 1) return [];
    if (!written) return [{ group, picks: members.map(likely) }];
    const all = members.reduce<readonly (readonly (number | null)[])[]>(
      (held, member) => held.flatMap((picks) => [null, ...of(member)].map((pick) => [...picks, pick])),
      [[]],
    );
    return all.map((picks) => ({ group, picks }));
  });
}

const isLikely = (kind: string | undefined): boolean => kind === 'launch' || kind === 'likely';

/** The date at which each technology is most likely to launch. */
export const likelyDate = ({ item, date, dates }: Launches): Link =>
  link(
    'most likely launch',
    item,
    date,
    item.members.map((_, n) => dates.findIndex((at) => at.item === n && isLikely(at.kind))),
  );

export function markets(model: Model, { year }: Structure, coming: Launches): Markets {
  const { date, patients } = coming;
  const groups = groupsOf(coming);
  const outcomes = outcomesOf(coming, groups);
  const outcome = axis('combination of launches', distinct(outcomes.map((of) => told(coming, groups, of))));
  const seats = seatsOf(coming, groups, outcomes, outcome);
  const chance = model.quantity('Chance of the combination', '1', [outcome], () => product(seats, outcome, coming), {
    source,
    meaning: 'launches are independent',
  });
  const launched = launchedIn(outcomes, outcome, date);
  const together = model.quantity(
    'Patients of the combination, each alone',
    'person',
    [outcome, year],
    () => sum(patients, launched, outcome),
    { source },
  );
  const largest = model.quantity(
    'Patients of its largest member',
    'person',
    [outcome, year],
    () =>
      max(
        zero(),
        ...seats.map(({ kind, date: at }) =>
          cases(outcome, kind, { empty: zero(), waits: zero(), launches: patients.via(at) }),
        ),
      ),
    { source },
  );
  const part = model.quantity(
    'Part of its patients that each member has',
    '1',
    [outcome, year],
    () => select(equal(together, zero()), zero(), largest.over(together)),
    { source },
  );
  const cost = model.quantity(
    'Cost of the combination',
    coming.cost.block.unit,
    [outcome, year],
    () => sum(coming.cost, launched, outcome).times(part),
    { source },
  );
  return {
    groups,
    outcomes,
    outcome,
    chance,
    cost,
    ...partsOf(model, year, coming, { groups, outcomes, outcome, seats, chance, part }),
  };
}

/** "A: likely, B: earliest". */
function told({ date, rows }: Launches, groups: readonly Group[], { group, picks }: Outcome): string {
  const launching = picks.flatMap((pick) => (pick === null ? [] : [date.members[pick] ?? '']));
  return launching.length > 0 ? launching.join(', ') : `${rows[groups[group]?.members[0] ?? -1]?.group ?? ''}: none`;
}

/** The nth member of each combination: which technology, and when it launches. */
interface Seat {
  readonly kind: (outcome: number) => 'launches' | 'waits' | 'empty';
  readonly date: Link;
  readonly item: Link;
}

function seatsOf(
  { item, date }: Launches,
  groups: readonly Group[],
  outcomes: readonly Outcome[],
  outcome: Axis,
): readonly Seat[] {
  const most = Math.max(0, ...outcomes.map(({ picks }) => picks.length));
  return Array.from({ length: most }, (_, n): Seat => {
    const name = `member ${String(n + 1)}`;
    const members = outcomes.map(({ group }) => groups[group]?.members[n] ?? -1);
    return {
      kind: (at) => {
        const pick = outcomes[at]?.picks[n];
        return pick === undefined ? 'empty' : pick === null ? 'waits' : 'launches';
      },
      date: link(
        `launch of ${name}`,
        outcome,
        date,
        outcomes.map(({ picks }) => picks[n] ?? -1),
      ),
      item: link(name, outcome, item, members),
    };
  });
}

/** Chances of what each member does, multiplied. */
const product = (seats: readonly Seat[], outcome: Axis, { dateChance, never }: Launches): Expression =>
  seats
    .map(({ kind, date, item }) =>
      cases(outcome, kind, { empty: one, waits: never.via(item), launches: dateChance.via(date) }),
    )
    .reduce((all, each) => all.times(each), one);

/** Each launch of each combination. */
function launchedIn(outcomes: readonly Outcome[], outcome: Axis, date: Axis): Axis {
  const all = outcomes.flatMap(({ picks }, n) => picks.flatMap((pick) => (pick === null ? [] : [{ n, pick }])));
  const launched = axis(
    'launch of a combination',
    all.map(({ n, pick }) => `${outcome.members[n] ?? ''}: ${date.members[pick] ?? ''}`),
  );
  launched.belongsTo(
    outcome,
    all.map(({ n }) => n),
  );
  launched.belongsTo(
    date,
    all.map(({ pick }) => pick),
  );
  return launched;
}

type Written = Pick<Markets, 'groups' | 'outcomes' | 'outcome' | 'chance'> & {
  readonly seats: readonly Seat[];
  readonly part: Quantity;
};

/** What a technology has of the patients it would have alone: on average by date, and if all launch. */
function partsOf(
  model: Model,
  year: Axis,
  coming: Launches,
  { groups, outcomes, outcome, seats, chance, part }: Written,
): Pick<Markets, 'expected' | 'ifAll'> {
  const { item, date, dates, dateChance } = coming;
  const groupOf = (member: number): number => groups.findIndex(({ members }) => members.includes(member));
  const seatOf = (member: number): number => groups[groupOf(member)]?.members.indexOf(member) ?? -1;
  const alone = (member: number): boolean => groups[groupOf(member)]?.members.length === 1;
  const likely = model.quantity('Chance × part of the patients', '1', [outcome, year], () => chance.times(part), {
    source,
  });
  const kind = (n: number): string => {
    const at = dates[n]?.item ?? -1;
    if (alone(at)) return 'alone';
    return groups[groupOf(at)]?.written === true ? String(seatOf(at)) : 'not written';
  };
  const expected = model.quantity(
    'Expected part of the patients of the date',
    '1',
    [date, year],
    () =>
      cases(date, kind, {
        alone: dateChance,
        'not written': zero(),
        ...Object.fromEntries(seats.map((seat, n) => [String(n), sum(likely, outcome, seat.date)])),
      }),
    { source },
  );
  const all = link(
    'all of the group launch',
    item,
    outcome,
    item.members.map((_, member) => outcomes.findIndex((of) => of.group === groupOf(member) && allLikely(of, coming))),
  );
  const ifAll = model.quantity(
    'Part of its patients if all launch',
    '1',
    [item, year],
    () => cases(item, (member) => (alone(member) ? 'alone' : 'shared'), { alone: one, shared: part.via(all) }),
    { source },
  );
  return { expected, ifAll };
}

const allLikely = ({ picks }: Outcome, { dates }: Launches): boolean =>
  picks.every((pick) => pick !== null && isLikely(dates[pick]?.kind));
