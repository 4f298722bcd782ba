/** Properties that must hold of any budget impact, by their numbers: null, symmetry, homogeneity, sign. */
import { D, results, withOf } from '../engine/small';
import {
  added,
  canonical,
  flat,
  holds,
  impact,
  less,
  PAYERS,
  run,
  scaled,
  summed,
  tablesOf,
  times,
  withoutStarts,
  zeros,
  type Spec,
} from './worlds';

const noFixed = (spec: Spec): Spec => ({ ...spec, fixed: spec.fixed.map(() => 0) });
const fixedOf = (spec: Spec): readonly string[] => spec.fixed.map(String);
const renamed = <T extends Readonly<Record<string, unknown>>>(
  record: T,
  name: (key: string) => string,
): Readonly<Record<string, T[string]>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value as T[string]]));
const neverBelow = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, n) => new D(value).gte(b[n] ?? NaN));

describe('null and identity', () => {
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
      for (const { values } of [...made.patients, ...made.starts, ...made.eligible])
        expect(values).toEqual(zeros(spec));
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
});

describe('symmetry', () => {
  test('10 swapping the worlds turns every sign', () => {
    holds((spec) => {
      const [made, swapped] = [
        run(spec),
        run({ ...spec, with: spec.without, without: spec.with, fixedWorld: 'without' }),
      ];
      expect(swapped.impact.total).toEqual(scaled(made.impact.total, -1));
      for (const [category, values] of Object.entries(made.impact.byCategory))
        expect(swapped.impact.byCategory[category]).toEqual(scaled(values, -1));
    });
  });
  test('11 the order of rows, subgroups, technologies and categories means nothing', () => {
    holds((spec, draw) => {
      const mixed = run({
        ...spec,
        groups: draw.shuffled(spec.groups),
        technologies: draw.shuffled(spec.technologies),
        costs: draw.shuffled(spec.costs),
        with: Object.fromEntries(draw.shuffled(Object.entries(spec.with))),
      });
      expect(mixed.impact).toEqual(run(spec).impact);
    });
  });
  test('12 names mean nothing', () => {
    holds((spec) => {
      const name = (of: string): string =>
        ({ A: "=SUM('A')", B: '“Bée” 💊', C: 'constructor', Adults: '__proto__', Children: 'Kinder/子供' })[of] ?? of;
      const category = (of: string): string => `+${of}, "x"`;
      const other = run({
        ...spec,
        groups: spec.groups.map((at) => ({ ...at, name: name(at.name) })),
        technologies: spec.technologies.map((at) => ({ ...at, name: name(at.name) })),
        costs: spec.costs.map((row) => ({
          ...row,
          technology: name(row.technology),
          category: row.category === 'Acquisition' ? row.category : category(row.category),
          item: `@${row.item}`,
        })),
        with: renamed(spec.with, name),
        without: renamed(spec.without, name),
      });
      const made = run(spec);
      expect(other.impact.total).toEqual(made.impact.total);
      expect(other.patients.map(({ values }) => values)).toEqual(made.patients.map(({ values }) => values));
      expect(other.costs.map(({ values }) => values)).toEqual(made.costs.map(({ values }) => values));
    });
  });
});

describe('homogeneity', () => {
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
});

describe('sign', () => {
  test('23 a dearer technology moves the impact the way its share moves', () => {
    holds((spec, draw) => {
      const of = draw.of(['A', 'B', 'C']);
      const dearer = {
        ...spec,
        costs: spec.costs.map((row) =>
          row.technology === of && row.category === 'Acquisition' ? { ...row, price: row.price + 1 } : row,
        ),
      };
      const moved = less(impact(dearer), impact(spec)).map((value) => new D(value).cmp(0));
      expect(moved).toEqual(
        spec.fixed.map((_, n) => Math.sign((spec.with[of]?.[n] ?? 0) - (spec.without[of]?.[n] ?? 0))),
      );
    });
  });
  test('24 a larger rebate never costs more; all of it leaves nothing to pay; none of it is the list run', () => {
    holds((spec) => {
      const rebates = [0, 0.2, 0.75, 1].map((rebate) => run({ ...spec, rebate }));
      rebates.slice(1).forEach((made, n) => {
        expect(neverBelow(rebates[n]?.impact.total ?? [], made.impact.total)).toBe(true);
      });
      expect(rebates[0]?.impact.total).toEqual(impact(spec));
      const drug =
        rebates[3]?.costs.filter(({ technology, category }) => technology === 'A' && category === 'Acquisition') ?? [];
      expect(drug.length).toBeGreaterThan(0);
      for (const { values } of drug) expect(values).toEqual(zeros(spec));
    });
  });
  test('25 a larger fraction in the funnel never means fewer patients', () => {
    holds((spec) => {
      const [few, many] = [
        run(spec),
        run({ ...spec, groups: spec.groups.map((group) => ({ ...group, fraction: times(group.fraction, 1.1) })) }),
      ];
      many.patients.forEach(({ values }, n) => {
        expect(neverBelow(values, few.patients[n]?.values ?? [])).toBe(true);
      });
      many.eligible.forEach(({ values }, n) => {
        expect(neverBelow(values, few.eligible[n]?.values ?? [])).toBe(true);
      });
    });
  });
  test('28 a larger offset never raises the impact; costs are not negative and offsets not positive', () => {
    holds((spec) => {
      const offset = (price: number) =>
        run({
          ...spec,
          costs: [
            ...spec.costs,
            {
              technology: 'A',
              category: 'Offsets',
              item: 'stay',
              per: 'patient-year',
              price,
              growth: 0,
              payer: PAYERS[0],
            },
          ],
        });
      const [small, large] = [offset(-1), offset(-50.5)];
      expect(neverBelow(small.impact.total, large.impact.total)).toBe(true);
      for (const { category, values } of large.costs)
        for (const value of values)
          expect(category === 'Offsets' ? new D(value).lte(0) : new D(value).gte(0)).toBe(true);
    });
  });
});

describe('time', () => {
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
      expect(new D(paid.impact.discounted).minus(none.impact.discounted).minus('1234.56').abs().lte('1e-25')).toBe(
        true,
      );
    });
  });
});

describe('structure', () => {
  test('57 one technology, one year: people × fraction × share × price', () => {
    holds((spec) => {
      const [group] = spec.groups;
      const [row] = spec.costs;
      const share = spec.with['A']?.[0] ?? 0;
      if (!group || !row) throw new Error('nothing to compute');
      const made = run({ ...noFixed(spec), years: 1, groups: [group], costs: [{ ...row, per: 'patient-year' }] });
      expect(made.impact.total).toEqual([
        canonical(new D(group.count).times(group.fraction).times(share).times(row.price)),
      ]);
      expect(withOf(made.patients, 'A')).toEqual([canonical(new D(group.count).times(group.fraction).times(share))]);
    });
  });
  test('66 a scenario that changes nothing is the base, another is the model as changed, and steps add up', () => {
    holds((spec) => {
      const price = 'Costs/A/All/Acquisition/item 0/Unit cost';
      const people = 'Population/*/Ill/Base';
      const Scenarios = [
        ['Scenario', 'Parameter', 'Op', 'Value'],
        ['Same', price, 'x', 1],
        ['Dearer', price, 'x', 2],
        ['Fewer', people, 'x', 0.5],
        ['Both', price, 'x', 2],
        ['Both', people, 'x', 0.5],
      ] as const;
      const made = results({ ...tablesOf(spec), Scenarios });
      const of = (name: string): readonly string[] =>
        made.scenarios.find(({ scenario }) => scenario === name)?.impact.total ?? [];
      expect(of('Same')).toEqual(made.impact.total);
      expect(of('Dearer')).toEqual(
        impact({
          ...spec,
          costs: spec.costs.map((row) =>
            row.technology === 'A' && row.category === 'Acquisition' ? { ...row, price: times(row.price, 2) } : row,
          ),
        }),
      );
      const steps = [less(of('Dearer'), made.impact.total), less(of('Fewer'), made.impact.total)];
      const interaction = less(less(of('Both'), made.impact.total), summed(steps, spec.years));
      expect(interaction).toEqual(scaled(steps[0] ?? [], '-0.5'));
      expect(added(summed(steps, spec.years), interaction)).toEqual(less(of('Both'), made.impact.total));
    });
  });
});
