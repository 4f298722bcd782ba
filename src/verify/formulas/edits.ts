/** A change of a model's inputs as numbers typed over cells: what formulas of the workbook can follow. */
import { Decimal } from 'decimal.js';
import type { Assumptions, CostRow, Given, UptakeRow } from '../../engine/assumptions';
import type { TypedOver } from '../../workbook/tries-sums';
import { series, valued } from '../alter';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isGiven = (value: unknown): value is Given =>
  isObject(value) && 'parameter' in value && 'at' in value && 'value' in value;

/** Ends the search: rows, words or numbers changed that no single cell holds. */
class NoCell extends Error {}
const noCell = (): never => {
  throw new NoCell();
};

/** The cells to type over; null where the change is none of cells: rows that come and go, other words. */
export function editsBetween(base: Assumptions, changed: Assumptions): readonly TypedOver[] | null {
  const { uptake: before, costs: charged, ...rest } = base;
  const { uptake: after, costs: kept, ...others } = changed;
  try {
    return [...ofUptake(before, after), ...ofCosts(charged, kept), ...between(rest, others)];
  } catch (thrown) {
    if (thrown instanceof NoCell) return null;
    throw thrown;
  }
}

const typed = ({ at }: Given, value: Decimal): TypedOver => ({
  sheet: at.sheet,
  cell: at.cell,
  value: value.toNumber(),
});

function between(before: unknown, after: unknown): readonly TypedOver[] {
  if (before === after) return [];
  if (isGiven(before) && isGiven(after)) {
    if (before.value.eq(after.value)) return [];
    return before.standing || before.inText || before.change ? noCell() : [typed(before, after.value)];
  }
  if (before instanceof Map && after instanceof Map) {
    if (before.size !== after.size) return noCell();
    return [...before].flatMap(([key, value]) => between(value, after.has(key) ? after.get(key) : noCell()));
  }
  if (!isObject(before) || !isObject(after) || before instanceof Decimal) return noCell();
  const [keys, others] = [Object.keys(before), Object.keys(after)];
  if (keys.length !== others.length) return noCell();
  return keys.flatMap((key) => between(Reflect.get(before, key), key in after ? Reflect.get(after, key) : noCell()));
}

const keyOf = ({ world, subgroup, technology }: UptakeRow): string =>
  [world, subgroup, technology].join('\n').toLowerCase();

/** Rows of uptake by what they are of: checks write them anew, one for each subgroup, in another order. */
function ofUptake(before: readonly UptakeRow[], after: readonly UptakeRow[]): readonly TypedOver[] {
  if (before === after) return [];
  const left = new Map(after.map((row) => [keyOf(row), row]));
  const edits = before.flatMap((row) => {
    const now = left.get(keyOf(row));
    left.delete(keyOf(row));
    if (now === row) return [];
    if (!now || now.unit !== row.unit || row.curve !== null || now.curve !== null) return noCell();
    if ([...now.years].some(([year, { value }]) => !row.years.has(year) && !value.isZero())) return noCell();
    return [...row.years].flatMap(([year, given]) => between(given, now.years.get(year) ?? noCell()));
  });
  const unheld = [...left.values()].some((row) => [...row.years.values()].some(({ value }) => !value.isZero()));
  return unheld ? noCell() : edits;
}

const seatOf = ({ at }: CostRow): string => `${at.sheet}!${at.cell}`;

/** A cost that a check takes away is a unit cost of nothing, typed over; one with a price item has no cell of its own. */
function ofCosts(before: readonly CostRow[], after: readonly CostRow[]): readonly TypedOver[] {
  if (before === after) return [];
  const left = new Map(after.map((row) => [seatOf(row), row]));
  const edits = before.flatMap((row) => {
    const now = left.get(seatOf(row));
    left.delete(seatOf(row));
    if (now) return between(row, now);
    return row.unitCost
      ? between(
          row.unitCost,
          series(row.unitCost, (given) => valued(given, 0)),
        )
      : noCell();
  });
  return left.size > 0 ? noCell() : edits;
}
