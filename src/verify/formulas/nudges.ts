/** Changes that checks ask of formulas in cells, where they ask the sums without changing an input: 50 and 57. */
import type { Assumptions, Given, Row } from '../../engine/assumptions';
import type { Run } from '../../engine/figures';
import { Exact } from '../../engine/readings/decimals';
import { scaled, typedShares } from '../alter';
import { givensOf } from '../givens';

/** Tables whose rows are nudged. */
const NUDGED = ['population', 'costs', 'prices', 'regimens', 'agreements', 'tests', 'uptake'] as const;
/** Rows that are nudged, spread over the workbook. */
const MOST = 12;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
/** A number, a series or years with one number a tenth smaller; anything else as it is. */
function smaller(value: unknown, given: Given): unknown {
  if (value === given) return scaled(given, '0.9');
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, smaller(each, given)]));
  if (isObject(value) && 'base' in value && 'growth' in value)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, smaller(each, given)]));
  return value;
}

const nudged = (row: Row, given: Given): Row => ({
  ...row,
  ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, smaller(value, given)])),
});

/** Each row's first number that is not nothing, a tenth smaller (check 50). */
export function rowsNudged(of: Assumptions): readonly Assumptions[] {
  const each = NUDGED.flatMap((table) => {
    const rows: readonly Row[] = of[table];
    return rows.flatMap((row, n): readonly Assumptions[] => {
      const given = givensOf(row).find(({ value }) => !value.isZero());
      return given ? [{ ...of, [table]: rows.map((each, at) => (at === n ? nudged(row, given) : each)) }] : [];
    });
  });
  const step = Math.max(1, Math.ceil(each.length / MOST));
  return each.filter((_, n) => n % step === 0);
}

/** Pairs of technologies that are tried. */
const PAIRS = 16;

/** Everybody on one technology in each world: a case small enough for a sum by hand (check 57). */
export function oneEach(run: Run): readonly Assumptions[] {
  const { arms } = run.of.structure;
  const each = [...new Set(arms.map((arm) => arm.technology))];
  const pairs = each.flatMap((old) => each.flatMap((now) => (now === old ? [] : [[old, now] as const])));
  return pairs
    .slice(0, PAIRS)
    .map((pair) => typedShares(run, (world, arm) => new Exact(arms[arm]?.technology === pair[world] ? 1 : 0)));
}
