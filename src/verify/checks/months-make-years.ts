/** Check 38: months and years. */
import { scaled, series } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts, needsUnrounded } from '../conditions';

export const monthsMakeYears: Check = {
  number: 38,
  family: 'Conservation',
  name: 'A cost a month is twelve times as much a year',
  why: 'A cost a month that is charged once a year is a twelfth of what it should be.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsUnrounded(assumptions);
    const monthly = assumptions.costs.filter(
      (row) => (row.per === 'month' || row.per === 'patient-year') && row.unitCost !== null && row.priceItem === '',
    );
    needs(monthly.length > 0, 'no cost is typed by the month or the patient-year');
    const [from, to] = monthly.some((row) => row.per === 'month')
      ? (['month', 'patient-year'] as const)
      : (['patient-year', 'month'] as const);
    const by = from === 'month' ? '12' : '1';
    const made = rerun({
      ...assumptions,
      costs: assumptions.costs.map((row) =>
        row.per === from && row.unitCost && row.priceItem === ''
          ? { ...row, per: to, unitCost: series(row.unitCost, (given) => scaled(given, by)) }
          : row,
      ),
    });
    if (from === 'month')
      return unlike(
        'costs a month typed as twelve times as much a patient-year',
        [{ name: 'cost of both worlds', expected: costOf(run), got: costOf(made) }],
        { at: monthly[0]?.at ?? null },
      );
    const only = (of: typeof assumptions) => ({
      ...of,
      costs: of.costs.filter((row) => row.per === from && row.unitCost !== null && row.priceItem === ''),
      agreements: [],
      tests: [],
    });
    const yearly = rerun(only(assumptions));
    const asMonths = rerun({
      ...only(assumptions),
      costs: only(assumptions).costs.map((row) => ({ ...row, per: 'month' as const })),
    });
    return unlike(
      'costs a patient-year charged by the month',
      [{ name: 'impact', expected: impactOf(yearly).map((value) => value.times(12)), got: impactOf(asMonths) }],
      { scale: costOf(asMonths), at: monthly[0]?.at ?? null },
    );
  },
};
