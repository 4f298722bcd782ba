/** Null and identity, by the numbers of the checks: what changes nothing leaves every figure as it was. */
import type { Block } from '../build/snapshot';
import { results } from '../engine/small';
import {
  fixedOf,
  holds,
  impact,
  noFixed,
  PAYERS,
  run,
  tablesOf,
  times,
  withoutStarts,
  zeros,
  type Spec,
} from './worlds';

test('1 the same shares in both worlds have no impact, in no category, subgroup or payer', () => {
  holds((spec) => {
    const { impact: made } = run(noFixed({ ...spec, with: spec.without }));
    for (const list of [
      made.total,
      ...Object.values(made.byCategory),
      ...Object.values(made.bySubgroup),
      ...Object.values(made.byPayer),
    ])
      expect(list).toEqual(zeros(spec));
  });
});
test('2 without people there is nothing but the fixed sums', () => {
  holds((spec) => {
    const made = run({ ...spec, groups: spec.groups.map((group) => ({ ...group, count: 0 })) });
    expect(made.impact.total).toEqual(fixedOf(spec));
    for (const { values } of [...made.patients, ...made.starts, ...made.eligible]) expect(values).toEqual(zeros(spec));
  });
});
test('3 with no uptake of the new technology, and the rest left to displacement, the fixed sums are the impact', () => {
  holds((spec) => {
    expect(impact({ ...spec, with: { A: spec.without['A'] ?? [] } })).toEqual(fixedOf(spec));
  });
});
test('4 where nothing costs anything, patients stay as they are', () => {
  holds((spec) => {
    const [before, free] = [
      run(spec),
      run(noFixed({ ...spec, costs: spec.costs.map((row) => ({ ...row, price: 0 })) })),
    ];
    for (const { values } of free.costs) expect(values).toEqual(zeros(spec));
    expect(free.patients).toEqual(before.patients);
  });
});
test('5 identical comparators: the fixed sums are the impact, whatever the shares', () => {
  holds((spec) => {
    const costs = withoutStarts(spec)
      .costs.filter(({ technology }) => technology === 'A')
      .map((row) => ({ ...row, technology: 'All' }));
    expect(impact({ ...spec, costs })).toEqual(fixedOf(spec));
  });
});
test('6 a technology split into two clones changes nothing', () => {
  holds((spec) => {
    const split = (shares: Spec['with']): Spec['with'] => {
      const { B = [], ...rest } = shares;
      return { ...rest, B1: B.map((share) => times(share, 0.25)), B2: B.map((share) => times(share, 0.75)) };
    };
    const clone = (name: string): Spec['costs'] =>
      spec.costs.filter(({ technology }) => technology === 'B').map((row) => ({ ...row, technology: name }));
    const technologies = spec.technologies.flatMap((at) =>
      at.name === 'B'
        ? [
            { ...at, name: 'B1' },
            { ...at, name: 'B2' },
          ]
        : [at],
    );
    const costs = [...spec.costs.filter(({ technology }) => technology !== 'B'), ...clone('B1'), ...clone('B2')];
    expect(impact({ ...spec, technologies, costs, without: split(spec.without), with: split(spec.with) })).toEqual(
      impact(spec),
    );
  });
});
test('7 a technology that nobody takes changes nothing, at an absurd price', () => {
  holds((spec) => {
    const nobody = spec.fixed.map(() => 0);
    const row = {
      technology: 'Z',
      category: 'Acquisition',
      item: 'z',
      per: 'patient-year',
      price: 987654321.99,
      growth: 0,
      payer: PAYERS[0],
    } as const;
    const more = {
      ...spec,
      technologies: [...spec.technologies, { name: 'Z', role: 'current' as const }],
      costs: [...spec.costs, row],
      without: { ...spec.without, Z: nobody },
      with: { ...spec.with, Z: nobody },
    };
    expect(run(more).impact).toEqual(run(spec).impact);
  });
});
test('9 a shorter horizon gives the first years of a longer one', () => {
  holds((spec) => {
    for (let years = 1; years < spec.years; years += 1) {
      const short = run({ ...spec, years });
      const long = run(spec);
      expect(short.impact.total).toEqual(long.impact.total.slice(0, years));
      expect(short.patients.map(({ values }) => values)).toEqual(
        long.patients.map(({ values }) => values.slice(0, years)),
      );
    }
  });
});
test('8 a subgroup without people, a category without costs and a scenario without changes leave every figure as it was', () => {
  holds((spec) => {
    const made = run(spec).impact;
    const nobody = run({ ...spec, groups: [...spec.groups, { name: 'Nobody', count: 0, fraction: 0.5 }] }).impact;
    expect({ ...nobody, bySubgroup: { ...nobody.bySubgroup, Nobody: undefined } }).toEqual({
      ...made,
      bySubgroup: { ...made.bySubgroup, Nobody: undefined },
    });
    expect(nobody.bySubgroup['Nobody']).toEqual(zeros(spec));
    const [row] = spec.costs;
    if (!row) throw new Error('no costs');
    const nothing = run({ ...spec, costs: [...spec.costs, { ...row, category: 'Empty', item: 'nothing', price: 0 }] });
    expect({ ...nothing.impact, byCategory: { ...nothing.impact.byCategory, Empty: undefined } }).toEqual({
      ...made,
      byCategory: { ...made.byCategory, Empty: undefined },
    });
    const Scenarios: Block = [
      ['Scenario', 'Parameter', 'Op', 'Value'],
      ['Same', 'Population/*/Ill/Base', 'x', 1],
    ];
    expect(results({ ...tablesOf(spec), Scenarios }).impact).toMatchObject(made);
  });
});
