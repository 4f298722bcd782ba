/** Whether draws are enough: what their standard errors are, and how many would do. */
import { square, wholePower } from '../engine/elementary';
import type { ChanceOf } from '../engine/stress/answers';

/** A mean is good enough when its standard error is this part of it; a chance, when its own is this much. */
const OF_MEAN = 0.02;
const OF_CHANCE = 0.015;

/** What to do where the standard errors are large; '' where they are small enough. */
export function adviceOn({ cumulative, test }: ChanceOf, draws: number): string {
  const [mean, error] = [Math.abs(Number(cumulative.mean)), Number(cumulative.error)];
  const chance = test?.error ?? 0;
  const more = Math.max(mean === 0 ? 0 : square(error / mean / OF_MEAN), square(chance / OF_CHANCE));
  if (more <= 1) return '';
  const wanted = roundedUp(draws * more);
  const what =
    chance > OF_CHANCE
      ? `The chance of passing has a standard error of ${(chance * 100).toFixed(1)} points`
      : `The mean has a standard error of ${((100 * error) / mean).toFixed(1)}%`;
  return `${what}. About ${String(wanted).replace(/\B(?=(\d{3})+$)/g, ',')} draws would do.`;
}

/** To one figure that counts, upwards. */
function roundedUp(value: number): number {
  const [, places] = value.toExponential().split('e');
  const unit = wholePower(10, Number(places));
  return Math.ceil(value / unit) * unit;
}
