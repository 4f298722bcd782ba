/** What may be moved: rows of BIM_Uncertainty, and any address; what each is at rest, and how far it may go. */
import type { Decimal } from 'decimal.js';
import type { Change } from '../engine/assumptions';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import type { StressParameter } from '../engine/stress/answers';
import { shareQuantile, sharersOf } from '../engine/uncertainty/dirichlet';
import { movingAsOne } from '../engine/uncertainty/groups';
import { quantileOf, type UncertainRow } from '../engine/uncertainty/parameter';
import { sameAddress } from '../inputs/address';
import { findTarget } from '../inputs/target';
import { horizonOf } from '../inputs/settings';
import { boundsOf, valueTyped } from '../inputs/value-typed';
import type { Bench } from './bench';

/** Half the width of 95 %. */
const TAIL = 0.025;
/** Digits of a percentile: as many as a float holds for sure. */
const DIGITS = 15;

/** The rows of BIM_Uncertainty. `percentile`: their ends are these points of their distributions, where they have one. */
export const parametersOf = (bench: Bench, percentile?: number): readonly StressParameter[] =>
  bench.reading.uncertain.map((row) => parameterOfRow(bench, row, percentile));

/** A parameter by its address: its row of BIM_Uncertainty where it has one. Throws where the address finds nothing. */
export function parameterOf(bench: Bench, parameter: string, op?: Change['op'], percentile?: number): StressParameter {
  const row = bench.reading.uncertain.find(
    (known) => sameAddress(known.parameter, parameter) && (op === undefined || op === known.op),
  );
  if (row) return parameterOfRow(bench, row, percentile);
  const found = findTarget(bench.reading.entries, parameter, horizonOf(bench.reading.entries));
  if ('fault' in found) throw new Error(`${found.fault} ${found.remedy}`);
  return { parameter, op: op ?? 'set', ...atRest(bench, parameter, op ?? 'set'), low: null, high: null, ...PLAIN };
}

const PLAIN = { distribution: null, group: '', at: null } as const;

type Moved = Pick<StressParameter, 'parameter' | 'op'>;

/**
 * The changes that put a parameter at a value. A share of a dirichlet group takes what it gains from the others of its
 * group, in proportion to what they are typed at.
 */
export function changesTo(bench: Bench, { parameter, op }: Moved, value: Decimal): readonly Change[] {
  const change: Change = { parameter, op, value: text(value), at: null };
  const rows = bench.reading.uncertain;
  const row = rows.find((known) => known.op === op && sameAddress(known.parameter, parameter));
  if (row?.distribution !== 'dirichlet') return [change];
  const others = sharersOf(row, rows).filter((other) => other !== row);
  const typed = others.map((other) => valueTyped(bench.reading.entries, other.parameter) ?? new Exact(0));
  const left = typed.reduce((sum, each) => sum.plus(each), new Exact(0));
  if (left.isZero()) return [change];
  const shared = others.map((other, n): Change => {
    const share = (typed[n] ?? new Exact(0)).times(new Exact(1).minus(value)).div(left);
    return { parameter: other.parameter, op: other.op, value: text(share), at: null };
  });
  return [change, ...shared];
}

/** Parameters that move together: rows of one Group as one, but shares, which move against each other. */
export function movers(bench: Bench, percentile?: number): readonly (readonly StressParameter[])[] {
  const parameters = parametersOf(bench, percentile);
  return movingAsOne(bench.reading.uncertain).map((members) => members.flatMap((n) => parameters[n] ?? []));
}

function parameterOfRow(bench: Bench, row: UncertainRow, percentile?: number): StressParameter {
  const [low, high] = endsOf(row, bench.reading.uncertain, percentile);
  const { parameter, op, distribution, group, at } = row;
  return { parameter, op, ...atRest(bench, parameter, op), low, high, distribution, group, at };
}

/** Low and High as typed; without them, or where a percentile is asked for, points of the distribution. */
function endsOf(
  row: UncertainRow,
  rows: readonly UncertainRow[],
  percentile?: number,
): readonly [low: string | null, high: string | null] {
  const quantile = row.distribution === 'dirichlet' ? shareQuantile(row, rows) : quantileOf(row);
  const point = (u: number): string | null => (quantile ? said(quantile(u)) : null);
  const typed = quantile && percentile !== undefined ? null : row;
  const tail = percentile ?? TAIL;
  return [typed?.low ? text(typed.low.value) : point(tail), typed?.high ? text(typed.high.value) : point(1 - tail)];
}

const said = (value: number): string => text(new Exact(value).toSignificantDigits(DIGITS));

/** What a parameter is at rest, and what its field allows where it is set. */
function atRest(
  { reading }: Bench,
  parameter: string,
  op: Change['op'],
): Pick<StressParameter, 'now' | 'minimum' | 'maximum'> {
  if (op !== 'set') return { now: op === 'x' ? '1' : '0', minimum: op === 'x' ? '0' : null, maximum: null };
  const now = valueTyped(reading.entries, parameter);
  const bounds = boundsOf(reading.entries, parameter);
  const bound = (value: number | undefined): string | null =>
    value === undefined || !Number.isFinite(value) ? null : text(new Exact(value));
  return { now: now && text(now), minimum: bound(bounds?.minimum), maximum: bound(bounds?.maximum) };
}
