/**
 * Costs: people × quantity × unit cost, line by line of the ledger. Every table of results is a sum over these lines.
 * Sullivan et al., Value in Health 2014;17:5–14; workbook contract, BIM_Costs.
 */
import { blanksIn } from '../given';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, min, one, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Cohorts } from './cohorts';
import { dosing, type Dosing } from './dosing';
import { fromTheStart, linesOf, type Line } from './lines';
import type { Patients } from './patients';
import type { Population } from './population';
import { prices, type Prices } from './prices';
import { seriesByYear } from './series';
import { distinct, sameName, type Structure } from './structure';
import { volumes, type Volumes } from './volumes';
import { chargedPeople } from './charged-people';

export interface Costs {
  readonly line: Axis;
  readonly lines: readonly Line[];
  readonly prices: Prices;
  readonly dosing: Dosing;
  /** People (or 1) that a line is charged for. [line, year] */
  readonly people: Quantity;
  /** What one of them costs in the year. [line, year], money */
  readonly each: Quantity;
  /** People × cost each + loading doses, before agreements. [line, year], money */
  readonly gross: Quantity;
  /** Units, scripts, doses and starters of each line. */
  readonly volume: Volumes;
}

/** What a line's cost for each person comes from. */
type Pricing = 'unit cost' | 'price' | 'regimen';

export function costs(
  model: Model,
  structure: Structure,
  people: Population,
  patients: Patients,
  cohort: Cohorts | null,
  growing: Quantity,
): Costs {
  const { year, baseline, assumptions, world, subgroup, technology, arm, arms } = structure;
  const lines = linesOf(structure);
  const line = axis('line', distinct(lines.map((at) => lineName(structure, at))));
  line.belongsTo(
    world,
    lines.map((at) => at.world),
  );
  line.belongsTo(
    subgroup,
    lines.map((at) => at.subgroup),
  );
  line.belongsTo(
    technology,
    lines.map((at) => at.technology),
  );
  line.belongsTo(
    arm,
    lines.map((at) => at.arm),
  );
  const row = axis(
    'cost row',
    distinct(
      assumptions.costs.map((at) => [at.technology, at.subgroup, at.category, at.item].filter(Boolean).join(' · ')),
    ),
  );
  line.belongsTo(
    row,
    lines.map((at) => at.row),
  );
  const money = assumptions.model.currency;
  const unitCost = seriesByYear(
    model,
    {
      name: 'Unit cost',
      unit: money,
      rows: row,
      series: assumptions.costs.map((at) => at.unitCost),
      source: 'workbook contract, BIM_Costs',
    },
    year,
    growing,
    baseline,
  );
  const price = prices(model, structure, growing);
  const doses = dosing(model, structure, price);
  const quantity = model.input(
    'Quantity',
    '1',
    [row],
    assumptions.costs.map((at) => at.quantity),
    new Exact(1),
    {},
    // Where a price item may have a regimen, a quantity that is typed changes what is bought.
    blanksIn(assumptions.costs, 'Quantity').map((at, n) => (assumptions.costs[n]?.priceItem === '' ? at : null)),
  );
  const regimenOf = (at: Line, named: string): number =>
    at.technology < 0 || named === '' ? -1 : doses.useOf(technology.members[at.technology] ?? '', named, at.subgroup);
  // How often: the regimen of the Item for rows per dose. What is bought each time: the regimen of the Price item.
  const often = lines.map((at) => regimenOf(at, at.cost.per === 'dose' ? at.cost.item : at.cost.priceItem));
  const bought = lines.map((at) => regimenOf(at, at.cost.priceItem));
  const regimen = link('regimen of the line', line, doses.use, often);
  const use = link('regimen of the price item', line, doses.use, bought);
  const kindOf = (member: number): Pricing => pricingOf(lines[member], bought[member] ?? -1);
  const repeat = (member: number): string => repeats(lines[member], often[member] ?? -1, kindOf(member));
  // A cohort has its course once: each treatment year what falls in it. In stock each patient of the year has all of it.
  const runs = (member: number): boolean =>
    repeat(member) === 'doses' &&
    doses.isCourse(often[member] ?? -1) &&
    arms[lines[member]?.arm ?? -1]?.accounting === 'cohort';
  const { people: charged, dosed } = chargedPeople(model, structure, { line, lines, row }, people, patients, cohort, {
    runs,
    months: doses.months.via(regimen),
  });
  const item = model.quantity('Price of the item', money, [row, year], () => itemPrice(structure, price, row), {
    source: 'workbook contract, BIM_Prices',
  });
  const perYear = model.quantity(
    'Administrations a year',
    '1',
    [line],
    () =>
      cases(line, (member) => (runs(member) ? 'course' : repeat(member)), {
        course: doses.wholeYear.via(regimen),
        doses: doses.dosesPerYear.via(regimen),
        months: constant(12),
        once: one,
      }),
    { source: 'workbook contract, BIM_Costs Per' },
  );
  const administration = model.quantity(
    'Cost of an administration',
    money,
    [line, year],
    () =>
      cases(line, kindOf, {
        'unit cost': quantity.times(unitCost),
        price: quantity.times(item),
        regimen: doses.dose.via(use).plus(doses.dispensing.via(use)),
      }),
    { source: 'workbook contract, BIM_Costs' },
  );
  const each = model.quantity('Cost each', money, [line, year], () => administration.times(perYear), {
    source: 'workbook contract, BIM_Costs',
  });
  const loads = (member: number): boolean => hasLoading(structure, lines[member], often[member] ?? -1, kindOf(member));
  const extra = model.quantity(
    'Cost of loading doses',
    money,
    [line, year],
    () =>
      cases(line, (member) => (loads(member) ? 'loading' : 'none'), {
        loading: patients.starting.times(doses.loading.via(regimen)).times(administration).over(constant(1, 'person')),
        none: zero(),
      }),
    { source: 'workbook contract, BIM_Regimens Loading doses' },
  );
  const person = constant(1, 'person');
  const gross = model.quantity('Gross cost', money, [line, year], () => dosed.times(each).over(person).plus(extra), {
    source: 'Sullivan 2014',
  });
  const volume = volumes(model, year, {
    line,
    isRegimen: (member) => kindOf(member) === 'regimen',
    loads,
    begins: lines.map(({ arm, cost }) => arm >= 0 && fromTheStart(cost)),
    people: dosed,
    perYear,
    firstYear: cases(line, repeat, { doses: doses.dosesPerYear.via(regimen), months: constant(12), once: one }),
    quantity,
    starting: patients.starting,
    dosing: doses,
    regimen,
    use,
  });
  return { line, lines, prices: price, dosing: doses, people: charged, each, gross, volume };
}

function lineName(structure: Structure, at: Line): string {
  const { world, subgroup, technology } = structure;
  return [
    world.members[at.world],
    technology.members[at.technology],
    subgroup.members[at.subgroup],
    at.cost.category,
    at.cost.item,
  ]
    .filter(Boolean)
    .join(' · ');
}

function pricingOf(line: Line | undefined, use: number): Pricing {
  if (!line || line.cost.priceItem === '') return 'unit cost';
  return line.cost.quantity === null && use >= 0 ? 'regimen' : 'price';
}

/** How often a year a line is charged for each person: by the doses of its regimen (a month has its part), by months, or once. */
function repeats(line: Line | undefined, use: number, kind: Pricing): string {
  if (kind === 'regimen') return 'doses';
  if (line?.cost.per === 'month') return 'months';
  return line?.cost.per === 'dose' && use >= 0 ? 'doses' : 'once';
}

/** Loading doses are charged to those who start, on rows that follow the regimen's doses. */
function hasLoading(structure: Structure, line: Line | undefined, use: number, kind: Pricing): boolean {
  if (
    !line ||
    !fromTheStart(line.cost) ||
    line.arm < 0 ||
    (line.cost.per !== 'dose' && !(kind === 'regimen' && ['patient-year', 'month'].includes(line.cost.per)))
  )
    return false;
  const regimen = Math.floor(use / Math.max(1, structure.subgroup.size));
  return Boolean(structure.assumptions.regimens[regimen]?.loadingDoses);
}

/** Price and fees of one unit of an item; the cheapest pack where there are several. */
function itemPrice(structure: Structure, price: Prices, row: Axis): Expression {
  const packs = structure.assumptions.costs.map((at) =>
    price.rows.flatMap((pack, index) => (sameName(pack.item, at.priceItem) ? [index] : [])),
  );
  const most = Math.max(0, ...packs.map((list) => list.length));
  const paid = (place: number): Expression => {
    const via: Link = link(
      `pack ${String(place + 1)} of the item`,
      row,
      price.pack,
      packs.map((list) => list[place] ?? -1),
    );
    return price.paid.via(via).plus(price.fee.via(via)).plus(price.dispensingFee.via(via));
  };
  const branches = Array.from(
    { length: most + 1 },
    (_, count) =>
      [
        String(count),
        count === 0 ? zero() : min(...Array.from({ length: count }, (__, place) => paid(place))),
      ] as const,
  );
  return cases(row, (member) => String(packs[member]?.length ?? 0), Object.fromEntries(branches));
}
