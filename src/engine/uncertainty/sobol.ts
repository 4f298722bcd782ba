/**
 * Scrambled Sobol points: they fill the unit cube more evenly than chance would, and each by itself is uniform. The
 * scramble is a random linear one with a digital shift (Matoušek 1998, J Complexity 14:527–556), a stream of its own for
 * each dimension. Any point is made from its number alone, so that anyone can make any block.
 */
import { generator } from './generator';
import { DIRECTIONS } from './joe-kuo';

const BITS = 32;
/** Dimensions there are numbers for. */
export const MOST_DIMENSIONS = DIRECTIONS.length + 1;

/** One coordinate of the points: fills a list with those from a number on. */
export type Coordinate = (from: number, into: Float64Array) => void;

/** A coordinate, scrambled by a seed. `dimension` from 0. */
export function coordinate(dimension: number, seed: number): Coordinate {
  const random = generator(seed);
  const word = (): number => Math.floor(random() * 4294967296) >>> 0;
  const rows = Array.from({ length: BITS }, (_, n) => ((word() & ~(0xffffffff >>> n)) | (0x80000000 >>> n)) >>> 0);
  const numbers = Uint32Array.from(directionsOf(dimension), (number) => multiplied(rows, number));
  const shift = word();
  return (from, into) => {
    points(numbers, shift, from, into);
  };
}

/** By function and not in place, so that one piece of machine code serves every dimension. */
function points(numbers: Uint32Array, shift: number, from: number, into: Float64Array): void {
  let point = shift;
  const gray = from ^ (from >>> 1);
  for (let bit = 0; bit < BITS; bit += 1) if (((gray >>> bit) & 1) === 1) point ^= numbers[bit] ?? 0;
  for (let n = 0; n < into.length; n += 1) {
    into[n] = ((point >>> 0) + 0.5) / 4294967296;
    // Antonov & Saleev 1979: the next point differs by one direction number.
    point ^= numbers[BITS - 1 - Math.clz32((from + n + 1) & -(from + n + 1))] ?? 0;
  }
}

/** The direction numbers of a dimension, one a bit of the point's number, as 32 binary places. */
function directionsOf(dimension: number): readonly number[] {
  const of = DIRECTIONS[dimension - 1];
  if (!of) return Array.from({ length: BITS }, (_, bit) => 0x80000000 >>> bit);
  const { polynomial, first } = of;
  const degree = first.length;
  const made = first.map((number, n) => (number << (BITS - 1 - n)) >>> 0);
  for (let n = degree; n < BITS; n += 1) {
    const oldest = made[n - degree] ?? 0;
    let next = oldest ^ (oldest >>> degree);
    for (let k = 1; k < degree; k += 1) if (((polynomial >>> (degree - 1 - k)) & 1) === 1) next ^= made[n - k] ?? 0;
    made.push(next >>> 0);
  }
  return made;
}

/** A matrix over 0 and 1 (row n makes place n) times a number. */
const multiplied = (rows: readonly number[], number: number): number =>
  rows.reduce((made, row, n) => (odd(row & number) ? made | (0x80000000 >>> n) : made), 0) >>> 0;

/** Whether an odd number of bits is set. */
function odd(word: number): boolean {
  let left = word ^ (word >>> 16);
  left ^= left >>> 8;
  left ^= left >>> 4;
  return ((0x6996 >>> (left & 15)) & 1) === 1;
}
