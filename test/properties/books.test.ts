/** Properties of the books, by their numbers: what adds up to what, who pays, and inputs that move something. */
import { D, blockOf, runOf } from '../engine/small';
import { CATEGORIES, holds, impact, less, PAYERS, run, scaled, summed, tablesOf, times, type Spec } from './worlds';

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
test('50 every input that counts moves something when it is nudged', () => {
  holds((spec) => {
    const figures = (of: Spec): string => {
      const { costs, patients, impact: made } = run(of);
      return JSON.stringify([costs, patients, made]);
    };
    const before = figures(spec);
    const nudged: readonly Spec[] = [
      ...spec.groups.map((_, k) => ({
        ...spec,
        groups: spec.groups.map((group, n) => (n === k ? { ...group, count: group.count + 1 } : group)),
      })),
      ...spec.groups.map((_, k) => ({
        ...spec,
        groups: spec.groups.map((group, n) => (n === k ? { ...group, fraction: times(group.fraction, 1.01) } : group)),
      })),
      { ...spec, fixed: spec.fixed.map((sum) => sum + 1) },
      ...spec.costs.flatMap((row, k) =>
        [...(spec.with[row.technology] ?? []), ...(spec.without[row.technology] ?? [])].some(
          (share, n, all) => share > 0 && n % (all.length / 2) === 0,
        )
          ? [
              {
                ...spec,
                costs: spec.costs.map((other, n) => (n === k ? { ...other, price: times(other.price, 1.5) } : other)),
              },
            ]
          : [],
      ),
    ];
    for (const other of nudged) expect(figures(other)).not.toBe(before);
  });
});
test('52 pounds and people scale each figure by its unit', () => {
  holds((spec) => {
    const made = run(spec);
    const larger = run({
      ...spec,
      groups: spec.groups.map((group) => ({ ...group, count: times(group.count, 3) })),
      costs: spec.costs.map((row) => ({ ...row, price: times(row.price, 7) })),
      fixed: spec.fixed.map((sum) => sum * 21),
    });
    expect(larger.impact.total).toEqual(scaled(made.impact.total, 21));
    expect(larger.patients.map(({ values }) => values)).toEqual(made.patients.map(({ values }) => scaled(values, 3)));
  });
});
