/** The listed functions, as Excel documents them: what a live workbook may use, and nothing more. */
import { isArea, isFault, rowsOf, single, textOf, type Held, type Value } from './values';

/** A function of what it is given; `inArrays` within SUMPRODUCT, where areas are taken cell by cell. */
export type Made = (given: readonly Value[], inArrays: boolean) => Value;

class Fault extends Error {}

/** Numbers among the arguments: of areas only what is a number, of single values what reads as one. Throws a fault. */
const numbers = (given: readonly Value[]): readonly number[] =>
  given.flatMap((value) =>
    rowsOf(value)
      .flat()
      .flatMap((held) => {
        if (isFault(held)) throw new Fault(held);
        if (isArea(value)) return typeof held === 'number' ? [held] : [];
        return [Number(held ?? 0)];
      }),
  );

function orFault(result: () => Held): Held {
  try {
    return result();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.message;
    throw thrown;
  }
}

/** A function of all numbers given. */
export const ofAll =
  (result: (numbers: readonly number[]) => Held): Made =>
  (given) =>
    orFault(() => result(numbers(given)));

/** A function of single numbers; of an area within SUMPRODUCT, cell by cell. */
const ofSingles =
  (result: (...numbers: number[]) => Held): Made =>
  ([first = 0, ...others], inArrays) => {
    const of = (held: Held): Held => orFault(() => result(...numbers([held, ...others.map(single)])));
    return inArrays ? { rows: rowsOf(first).map((row) => row.map(of)) } : of(single(first));
  };

/** Away from zero at a half; what lies within fifteen digits of a half is one. */
const rounded = (value: number, places: number, by: (scaled: number) => number): number => {
  const scaled = Number((Math.abs(value) * 10 ** places).toPrecision(15));
  return (Math.sign(value) * by(scaled)) / 10 ** places;
};

/** Φ(z) by its series about 0, and in the tail by the continued fraction of Mills' ratio. */
function normal(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) > 5) {
    let ratio = 0;
    for (let n = 60; n > 0; n -= 1) ratio = n / (Math.abs(z) + ratio);
    const tail = density / (Math.abs(z) + ratio);
    return z < 0 ? tail : 1 - tail;
  }
  let [term, sum] = [z, z];
  for (let n = 3; Math.abs(term) > 1e-20; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 + density * sum;
}

const same = (a: Held, b: Held): boolean =>
  typeof a === 'string' ? a.toLowerCase() === textOf(b).toLowerCase() : a === b;

const sumIf: Made = ([within, wanted = null, added]) => {
  if (!isArea(within)) return '#VALUE!';
  const [key, from] = [single(wanted), isArea(added) ? added : within];
  const chosen = rowsOf(within).flatMap((row, down) =>
    row.flatMap((held, along) => (same(held, key) ? [from.cell(from.top + down, from.left + along)] : [])),
  );
  return orFault(() => numbers(chosen).reduce((a, b) => a + b, 0));
};

const sumProduct: Made = (given) => {
  const columns = given.map((value) => rowsOf(value).flat());
  const [first = []] = columns;
  const fault = columns.flat().find(isFault);
  if (fault !== undefined || columns.some((column) => column.length !== first.length)) return fault ?? '#VALUE!';
  const number = (held: Held | undefined): number => (typeof held === 'number' ? held : 0);
  return first.reduce<number>((sum, _, at) => sum + columns.reduce((all, column) => all * number(column[at]), 1), 0);
};

/** The cell of a row and column of an area; of one that lies, of a place along it; row 0 is the whole column. */
const index: Made = ([area, row = 1, column]) => {
  if (!isArea(area)) return '#VALUE!';
  const [one, other] = [Number(single(row)), Number(single(column ?? 1))];
  const lies = area.top === area.bottom && column === undefined;
  const [at, of] = lies ? [area.top, area.left + one - 1] : [area.top + one - 1, area.left + other - 1];
  if (one < 0 || other < 1 || at > area.bottom || of > area.right) return '#REF!';
  return one === 0 ? area.column(of) : area.cell(at, of);
};

/** The place of what is the same (0), or of the last that is not larger, of numbers in their order (1). */
const match: Made = ([wanted = null, area = null, kind = 1]) => {
  const [key, cells] = [single(wanted), rowsOf(area).flat()];
  const fits = (held: Held): boolean =>
    single(kind) === 0 ? held !== null && same(key, held) : typeof held === 'number' && held <= Number(key);
  const found = cells.map(fits);
  const at = single(kind) === 0 ? found.indexOf(true) : found.lastIndexOf(true);
  return at < 0 ? '#N/A' : at + 1;
};

const choose: Made = ([when = null, then = 0, otherwise = false]) => {
  const held = single(when);
  if (typeof held === 'string') return isFault(held) ? held : '#VALUE!';
  return held ? then : otherwise;
};

/** Of text; within SUMPRODUCT cell by cell. */
const ofText =
  (result: (text: string, count: number) => Held): Made =>
  ([of = null, count = 1], inArrays) => {
    const one = (held: Held): Held => (isFault(held) ? held : result(textOf(held), Number(single(count))));
    return inArrays ? { rows: rowsOf(of).map((row) => row.map(one)) } : one(single(of));
  };

export const FUNCTIONS: ReadonlyMap<string, Made> = new Map<string, Made>([
  ['SUM', ofAll((all) => all.reduce((a, b) => a + b, 0))],
  ['MIN', ofAll((all) => (all.length === 0 ? 0 : Math.min(...all)))],
  ['MAX', ofAll((all) => (all.length === 0 ? 0 : Math.max(...all)))],
  ['AND', ofAll((all) => all.every((each) => each !== 0))],
  ['EXP', ofSingles((x) => Math.exp(x))],
  ['LN', ofSingles((x) => (x > 0 ? Math.log(x) : '#NUM!'))],
  ['NORMSDIST', ofSingles((z) => normal(z))],
  ['ROUND', ofSingles((x, places = 0) => rounded(x, places, Math.round))],
  ['ROUNDDOWN', ofSingles((x, places = 0) => rounded(x, places, Math.floor))],
  ['INT', ofSingles((x) => Math.floor(Number(x.toPrecision(15))))],
  ['ABS', ofSingles((x) => Math.abs(x))],
  ['SUMIF', sumIf],
  ['SUMPRODUCT', sumProduct],
  ['IF', choose],
  ['INDEX', index],
  ['MATCH', match],
  ['LEN', ofText((text) => text.length)],
  ['LEFT', ofText((text, count) => text.slice(0, count))],
]);
