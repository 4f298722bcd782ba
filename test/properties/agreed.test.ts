/** What is tested and what is agreed, by the numbers of the checks: nobody is lost in a test, and no agreement pays more than it is paid. */
import type { Block } from '../build/snapshot';
import { D, apart, model, people, results, small, switching, withOf, type Tables } from '../engine/small';
import { drawing, figuresOf, holds, neverBelow, run, summed, tablesOf, type Spec } from './worlds';

const testsOf = (...rows: readonly (readonly (string | number | null)[])[]): Block => [
  ['World', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate', 'Offered', 'Uptake', 'Unit cost'],
  ...rows,
];

test('69 tests: found and missed are the ill, in vain and cleared are the rest; a perfect test treats exactly the ill', () => {
  drawing((draw) => {
    const count = draw.whole(100, 99999);
    const [prevalence = 0, sensitivity = 0, specificity = 0, offered = 0, uptake = 0] = Array.from({ length: 5 }, () =>
      draw.decimal(0, 1, 2),
    );
    const cost = draw.decimal(0.01, 99, 2);
    const of = (Uptake: Block, Tests: Block): ReturnType<typeof results> =>
      results(small({ Model: model(1), Population: people(count), Uptake, Tests, Costs: null }));
    const accuracy = [prevalence, sensitivity, specificity] as const;
    const made = of(switching(0), testsOf(['with', 'Scan', 1, ...accuracy, null, offered, uptake, cost]));
    const measured = (name: string): InstanceType<typeof D> =>
      new D(made.tests.find(({ measure }) => measure === name)?.values[0] ?? NaN);
    const tested = new D(count).times(offered).times(uptake);
    expect(measured('tested').toFixed()).toBe(tested.toFixed());
    expect(measured('truePositive').plus(measured('falseNegative')).toFixed()).toBe(tested.times(prevalence).toFixed());
    expect(measured('trueNegative').plus(measured('falsePositive')).toFixed()).toBe(
      tested.times(new D(1).minus(prevalence)).toFixed(),
    );
    expect(measured('truePositive').toFixed()).toBe(tested.times(prevalence).times(sensitivity).toFixed());
    // Nobody is treated otherwise: all there is to pay is the test.
    expect(made.impact.total).toEqual([tested.times(cost).toFixed()]);
    const perfect = of(switching(1), testsOf(['with', 'Scan', 1, prevalence, 1, 1, 'yes', null, null, null]));
    expect(withOf(perfect.patients, 'New')).toEqual([new D(count).times(prevalence).toFixed()]);
    expect(withOf(perfect.patients, 'Old', 'without')).toEqual([String(count)]);
  });
});

test('69 chains: whoever is ill is confirmed, missed on the way, or never tested; se1·se2 in series, 1 − (1 − se1)(1 − se2) side by side', () => {
  drawing((draw) => {
    const count = draw.whole(100, 9999);
    const share = (): number => draw.decimal(0, 1, 2);
    const [prevalence, first, second] = [share(), [share(), share()] as const, [share(), share()] as const];
    const of = (Combination: string): Readonly<Record<string, string | null>> => {
      const Tests: Block = [
        ['World', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate', 'Combination'],
        ['with', 'Triage', 1, prevalence, ...first, 'yes', null],
        ['with', 'Scan', 2, null, ...second, 'yes', Combination],
      ];
      const { testing = [], patients } = results(
        small({ Model: model(1), Population: people(count), Uptake: switching(1), Tests, Costs: null }),
      );
      const treated = withOf(patients, 'New')[0] ?? '0';
      return { treated, ...Object.fromEntries(testing.map(({ measure, values }) => [measure, values[0] ?? null])) };
    };
    const [serial, parallel] = [of('serial'), of('parallel')];
    const ill = new D(count).times(prevalence);
    for (const { confirmed, missed, inVain, treated } of [serial, parallel]) {
      expect(
        new D(confirmed ?? 0)
          .plus(missed ?? 0)
          .minus(ill)
          .abs()
          .lte('1e-30'),
      ).toBe(true);
      expect(
        new D(confirmed ?? 0)
          .plus(inVain ?? 0)
          .minus(treated ?? 0)
          .abs()
          .lte('1e-30'),
      ).toBe(true);
    }
    const by = ([a, b]: readonly [number, number], all: InstanceType<typeof D>, either: boolean): string =>
      either ? all.times(new D(1).minus(a)).times(new D(1).minus(b)).toFixed() : all.times(a).times(b).toFixed();
    const sensitivities = [first[0], second[0]] as const;
    expect(serial['confirmed']).toBe(by(sensitivities, ill, false));
    expect(parallel['missed']).toBe(by(sensitivities, ill, true));
    expect(new D(serial['inVain'] ?? 0).lte(parallel['inVain'] ?? 0)).toBe(true);
  });
});

/** What is paid for the technology A in world with, after an agreement. */
const paid = (spec: Spec, agreement?: Readonly<Record<string, string | number>>): readonly string[] => {
  const tables: Tables = tablesOf(spec);
  const Agreements: Block | null = agreement
    ? [
        ['Technology', ...Object.keys(agreement)],
        ['A', ...Object.values(agreement)],
      ]
    : null;
  return summed(
    figuresOf({ ...tables, Agreements })
      .costs.filter((row) => row.world === 'with' && row.technology === 'A' && row.category === 'Acquisition')
      .map(({ values }) => values),
    spec.years,
  );
};

test('72 caps out of reach change nothing, caps of nothing leave nothing, and no refund is larger than what was paid', () => {
  holds((spec, draw) => {
    const before = paid(spec);
    const most = Math.max(...before.map(Number));
    const cap = draw.whole(0, Math.ceil(most));
    expect(before).toEqual(
      summed(
        run(spec)
          .costs.filter((row) => row.world === 'with' && row.technology === 'A' && row.category === 'Acquisition')
          .map(({ values }) => values),
        spec.years,
      ),
    );
    const capped = paid(spec, { Type: 'spend cap', Threshold: cap });
    expect(
      apart(
        capped,
        before.map((value) => D.min(value, cap)),
      ),
    ).toBeLessThan(1e-30);
    expect(paid(spec, { Type: 'spend cap', Threshold: 1e15 })).toEqual(before);
    expect(paid(spec, { Type: 'dose cap', P1: 1e9 })).toEqual(before);
    for (const agreement of [
      { Type: 'spend cap', Threshold: 0 },
      { Type: 'dose cap', P1: 0 },
      { Type: 'outcome refund', P1: 0 },
      { Type: 'pay on response', P1: 0, P2: 3 },
    ])
      expect(
        apart(
          paid(spec, agreement),
          before.map(() => 0),
        ),
      ).toBe(0);
    const shares = { P1: draw.decimal(0, 1, 2), P2: draw.decimal(0, 1, 2), Rate: draw.decimal(0, 1, 2) };
    for (const agreement of [
      { Type: 'outcome refund', ...shares },
      { Type: 'spend cap', Threshold: cap, Rate: shares.Rate },
      { Type: 'dose cap', P1: shares.P1 },
      { Type: 'pay on response', P1: shares.P1, P2: draw.whole(0, 12) },
      { Type: 'free start', P1: shares.P1 },
    ]) {
      const after = paid(spec, agreement);
      expect([
        neverBelow(before, after),
        neverBelow(
          after,
          before.map(() => '0'),
        ),
      ]).toEqual([true, true]);
    }
  });
});
