/** Check 24: a larger rebate. */
import type { AgreementRow, Assumptions } from '../../engine/assumptions';
import { isAcquisition } from '../../engine/model/acquisition';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { needs, outside } from '../outside';
import { below, costOf, times, unlike, added } from '../compare';
import { needsCosts, needsUnrounded } from '../conditions';
import { booked } from '../facts';

/** Agreements cover what patients have, not what is charged beside them. */
const ON_PATIENTS: ReadonlySet<string> = new Set(['patient-year', 'month', 'dose', 'start']);

/** One more agreement, after all others: a discount on everything that the technology costs to buy. */
function discounted(of: Assumptions, technology: string, rate: string): Assumptions {
  const at = of.technologies[0]?.at ?? { sheet: '', cell: '' };
  const last = Math.max(0, ...of.agreements.map((row) => row.order));
  const row: AgreementRow = {
    at,
    address: '',
    source: '',
    technology,
    subgroup: '',
    group: '',
    type: 'discount',
    order: last + 1,
    from: null,
    to: null,
    typed: { from: null, to: null },
    threshold: null,
    rate: { value: new Exact(rate), at, parameter: '' },
    p1: null,
    p2: null,
    p3: null,
    p2Text: '',
    lag: null,
    confidential: false,
  };
  return { ...of, agreements: [...of.agreements, row] };
}

export const rebateUp: Check = {
  number: 24,
  family: 'Direction',
  name: 'A larger rebate never costs more; all of it leaves nothing to pay, none of it is the run as typed',
  why: 'Anything else turns the sign of a rebate, or takes it off the wrong technology.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsUnrounded(assumptions);
    const fresh = assumptions.technologies.findIndex((row) => row.role === 'new');
    needs(fresh >= 0, 'there is no new technology');
    needs(
      assumptions.agreements.every((row) => row.lag === null && row.type !== 'blend'),
      'a rebate falls partly in the next year',
    );
    const drug = (of: typeof run) =>
      added(
        of,
        booked(of)
          .filter((at) => at.technology === fresh && isAcquisition(at.category) && ON_PATIENTS.has(at.row?.per ?? ''))
          .map((at) => at.values),
      );
    const before = drug(run);
    if (before.every((value) => value.isZero())) return outside('the new technology has no acquisition cost');
    const name = assumptions.technologies[fresh]?.technology ?? '';
    const [none, some, whole] = ['0', '0.25', '1'].map((rate) => rerun(discounted(assumptions, name, rate)));
    if (!none || !some || !whole) return null;
    const changed = `one more discount on ${name}, of 0%, 25% and 100%`;
    const positive = before.every((value) => !value.isNegative());
    return (
      unlike(
        changed,
        [
          { name: 'cost at 0%', expected: costOf(run), got: costOf(none) },
          { name: 'acquisition at 100%', expected: times(before, 0), got: drug(whole) },
          { name: 'acquisition at 25%', expected: times(before, '0.75'), got: drug(some) },
        ],
        { scale: costOf(run) },
      ) ?? (positive ? below(changed, [{ name: 'cost', expected: costOf(some), got: costOf(none) }]) : null)
    );
  },
};
