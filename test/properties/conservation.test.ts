/** Conservation, by the numbers of the checks: what adds up to what, and who pays. */
import { apart, blockOf, D, errorsOf, results, runOf, type Tables } from '../engine/small';
import { followed } from './medicines';
import {
  CATEGORIES,
  drawing,
  holds,
  impact,
  less,
  PAYERS,
  run,
  summed,
  tablesOf,
  times,
  withoutStarts,
  withSetting,
  type Spec,
} from './worlds';

const sumsOf = (
  spec: Spec,
  made: ReturnType<typeof run>,
  of: (row: ReturnType<typeof run>['costs'][number]) => boolean,
): readonly string[] =>
  summed(
    made.costs.filter(of).map(({ values }) => values),
    spec.years,
  );

test('33 patients over the technologies are the eligible', () => {
  holds((spec) => {
    const made = run(spec);
    for (const world of ['without', 'with'])
      expect(
        summed(
          made.patients.filter((row) => row.world === world).map(({ values }) => values),
          spec.years,
        ),
      ).toEqual(
        summed(
          made.eligible.map(({ values }) => values),
          spec.years,
        ),
      );
  });
});
test('34, 35 categories, subgroups, technologies and worlds add up to the total; cumulative is the sum so far', () => {
  holds((spec) => {
    const made = run(spec);
    const { total, byCategory, bySubgroup, cumulative } = made.impact;
    expect(summed(Object.values(byCategory), spec.years)).toEqual(total);
    expect(summed(Object.values(bySubgroup), spec.years)).toEqual(total);
    expect(
      less(
        sumsOf(spec, made, ({ world }) => world === 'with'),
        sumsOf(spec, made, ({ world }) => world === 'without'),
      ),
    ).toEqual(total);
    for (const category of CATEGORIES)
      if (byCategory[category])
        expect(
          less(
            sumsOf(spec, made, (row) => row.world === 'with' && row.category === category),
            sumsOf(spec, made, (row) => row.world === 'without' && row.category === category),
          ),
        ).toEqual(byCategory[category]);
    total.forEach((_, n) => {
      expect(new D(cumulative[n] ?? '').toFixed()).toBe(
        total
          .slice(0, n + 1)
          .reduce((sum, value) => sum.plus(value), new D(0))
          .toFixed(),
      );
    });
  });
});
test('36 gross less rebate is net', () => {
  holds((spec) => {
    const made = runOf(tablesOf({ ...spec, rebate: 0.35 }));
    const total = (name: string): InstanceType<typeof D> =>
      blockOf(made, name).reduce((sum, value) => sum.plus(value), new D(0));
    expect(total('Gross cost').minus(total('Rebate received')).toFixed()).toBe(total('Net cost').toFixed());
  });
});
test('37 named payers part the total between them, and each is the headline of its own run', () => {
  holds((spec) => {
    const made = run(spec).impact;
    expect(summed(Object.values(made.byPayer), spec.years)).toEqual(made.total);
    for (const payer of PAYERS)
      if (made.byPayer[payer]) expect(impact({ ...spec, payer })).toEqual(made.byPayer[payer]);
  });
});

test('32 shares that do not sum to 1 within 1e-9 are refused, or divided by their sum where that is asked for', () => {
  holds((spec) => {
    const off = (by: string): Tables =>
      tablesOf({
        ...spec,
        with: {
          ...spec.with,
          A: (spec.with['A'] ?? []).map((share, n) => (n === 0 ? new D(share).plus(by).toNumber() : share)),
        },
      });
    expect([errorsOf(off('1e-10')), errorsOf(off('2e-9')), errorsOf(off('0.01'))]).toEqual([
      [],
      ['shares-do-not-sum'],
      ['shares-do-not-sum'],
    ]);
    const { patients, eligible } = results(withSetting(off('0.01'), 'Shares', 'normalise'));
    const all = summed(
      patients.filter(({ world }) => world === 'with').map(({ values }) => values),
      spec.years,
    );
    const people = summed(
      eligible.map(({ values }) => values),
      spec.years,
    );
    expect(apart(all, people)).toBeLessThan(1e-30);
  });
});
test('38 months make years: a price by the month is twelve to the year, and cohorts by month are their months added up', () => {
  holds((spec) => {
    const by = (per: 'month' | 'patient-year'): readonly string[] =>
      impact({
        ...withoutStarts(spec),
        costs: withoutStarts(spec).costs.map((row) => ({
          ...row,
          per,
          price: per === 'month' ? row.price : times(row.price, 12),
        })),
      });
    expect(by('month')).toEqual(by('patient-year'));
  });
  drawing((draw) => {
    const years = draw.whole(1, 5);
    const months = draw.whole(1, 40);
    const made = followed(draw, years, 'incident', ['Step', 'month'])({
      Persistence: 'course',
      'Course months': months,
    });
    const entering = Array.from({ length: 12 * years }, (_, m) => new D(made.starts[Math.floor(m / 12)] ?? 0).div(12));
    const there = entering.map((_, m) =>
      entering.slice(Math.max(0, m - months + 1), m + 1).reduce((sum, value) => sum.plus(value), new D(0)),
    );
    const yearly = made.patients.map((_, y) =>
      there.slice(12 * y, 12 * y + 12).reduce((sum, value) => sum.plus(value.div(12)), new D(0)),
    );
    expect(apart(made.patients, yearly)).toBeLessThan(1e-30);
  });
});
