/** People of the invented model, and the decimals it is computed in. */
import { Decimal } from 'decimal.js';
import type { EligibleFigures, FunnelFigures } from '../../src/engine/results';

const D = Decimal.clone({ precision: 60, toExpNeg: -9e15, toExpPos: 9e15 });
export const d = (value: string | number | Decimal): Decimal => new D(value);
export const text = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());
export const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), d(0));

export const SUBGROUPS = ['Established CVD', 'Familial (HeFH)'] as const;
const STEPS = [
  [
    ['Adults', '46477200'],
    ['with established CVD', '0.062'],
    ['LDL-C measured, on maximal statin', '0.46'],
    ['LDL-C 2.6 mmol/L or more', '0.21'],
    ['suitable and willing', '0.58'],
  ],
  [
    ['Adults', '46477200'],
    ['with HeFH', '0.004'],
    ['diagnosed', '0.12'],
    ['LDL-C 3.5 mmol/L or more', '0.44'],
  ],
] as const;
/** Year t of the horizon is t ≥ 1; the baseline is 0. */
export const eligibleAt = (group: number, t: number): Decimal => {
  const [first, ...rates] = STEPS[group % 2] ?? STEPS[0];
  return rates.reduce((people, [, rate]) => people.times(rate), d(first[1]).times(d('1.006').pow(t - 1)));
};

export function peopleOf(
  subgroups: readonly string[],
  periods: readonly number[],
): { readonly funnel: readonly FunnelFigures[]; readonly eligible: readonly EligibleFigures[] } {
  const funnel = subgroups.flatMap((subgroup, group) => {
    const steps = STEPS[group % 2] ?? STEPS[0];
    return steps.map(([step], index) => ({
      subgroup,
      stream: 'prevalent',
      step,
      values: periods.map((t) =>
        text(
          steps
            .slice(1, index + 1)
            .reduce((people, [, rate]) => people.times(rate), d(steps[0][1]).times(d('1.006').pow(t - 1))),
        ),
      ),
    }));
  });
  const eligible = subgroups.map((subgroup, group) => ({
    subgroup,
    values: periods.map((t) => text(eligibleAt(group, t))),
  }));
  return { funnel, eligible };
}
