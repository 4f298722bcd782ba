/** The value axis of a chart: round steps, five ticks at most, zero always among them. */

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Steps of 1, 2, 2.5 or 5 times a power of ten; a small part below zero does not cost a whole step. */
export function axisOf(low: number, high: number): Axis {
  const size = high - low;
  if (size <= 0) return { min: 0, max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(size / 4));
  const interval = power * ([1, 2, 2.5, 5, 10].find((step) => step * power * 4 >= size) ?? 10);
  const small = low < 0 && -low < 0.6 * interval;
  return {
    min: small ? low * 1.15 : Math.floor(low / interval) * interval,
    max: Math.ceil(high / interval - 1e-9) * interval,
    interval,
  };
}

/** Multiples of the interval between the ends; an end that is none gets no tick. */
export function ticksOf({ min, max, interval }: Axis): readonly number[] {
  const first = Math.ceil(min / interval - 1e-9);
  return Array.from(
    { length: Math.floor(max / interval + 1e-9) - first + 1 },
    (_, index) => (first + index) * interval,
  );
}

/** Where a value of an axis stands between two ends of the page. */
export const along =
  ({ min, max }: Axis, from: number, to: number) =>
  (value: number): number =>
    from + ((value - min) / (max - min)) * (to - from);
