/** The numbers that a row was read from, wherever in the row they stand. */
import type { Given, Row, Series } from '../engine/assumptions';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isGiven = (value: unknown): value is Given =>
  isObject(value) && 'parameter' in value && 'at' in value && 'value' in value;
const isSeries = (value: unknown): value is Series => isObject(value) && 'base' in value && 'growth' in value;

/** Numbers typed in a row, those of a series by year included. Defaults that stand are left out. */
export function givensOf(row: Row): readonly Given[] {
  return Object.values(row).flatMap((value: unknown): readonly Given[] => {
    if (isGiven(value)) return value.standing ? [] : [value];
    if (isSeries(value))
      return [...[value.base, value.growth].flatMap((given) => given ?? []), ...value.years.values()];
    if (value instanceof Map) return [...value.values()].filter(isGiven);
    return [];
  });
}
