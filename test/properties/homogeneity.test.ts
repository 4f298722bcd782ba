/** Homogeneity, by the numbers of the checks: so many times the people or the money, parts that add. */
import type { Block, Typed } from '../build/snapshot';
import { apart, D, results } from '../engine/small';
import { atLeast, drugCost, medicineOf, type Medicine } from './medicines';
import {
  added,
  drawing,
  holds,
  impact,
  less,
  noFixed,
  run,
  scaled,
  summed,
  tablesOf,
  times,
  withoutStarts,
} from './worlds';

test('14 so many times the people: so many times the variable costs, and the fixed sums once', () => {
  holds((spec, draw) => {
    const by = draw.of([2, 3, 10, 0.5]);
    const more = { ...spec, groups: spec.groups.map((group) => ({ ...group, count: times(group.count, by) })) };
    expect(less(impact(more), spec.fixed)).toEqual(scaled(less(impact(spec), spec.fixed), by));
  });
});
test('15 all money times so much: the impact times so much; pounds in pence', () => {
  holds((spec, draw) => {
    const by = draw.of([2, 100, 0.25]);
    expect(
      impact({
        ...spec,
        costs: spec.costs.map((row) => ({ ...row, price: times(row.price, by) })),
        fixed: spec.fixed.map((sum) => times(sum, by)),
      }),
    ).toEqual(scaled(impact(spec), by));
  });
});
test('16 one price times so much moves the impact by what is spent on it', () => {
  holds((spec, draw) => {
    const [of, by] = [draw.of(['A', 'B', 'C']), draw.of([2, 1.5, 0.1])];
    const made = run(spec);
    const spent = (world: string): readonly string[] =>
      summed(
        made.costs
          .filter((row) => row.world === world && row.technology === of && row.category === 'Acquisition')
          .map(({ values }) => values),
        spec.years,
      );
    const dearer = {
      ...spec,
      costs: spec.costs.map((row) =>
        row.technology === of && row.category === 'Acquisition' ? { ...row, price: times(row.price, by) } : row,
      ),
    };
    expect(less(impact(dearer), made.impact.total)).toEqual(
      scaled(less(spent('with'), spent('without')), by - 1 === 0.5 ? '0.5' : new D(by).minus(1).toFixed()),
    );
  });
});
test('17 subgroups add', () => {
  holds((spec) => {
    const parts = spec.groups.map((group) => impact(noFixed({ ...spec, groups: [group] })));
    expect(impact(noFixed(spec))).toEqual(summed(parts, spec.years));
  });
});
test('19 a category taken away takes away exactly its part', () => {
  holds((spec) => {
    const made = run(spec);
    for (const category of new Set(spec.costs.map((row) => row.category)))
      expect(impact({ ...spec, costs: spec.costs.filter((row) => row.category !== category) })).toEqual(
        less(made.impact.total, made.impact.byCategory[category] ?? []),
      );
  });
});
test('18 part of the way to the new shares is that part of the impact', () => {
  holds((spec, draw) => {
    const part = draw.of([0.25, 0.5, 0.75]);
    const plain = noFixed(withoutStarts(spec));
    const between = Object.fromEntries(
      Object.entries(plain.with).map(([name, shares]) => [
        name,
        shares.map((share, n) =>
          new D(share)
            .times(part)
            .plus(new D(plain.without[name]?.[n] ?? 0).times(1 - part))
            .toNumber(),
        ),
      ]),
    );
    expect(impact({ ...plain, with: between })).toEqual(scaled(impact(plain), part));
  });
});
test('20 two new technologies that take from a third add up', () => {
  holds((spec) => {
    const plain = noFixed(withoutStarts(spec));
    const nobody = spec.fixed.map(() => 0);
    const taking = (...names: readonly string[]): readonly string[] => {
      const [A = nobody, B = nobody] = ['A', 'B'].map((name) => (names.includes(name) ? spec.with[name] : nobody));
      const C = nobody.map((_, n) =>
        new D(1)
          .minus(A[n] ?? 0)
          .minus(B[n] ?? 0)
          .toNumber(),
      );
      return impact({ ...plain, without: { A: nobody, B: nobody, C: spec.fixed.map(() => 1) }, with: { A, B, C } });
    };
    expect(taking('A', 'B')).toEqual(added(taking('A'), taking('B')));
  });
});
test('21 changes of a scenario to different inputs can come in any order', () => {
  holds((spec, draw) => {
    const changes = [
      ['Costs/A/All/Acquisition/item 0/Unit cost', 'x', 1.5],
      ['Costs/B/All/Acquisition/item 0/Unit cost', '+', 12.25],
      ['Population/*/Ill/Base', 'x', 0.5],
      ['Population/Adults/People/Growth', 'set', 0.03],
      ['Model/Discount rate/Value', 'set', 0.05],
    ] as const;
    const of = (
      Scenario: string,
      list: typeof changes | readonly (typeof changes)[number][],
    ): readonly (readonly Typed[])[] => list.map((change) => [Scenario, ...change]);
    const Scenarios: Block = [
      ['Scenario', 'Parameter', 'Op', 'Value'],
      ...of('One', changes),
      ...of('Other', draw.shuffled(changes)),
    ];
    const [one, other] = results({ ...tablesOf(spec), Scenarios }).scenarios;
    expect({ ...other, scenario: 'One' }).toEqual(one);
    expect(one?.impact).not.toEqual(run(spec).impact);
  });
});
test('22 packs of twice the content at twice the price cost the same where vials are shared, and never less where not', () => {
  drawing((draw) => {
    const of = medicineOf(draw);
    const larger = {
      ...of,
      packs: of.packs.map((pack) => ({ content: 2 * pack.content, price: times(pack.price, 2) })),
    };
    const shared = (at: Medicine): string => drugCost({ ...at, sharing: 'yes' });
    expect(apart([shared(larger)], [shared(of)])).toBeLessThan(1e-30);
    expect(atLeast(drugCost({ ...larger, sharing: 'no' }), drugCost({ ...of, sharing: 'no' }))).toBe(true);
  });
});
