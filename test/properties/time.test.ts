/** Time, by the numbers of the checks: growth, order of years, discounting, the clock. */
import { apart, D } from '../engine/small';
import { followed } from './medicines';
import {
  canonical,
  drawing,
  figuresOf,
  flat,
  holds,
  impact,
  less,
  noFixed,
  run,
  summed,
  tablesOf,
  withoutStarts,
  withSetting,
  type Spec,
} from './worlds';

test('41 growth is inert in the first year', () => {
  holds((spec) => {
    const more = { ...spec, growth: 0.5, costs: spec.costs.map((row) => ({ ...row, growth: 0.25 })) };
    expect(impact(more)[0]).toBe(impact(spec)[0]);
  });
});
test('42 growth alone compounds; prices grow only where they are said to', () => {
  holds((spec) => {
    const still = noFixed(flat(spec));
    const start = impact(still)[0] ?? '';
    expect(impact({ ...still, growth: 0.04 })).toEqual(
      still.fixed.map((_, n) => canonical(new D(start).times(new D('1.04').pow(n)))),
    );
    const dearer = run({
      ...still,
      costs: still.costs.map((row) => (row.category === 'Acquisition' ? { ...row, growth: 0.03 } : row)),
    });
    const before = run(still).impact.byCategory;
    for (const [category, values] of Object.entries(dearer.impact.byCategory))
      expect(values).toEqual(
        category === 'Acquisition'
          ? still.fixed.map((_, n) => canonical(new D(before[category]?.[0] ?? '').times(new D('1.03').pow(n))))
          : before[category],
      );
  });
});
test('43 in a flat world every year is alike', () => {
  holds((spec) => {
    const made = impact(flat(spec));
    expect(new Set(made).size).toBe(1);
  });
});
test('44 a change in one year leaves the years before it, and without start rows those after it', () => {
  holds((spec) => {
    const last = spec.years - 1;
    const year = Math.floor(spec.years / 2);
    const moved = (shares: readonly number[] | undefined, to: (share: number) => number): readonly number[] =>
      (shares ?? []).map((share, n) => (n === year ? to(share) : share));
    const change = {
      ...spec,
      with: {
        ...spec.with,
        A: moved(spec.with['A'], () => 0),
        B: moved(spec.with['B'], () => 0),
        C: moved(spec.with['C'], () => 1),
      },
    };
    expect(impact(change).slice(0, year)).toEqual(impact(spec).slice(0, year));
    const [before, after] = [impact(withoutStarts(spec)), impact(withoutStarts(change))];
    expect([...after.slice(0, year), ...after.slice(year + 1, last + 1)]).toEqual([
      ...before.slice(0, year),
      ...before.slice(year + 1, last + 1),
    ]);
  });
});
test('46 not discounted, the present value is the sum; discounted it falls, by (1+r)² in year 3; the headline never moves', () => {
  holds((spec) => {
    const made = [0, 0.03, 0.08].map(
      (rate) =>
        run({
          ...spec,
          rate,
          with: { A: spec.fixed.map(() => 1) },
          costs: spec.costs.filter(({ technology }) => technology === 'A'),
        }).impact,
    );
    const [none, some, more] = made.map((at) => new D(at.discounted));
    expect(none?.toFixed()).toBe(
      new D(summed([made[0]?.total ?? []], spec.years).reduce((a, b) => new D(a).plus(b).toFixed(), '0')).toFixed(),
    );
    expect(made[1]?.total).toEqual(made[0]?.total);
    if (spec.years > 1) expect([none?.gt(some ?? 0), some?.gt(more ?? 0)]).toEqual([true, true]);
    const third = made[1]?.total[2];
    if (third !== undefined)
      expect(
        new D(made[1]?.discountedByYear?.[2] ?? '')
          .times('1.0609')
          .minus(third)
          .abs()
          .lte(new D(third).abs().times('1e-35')),
      ).toBe(true);
  });
});
test('49 a one-off cost counts exactly once, whatever the discount rate', () => {
  holds((spec) => {
    const once = (sum: number): Spec => ({
      ...spec,
      rate: 0.05,
      fixed: spec.fixed.map((_, n) => (n === 0 ? sum : 0)),
    });
    const [none, paid] = [run(once(0)), run(once(1234.56))];
    expect(less(paid.impact.total, none.impact.total)).toEqual(spec.fixed.map((_, n) => (n === 0 ? '1234.56' : '0')));
    expect(new D(paid.impact.discounted).minus(none.impact.discounted).minus('1234.56').abs().lte('1e-25')).toBe(true);
  });
});
test('45 a launch a year later has the same impact a year later, in a world that stands still', () => {
  holds((spec) => {
    const still = noFixed({
      ...withoutStarts(spec),
      growth: 0,
      without: flat(spec).without,
      costs: withoutStarts(spec).costs.map((row) => ({ ...row, growth: 0 })),
    });
    const later = Object.fromEntries(
      Object.entries(still.with).map(([name, shares]) => [
        name,
        [still.without[name]?.[0] ?? 0, ...shares.slice(0, -1)],
      ]),
    );
    expect(impact({ ...still, with: later })).toEqual(['0', ...impact(still).slice(0, -1)]);
  });
});
test('47 the monthly clock leaves stock accounting as it is', () => {
  holds((spec) => {
    const [yearly, monthly] = [run(spec), figuresOf(withSetting(tablesOf(spec), 'Step', 'month'))];
    for (const part of ['eligible', 'patients', 'starts', 'costs', 'impact'] as const)
      expect(monthly[part]).toEqual(yearly[part]);
  });
});
test('48 those who enter in the middle of a year, or month by month, are there for their part of it', () => {
  drawing((draw) => {
    const years = draw.whole(1, 4);
    const seed = draw.whole(100, 9999);
    const made = (...setting: readonly string[]): ReturnType<ReturnType<typeof followed>> =>
      followed(seed, years, 'incident', setting)({ Persistence: 'all' });
    const before = (starts: readonly string[], n: number): InstanceType<typeof D> =>
      starts.slice(0, n).reduce((sum, value) => sum.plus(value), new D(0));
    for (const [setting, part] of [
      [['Entry', 'start of year'], new D(1)],
      [['Entry', 'mid-year'], new D(1).div(2)],
      [['Step', 'month'], new D(78).div(144)],
    ] as const) {
      const { starts, patients } = made(...setting);
      expect(
        apart(
          patients,
          starts.map((value, n) => before(starts, n).plus(part.times(value))),
        ),
      ).toBeLessThan(1e-30);
    }
  });
});
