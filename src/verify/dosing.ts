/** What is bought by regimen: units that follow a rate of a regimen in proportion. */
import { valuesOf, years, type Run } from '../engine/figures';
import type { Compared, Figures } from './compare';
import { times } from './compare';

/** Units by line of world with, all lines one after the other. */
const unitsOf = (run: Run, lines: readonly number[]): Figures =>
  lines.flatMap((line) => valuesOf(run, run.of.costs.volume.units, [line], years(run)));

/** Lines whose units changed between two runs of the same lines. */
function moved(one: Run, other: Run): readonly number[] {
  return one.of.costs.lines.flatMap((_, line) => {
    const [before, after] = [unitsOf(one, [line]), unitsOf(other, [line])];
    return before.every((value, n) => after[n]?.eq(value)) ? [] : [line];
  });
}

/** Twice the rate, twice the units, on every line that the rate reaches. */
export function doublesOrLess(base: Run, little: Run, much: Run): Compared {
  const lines = base.of.costs.lines.length === little.of.costs.lines.length ? moved(little, much) : [];
  return { name: 'units bought', expected: times(unitsOf(little, lines), 2), got: unitsOf(much, lines) };
}
