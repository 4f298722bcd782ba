/** Structure, by the numbers of the checks: closed forms, scenarios, inputs that move something, units. */
import { D, results, withOf } from '../engine/small';
import {
  added,
  canonical,
  holds,
  impact,
  less,
  noFixed,
  run,
  scaled,
  summed,
  tablesOf,
  times,
  type Spec,
} from './worlds';

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
