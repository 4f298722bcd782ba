/**
 * BIM-ref written in the graph: 6 subgroups × 5 technologies × 60 months → 5 years × 8 categories × 2 worlds, with
 * persistence, a marginal tier and a cliff tier. The curve is data. Definition and check values: workloads.md.
 */
import type { Decimal } from 'decimal.js';
import { axis, link, periodAxis, type Axis } from '../../src/engine/graph/axis';
import {
  atMost,
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

export interface Reference {
  readonly model: Model;
  readonly impact: Quantity;
  readonly discounted: Quantity;
  readonly totals: Quantity;
}

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));
const MONTHS = 60;
const YEARS = 5;

/** Axes of the model. `lag`: months from a start to the first month of a year; below 0 the start is within it. */
function axesOf() {
  const [year, month] = [periodAxis('year', names(YEARS)), periodAxis('month', names(MONTHS))];
  month.belongsTo(
    year,
    month.members.map((_, m) => Math.floor(m / 12)),
  );
  return {
    world: axis('world', ['without', 'with']),
    subgroup: axis('subgroup', names(6)),
    technology: axis('technology', names(5)),
    category: axis('category', [
      'drug',
      'administration',
      'monitoring',
      'events',
      'start',
      'disease',
      'offset',
      'rebate',
    ]),
    band: axis('band', names(4)),
    point: periodAxis('year point', names(YEARS + 1)),
    age: periodAxis('age', names(MONTHS)),
    sum: periodAxis('months summed', names(MONTHS + 1)),
    year,
    month,
  };
}

/** Writes the model; `p` the inputs, `curve` the persistence of each technology at each age. */
export function referenceModel(p: readonly number[], curve: readonly number[]): Reference {
  const model = new Model();
  const at = axesOf();
  const { world, subgroup, technology, category, year } = at;
  const values = (from: number, count: number): Decimal[] =>
    Array.from({ length: count }, (_, i) => new Exact(p[from + i] ?? 0));
  const data = (name: string, from: number, unit: string, ...axes: readonly Axis[]): Quantity =>
    model.data(
      name,
      unit,
      axes,
      values(
        from,
        axes.reduce((size, along) => size * along.size, 1),
      ),
    );
  const patients = volumes(model, at, data, curve);
  const { onTreatment, starters } = patients;
  const [list, index] = [data('Price', 109, 'GBP', technology), data('Price index', 114, '1', technology)];
  const price = model.quantity('Price of the year', 'GBP', [technology, year], () =>
    list.times(one.plus(index).power(position(year).minus(one))),
  );
  const overPatients = (name: string, each: () => Expression): Quantity =>
    model.quantity(name, 'GBP', [world, technology, year], () => sum(onTreatment.times(each()), subgroup));
  const [dose, severity, event, disease, offset] = [
    data('Dose', 119, '1', subgroup, technology),
    data('Severity', 174, '1', subgroup),
    data('Event cost', 185, 'GBP', subgroup),
    data('Disease management', 169, 'GBP', technology),
    data('Offset rate', 180, '1', technology),
  ];
  const drug = overPatients('Drug', () => dose.times(price));
  const volume = model.quantity('Volume', 'person', [world, technology, year], () => sum(onTreatment, subgroup));
  const started = model.quantity('Started', 'person', [world, technology, year], () => sum(starters, subgroup));
  const rebate = rebateOf(model, at, { drug, volume, values });
  const each = (of: Quantity, name: string, from: number): Expression => of.times(data(name, from, 'GBP', technology));
  const flat = {
    administration: each(volume, 'Administration', 149),
    monitoring: each(volume, 'Monitoring', 154),
    events: each(started, 'Adverse events', 159),
    start: each(started, 'Initiation', 164),
  };
  const detail = model.quantity('Cost', 'GBP', [world, year, technology, category], () =>
    cases(category, (c) => category.members[c] ?? '', {
      drug,
      ...flat,
      disease: sum(onTreatment.times(disease).times(severity), subgroup),
      offset: constant(-1).times(sum(onTreatment.times(offset).times(event), subgroup)),
      rebate,
    }),
  );
  return { model, ...totalsOf(model, at, detail, data('Discount rate', 2, '1')) };
}

type At = ReturnType<typeof axesOf>;
type Data = (name: string, from: number, unit: string, ...axes: readonly Axis[]) => Quantity;

/** Patient-months and starters of each year, by prefix sums of the curve. */
function volumes(model: Model, at: At, data: Data, curve: readonly number[]) {
  const { world, subgroup, technology, year, month, point, age } = at;
  const [pop, growth] = [data('Population at the start', 0, 'person'), data('Growth', 1, '1')];
  const population: Quantity = model.quantity('Population', 'person', [month], () =>
    first(month, pop, population.previous(month).times(one.plus(growth))),
  );
  const [part, incidence, prevalence, ...steps] = [3, 9, 15, 21, 27, 33].map((from) =>
    data(`Input ${String(from)}`, from, '1', subgroup),
  );
  if (!part || !incidence || !prevalence) throw new Error('the funnel is not whole');
  const base = model.quantity('Base', '1', [subgroup], () =>
    steps.reduce<Expression>((all, step) => all.times(step), part),
  );
  const arising = model.quantity('Arising', 'person', [subgroup, month], () => population.times(base.times(incidence)));
  const prevalent = model.quantity('Prevalent', 'person', [subgroup], () => pop.times(base).times(prevalence));
  const typed = data('Uptake typed', 39, '1', subgroup, point);
  const [from, to] = [0, 1].map((ahead) =>
    link(
      `year point ${String(ahead)}`,
      month,
      point,
      month.members.map((_, m) => Math.floor(m / 12) + ahead),
    ),
  );
  if (!from || !to) throw new Error('no year points');
  const fraction = model.data(
    'Fraction of the year',
    '1',
    [month],
    month.members.map((_, m) => new Exact(m % 12).div(12)),
  );
  const uptake = model.quantity('Uptake', '1', [subgroup, month], () =>
    typed.via(from).plus(typed.via(to).minus(typed.via(from)).times(fraction)),
  );
  const shares = data('Base shares', 75, '1', subgroup, axis('older', names(4)));
  const older = shares.block.axes[1];
  if (!older) throw new Error('no shares');
  technology.belongsTo(older, [0, 1, 2, 3, -1]);
  const share = model.quantity('Share', '1', [world, subgroup, technology, month], () =>
    cases(world, (w) => (w === 0 ? 'without' : 'with'), {
      without: cases(technology, (k) => (k === 4 ? 'new' : 'old'), { new: zero(), old: shares }),
      with: cases(technology, (k) => (k === 4 ? 'new' : 'old'), { new: uptake, old: shares.times(one.minus(uptake)) }),
    }),
  );
  const starting = model.quantity('Starting', 'person', [world, subgroup, technology, month], () =>
    arising.times(share),
  );
  const starters = model.quantity('Starters', 'person', [world, subgroup, technology, year], () =>
    sum(starting, month, year),
  );
  const persistence = model.data(
    'Persistence',
    '1',
    [technology, age],
    curve.map((value) => new Exact(value)),
  );
  const summed = model.quantity('Persistence summed', '1', [technology, at.sum], () =>
    first(
      at.sum,
      zero(),
      summed.previous(at.sum).plus(
        persistence.via(
          link(
            'age',
            at.sum,
            age,
            at.sum.members.map((_, n) => n - 1),
          ),
        ),
      ),
    ),
  );
  const inYear = inYearOf(model, at, summed);
  const bolus = model.quantity('Bolus', 'person', [world, subgroup, technology], () =>
    prevalent.times(share.at(month, '0')),
  );
  const onTreatment = model.quantity('On treatment', 'person', [world, subgroup, technology, year], () =>
    cases(year, (y) => String(y), Object.fromEntries(year.members.map((name, y) => [name, yearOf(y)]))),
  );
  const yearOf = (y: number): Expression => {
    const within = axis(`starts up to year ${String(y)}`, names(12 * (y + 1)));
    const lag = link(
      `lag ${String(y)}`,
      within,
      at.sum,
      within.members.map((_, j) => Math.max(0, 12 * y - j)),
    );
    const end = link(
      `end ${String(y)}`,
      within,
      at.sum,
      within.members.map((_, j) => 12 * y + 12 - j),
    );
    const monthOf = link(
      `month ${String(y)}`,
      within,
      month,
      within.members.map((_, j) => j),
    );
    const gained = model.quantity(`Patient-months of a start, year ${String(y)}`, '1', [technology, within], () =>
      summed.via(end).minus(summed.via(lag)),
    );
    return bolus.times(inYear).plus(sum(starting.via(monthOf).times(gained), within));
  };
  return { onTreatment, starters };
}

/** Patient-months in a year of somebody who starts in the first month. */
function inYearOf(model: Model, { technology, year, sum: summedOver }: At, summed: Quantity): Quantity {
  const edge = (ahead: number) =>
    link(
      `end of year ${String(ahead)}`,
      year,
      summedOver,
      year.members.map((_, y) => 12 * (y + ahead)),
    );
  return model.quantity('Patient-months of the first start', '1', [technology, year], () =>
    summed.via(edge(1)).minus(summed.via(edge(0))),
  );
}

interface Rebated {
  readonly drug: Quantity;
  readonly volume: Quantity;
  readonly values: (from: number, count: number) => Decimal[];
}

/** Marginal tiers for the new technology, a cliff for the fourth. */
function rebateOf(model: Model, { world, technology, year, band }: At, { drug, volume, values }: Rebated): Quantity {
  const [none, endless] = [new Exact(0), new Exact('1e30')];
  const tier = (name: string, unit: string, figures: readonly Decimal[]): Quantity =>
    model.data(name, unit, [band], figures);
  const [beyond, until, marginal] = [
    tier('Band from', 'person', [none, ...values(191, 3)]),
    tier('Band to', 'person', [...values(191, 3), endless]),
    tier('Rate in the band', '1', values(194, 4)),
  ];
  const [cliff, next, flat] = [
    tier('Cliff from', 'person', [none, ...values(198, 3)]),
    tier('Cliff to', 'person', [...values(198, 3), endless]),
    tier('Rate from the cliff', '1', values(201, 4)),
  ];
  return model.quantity('Rebate', 'GBP', [world, technology, year], () => {
    const inBands = sum(max(zero(), min(volume, until).minus(beyond)).times(marginal), band);
    const here = select(atMost(cliff, volume), select(atMost(next, volume), zero(), flat), zero());
    return cases(technology, (k) => (k === 4 ? 'marginal' : k === 3 ? 'cliff' : 'none'), {
      marginal: select(equal(volume, zero()), zero(), constant(-1).times(drug).times(inBands).over(volume)),
      cliff: constant(-1).times(sum(here, band)).times(drug),
      none: zero(),
    });
  });
}

function totalsOf(model: Model, { world, year, technology, category }: At, detail: Quantity, rate: Quantity) {
  const totals = model.quantity('Total', 'GBP', [world, year], () => sum(sum(detail, category), technology));
  const impact = model.quantity('Budget impact', 'GBP', [year], () =>
    totals.at(world, 'with').minus(totals.at(world, 'without')),
  );
  const discounted = model.quantity('Discounted', 'GBP', [], () =>
    sum(impact.over(one.plus(rate).power(position(year).minus(one))), year),
  );
  return { totals, impact, discounted };
}
