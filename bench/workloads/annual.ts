/**
 * BIM-annual written in the graph: 3 subgroups × 5 technologies × 5 years × 8 categories × 2 worlds, 109 inputs,
 * marginal-tier rebate on the new technology. Definition and check values: workloads.md.
 */
import type { Decimal } from 'decimal.js';
import { axis, periodAxis, type Axis } from '../../src/engine/graph/axis';
import {
  cases,
  constant,
  equal,
  first,
  max,
  min,
  one,
  position,
  select,
  sum,
  zero,
  type Expression,
} from '../../src/engine/graph/expression';
import { Model } from '../../src/engine/graph/model';
import type { Quantity } from '../../src/engine/graph/quantity';
import { Exact } from '../../src/engine/readings/decimals';

export interface Annual {
  readonly model: Model;
  readonly impact: Quantity;
  readonly discounted: Quantity;
  readonly totals: Quantity;
  readonly detail: Quantity;
}

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));

export function annualModel(p: readonly number[]): Annual {
  const model = new Model();
  const [world, subgroup, technology, band] = [
    axis('world', ['without', 'with']),
    axis('subgroup', names(3)),
    axis('technology', names(5)),
    axis('band', names(3)),
  ];
  const category = axis('category', [
    'drug',
    'administration',
    'monitoring',
    'adverse events',
    'disease',
    'hospital',
    'testing',
    'rebate',
  ]);
  const year = periodAxis('year', names(5));
  const values = (from: number, count: number): Decimal[] =>
    Array.from({ length: count }, (_, i) => new Exact(p[from + i] ?? 0));
  const data = (name: string, from: number, unit: string, axes: readonly Axis[]): Quantity =>
    model.data(
      name,
      unit,
      axes,
      values(
        from,
        axes.reduce((size, along) => size * along.size, 1),
      ),
    );
  const share = (name: string, from: number): Quantity => data(name, from, '1', [subgroup]);
  const money = (name: string, from: number): Quantity => data(name, from, 'GBP/person', [technology]);
  const start = data('Population at the start', 0, 'person', []);
  const growth = data('Growth', 1, '1', []);
  const rate = data('Discount rate', 2, '1', []);
  const population: Quantity = model.quantity('Population', 'person', [year], () =>
    first(year, start, population.previous(year).times(one.plus(growth))),
  );
  const steps = (['Part', 'Prevalence', 'Diagnosed', 'Suitable', 'Treated part'] as const).map((name, n) =>
    share(name, 3 + 3 * n),
  );
  const funnel = model.quantity('Eligible share', '1', [subgroup], () =>
    steps.reduce<Expression>((product, step) => product.times(step), one),
  );
  const typed = model.data(
    'Uptake typed',
    '1',
    [world, technology, year],
    [0, 1].flatMap((w) => [...values(0, 5).map(() => new Exact(0)), ...values(18 + 20 * w, 20)]),
  );
  const uptake = model.quantity('Uptake', '1', [world, technology, year], () =>
    cases(technology, (k) => (k === 0 ? 'rest' : 'typed'), { rest: one.minus(others), typed }),
  );
  const others = model.quantity('Uptake of the others', '1', [world, year], () => sum(typed, technology));
  const eligible = model.quantity('Eligible', 'person', [subgroup, year], () => population.times(funnel));
  const treated = model.quantity('Treated', 'person', [world, subgroup, technology, year], () =>
    eligible.times(uptake),
  );
  const [list, compliance, dose, stay, severity] = [
    money('Price', 58),
    data('Compliance', 63, '1', [technology]),
    share('Dose', 68),
    money('Hospital', 91),
    share('Severity', 96),
  ];
  const unit = model.quantity('Drug cost each', 'GBP/person', [subgroup, technology], () =>
    list.times(compliance).times(dose),
  );
  const hospital = model.quantity('Hospital cost each', 'GBP/person', [subgroup, technology], () =>
    stay.times(severity),
  );
  const flat: Readonly<Record<string, Quantity>> = {
    administration: money('Administration', 71),
    monitoring: money('Monitoring', 76),
    'adverse events': money('Adverse events', 81),
    disease: money('Disease management', 86),
    testing: money('Testing', 99),
  };
  const volume = model.quantity('Volume', 'person', [world, technology, year], () => sum(treated, subgroup));
  const drug = model.quantity('Drug', 'GBP', [world, technology, year], () => sum(treated.times(unit), subgroup));
  const beyond = model.data('Band from', 'person', [band], [new Exact(0), ...values(104, 2)]);
  const until = model.data('Band to', 'person', [band], [...values(104, 2), new Exact('1e30')]);
  const rates = data('Rebate rate', 106, '1', [band]);
  const rebate = model.quantity('Rebate', 'GBP', [world, technology, year], () => {
    const inBands = sum(max(zero(), min(volume, until).minus(beyond)).times(rates), band);
    const off = select(equal(volume, zero()), zero(), constant(-1).times(drug).times(inBands).over(volume));
    return cases(technology, (k) => (k === 4 ? 'new' : 'other'), { new: off, other: zero() });
  });
  const each = (name: string): Expression => volume.times(flat[name] ?? zero());
  const detail = model.quantity('Cost', 'GBP', [world, category, technology, year], () =>
    cases(category, (c) => category.members[c] ?? '', {
      drug,
      rebate,
      hospital: sum(treated.times(hospital), subgroup),
      administration: each('administration'),
      monitoring: each('monitoring'),
      'adverse events': each('adverse events'),
      disease: each('disease'),
      testing: each('testing'),
    }),
  );
  const totals = model.quantity('Total', 'GBP', [world, year], () => sum(sum(detail, category), technology));
  const impact = model.quantity('Budget impact', 'GBP', [year], () =>
    totals.at(world, 'with').minus(totals.at(world, 'without')),
  );
  const discounted = model.quantity('Discounted', 'GBP', [], () =>
    sum(impact.over(one.plus(rate).power(position(year).minus(one))), year),
  );
  return { model, impact, discounted, totals, detail };
}
