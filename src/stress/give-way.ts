/**
 * Shares that give way: where a technology's typed share of the patients is turned, the others of its world, subgroup and
 * year take less or more in proportion, so that all still add up to 1. Where something else makes up the rest (a technology
 * left out, BIM_Displacement), the model does so itself.
 */
import type { Decimal } from 'decimal.js';
import type { Change } from '../engine/assumptions';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import type { Turned } from '../engine/stress/dial';
import { addressOf } from '../inputs/address';
import { parameterOf, rowsOf, textOf, type Entry } from '../inputs/entry';
import { folded } from '../inputs/labels';
import { horizonOf } from '../inputs/settings';
import { uptake } from '../inputs/tables/uptake';
import { findTarget } from '../inputs/target';
import { periodHeader } from '../inputs/years';
import { uptakeIn } from '../run/run-model';
import type { Bench } from './bench';
import { changesTo } from './parameters';

/** The shares of a world and subgroup in a period, and those among them that are turned. */
interface Pool {
  readonly entries: readonly Entry[];
  readonly period: number;
  readonly turned: Map<Entry, Decimal>;
}

/** Within this, shares add up. */
const CLOSE = 1e-9;

/** The changes that put parameters at values, all at once. */
export function changesFor(bench: Bench, turned: readonly Turned[]): readonly Change[] {
  const changes = turned.flatMap((one) => changesTo(bench, one, new Exact(one.value)));
  const pools = new Map<string, Pool>();
  for (const one of turned) intoPools(bench, one, pools);
  return [...changes, ...[...pools.values()].flatMap((pool) => rest(bench, pool))];
}

function intoPools({ reading, typed }: Bench, { parameter, op, value }: Turned, pools: Map<string, Pool>): void {
  const found = findTarget(reading.entries, parameter, horizonOf(reading.entries));
  if ('fault' in found || found.table !== uptake || found.target.kind !== 'years') return;
  const rows = rowsOf(reading.entries, uptake).filter(isShare);
  for (const entry of rows.filter(found.matches))
    for (const period of found.target.periods) {
      const key = `${keyOf(entry)} ${String(period)}`;
      const entries = rows.filter((other) => keyOf(other) === keyOf(entry));
      const pool = pools.get(key) ?? { entries, period, turned: new Map<Entry, Decimal>() };
      const was = uptakeIn(typed)(entry, period) ?? new Exact(0);
      const now = op === 'set' ? new Exact(value) : op === 'x' ? was.times(value) : was.plus(value);
      pools.set(key, { ...pool, turned: pool.turned.set(entry, now) });
    }
}

const isShare = (entry: Entry): boolean => folded(textOf(entry, { ...LABEL, label: 'Unit' })) !== 'patients';
const LABEL = { kind: 'text', doc: '', example: '' } as const;
/** World and subgroup. */
const keyOf = (entry: Entry): string =>
  uptake.address
    .slice(0, 2)
    .map((field) => folded(textOf(entry, field)))
    .join(' / ');

function rest({ reading, typed }: Bench, { entries, period, turned }: Pool): readonly Change[] {
  const horizon = horizonOf(reading.entries);
  const shares = entries.map((entry) => ({ entry, share: uptakeIn(typed)(entry, period) ?? new Exact(0) }));
  const sum = (list: typeof shares): Decimal => list.reduce((total, { share }) => total.plus(share), new Exact(0));
  const others = shares.filter(({ entry, share }) => !turned.has(entry) && !share.isZero());
  const before = sum(others);
  if (!horizon || before.isZero() || sum(shares).minus(1).abs().gt(CLOSE)) return [];
  const left = [...turned.values()].reduce((total, share) => total.minus(share), new Exact(1));
  return others.map(({ entry, share }) => ({
    parameter: parameterOf(entry, addressOf(periodHeader(period, horizon))),
    op: 'set',
    value: text(share.times(left).div(before)),
    at: null,
  }));
}
