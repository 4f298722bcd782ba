/**
 * The binding gate of a technology and month: the one that holds most people, the earlier on a tie; `demand` where nobody
 * is held. Held at access = waiting × (1 − live share); at a pool = asked − started, for the queues it stopped.
 */
import type { Decimal } from 'decimal.js';
import { text, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import type { ByGate, DeliveryFigures } from '../realisation-results';
import { rowOf, traced, type Traced } from '../traces';
import type { ValueRealisation } from '../value/value-realisation';
import type { Gate } from './gates';

const ZERO = new Exact(0);
/** Less than this part of one, or of all who are asked for, is nobody: what divisions leave behind the last digit. */
const NOBODY = new Exact('1e-20');
export const nobodyOf = (people: Decimal): Decimal => NOBODY.times(Exact.max(1, people));

interface Place {
  readonly technology: string;
  /** Indices of its queues. */
  readonly queues: readonly number[];
}

/** New technologies with their queues, in table order. */
function placesOf(run: Run, { line }: ValueRealisation): readonly Place[] {
  const { arms, technology } = run.of.structure;
  return technology.members.flatMap((name, index) => {
    const queues = line.queues.flatMap((queue, n) => (arms[queue.arm]?.technology === index ? [n] : []));
    return queues.length > 0 ? [{ technology: name, queues }] : [];
  });
}

/** Whether a claim is on a limit of this gate. */
const isOf = ({ made }: ValueRealisation, gate: Gate, claim: number): boolean => {
  const limit = made.limits.limits[made.limits.claims[claim]?.limit ?? -1];
  return gate.kind === 'sites' ? limit?.kind === 'sites' : limit?.kind === 'pool' && limit.of === gate.pool;
};

/** Rows by month, added in one. */
const totalOf = ({ exact }: Run, rows: readonly Traced[], month: number): Decimal =>
  rows.reduce((sum, { quantity, members }) => sum.plus(exact.at(quantity, [...members, month])), ZERO);

/** The rows of those whom a gate holds of these queues. */
function heldRows(value: ValueRealisation, gate: Gate, queues: readonly number[]): readonly Traced[] {
  const { held, limits } = value.made;
  if (gate.kind === 'access') return queues.map((queue) => rowOf(held.atAccess, [queue]));
  return limits.claims.flatMap((claim, n) =>
    queues.includes(claim.queue) && isOf(value, gate, n) ? [rowOf(held.atLimit, [n])] : [],
  );
}

/** People of these queues that a gate holds in a month. */
function held(run: Run, value: ValueRealisation, gate: Gate, queues: readonly number[], month: number): Decimal {
  const sum = totalOf(run, heldRows(value, gate, queues), month);
  const waiting = totalOf(
    run,
    queues.map((queue) => rowOf(value.made.waiting, [queue])),
    month,
  );
  return sum.lte(nobodyOf(waiting)) ? ZERO : sum;
}

export function heldBy(run: Run, value: ValueRealisation, gates: readonly Gate[]): readonly ByGate[] {
  return gates.flatMap((gate) =>
    placesOf(run, value).flatMap((place): readonly ByGate[] => {
      if (!concerns(value, gate, place)) return [];
      const values = value.at.month.members.map((_, month) => text(held(run, value, gate, place.queues, month)));
      traced(run.traces, values, ...heldRows(value, gate, place.queues));
      return [{ gate: gate.gate, technology: place.technology, values }];
    }),
  );
}

const concerns = (value: ValueRealisation, gate: Gate, { queues }: Place): boolean =>
  gate.kind === 'access'
    ? queues.some((queue) => value.line.queues[queue]?.kind !== 'everybody')
    : value.made.limits.claims.some((claim, n) => queues.includes(claim.queue) && isOf(value, gate, n));

export function bindingGates(run: Run, value: ValueRealisation, gates: readonly Gate[]): DeliveryFigures['binding'] {
  return placesOf(run, value).map((place) => ({
    technology: place.technology,
    values: value.at.month.members.map((_, month) => {
      let [binding, most] = ['demand', ZERO];
      for (const gate of gates) {
        const people = held(run, value, gate, place.queues, month);
        if (people.gt(most.plus(most.times(NOBODY)))) [binding, most] = [gate.gate, people];
      }
      return binding;
    }),
  }));
}

/** What starts may use ÷ per start of the first subgroup that uses it; of sites, all their starts; of access, what is asked. */
export function capacities(run: Run, value: ValueRealisation, gates: readonly Gate[]): readonly ByGate[] {
  return gates.flatMap((gate) =>
    placesOf(run, value).flatMap((place): readonly ByGate[] => {
      if (!concerns(value, gate, place)) return [];
      const rows = roomRows(value, gate, place.queues);
      const values = value.at.month.members.map((_, month) =>
        text(rows === null ? poolRoom(run, value, gate, place.queues, month) : totalOf(run, rows, month)),
      );
      if (rows !== null) traced(run.traces, values, ...rows);
      return [{ gate: gate.gate, technology: place.technology, values }];
    }),
  );
}

/** What a gate lets through where that is a sum of rows: those who ask, or the starts of sites; null of a pool. */
function roomRows(
  { made, line, groups }: ValueRealisation,
  { kind }: Gate,
  queues: readonly number[],
): readonly Traced[] | null {
  if (kind === 'access') return queues.map((queue) => rowOf(made.asked, [queue]));
  if (kind === 'pool') return null;
  const waves = new Set(queues.map((queue) => line.queues[queue]?.wave ?? -1));
  return [...waves].filter((wave) => wave >= 0).map((wave) => rowOf(groups.siteStarts, [wave]));
}

function poolRoom(run: Run, value: ValueRealisation, gate: Gate, queues: readonly number[], month: number): Decimal {
  const { made } = value;
  const { exact } = run;
  const claim = made.limits.claims.findIndex((of, n) => queues.includes(of.queue) && isOf(value, gate, n));
  const each = claim < 0 ? ZERO : exact.at(made.limits.perStart, [claim, month]);
  return each.isZero() ? ZERO : exact.at(made.usable, [gate.pool, month]).div(each);
}
