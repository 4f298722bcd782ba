/**
 * Dosing: what one administration needs, how many there are in a year, and what each costs: by content where vials
 * are shared, else by the cheapest whole packs that cover the dose, averaged over the patients' weights.
 * Workbook contract, BIM_Regimens and BIM_Patients.
 */
import type { BodyRow, Given } from '../assumptions';
import { blanksIn } from '../given';
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, min, one } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { dosePacks } from './packs';
import type { Prices } from './prices';
import { bodyMeasure, type Use } from './regimen';
import { distinct, isAll, sameName, type Structure } from './structure';

export interface Dosing {
  /** Regimen rows by subgroup. */
  readonly use: Axis;
  /** Index on `use`; -1 where the technology has no such item. */
  readonly useOf: (technology: string, item: string, subgroup: number) => number;
  /** Cost of one administration, after adherence and wastage. [use, year], money */
  readonly dose: Quantity;
  /** Packs bought for one administration, after adherence and wastage. [use, year] */
  readonly units: Quantity;
  /** Fees of one dispensing. [use] */
  readonly dispensing: Quantity;
  /** Administrations a year: of a whole one, and of one in which a course ends. [use] */
  readonly wholeYear: Quantity;
  readonly dosesPerYear: Quantity;
  /** How long a course lasts, months (12 where it lasts). [use] */
  readonly months: Quantity;
  readonly isCourse: (use: number) => boolean;
  /** Extra administrations of each starter. [use] */
  readonly loading: Quantity;
}

function usesOf(structure: Structure): readonly Use[] {
  const { assumptions, subgroup } = structure;
  const bodyOf = (name: string): BodyRow | null =>
    assumptions.bodies.find((row) => sameName(row.subgroup, name)) ??
    assumptions.bodies.find((row) => isAll(row.subgroup)) ??
    null;
  return assumptions.regimens.flatMap((regimen) =>
    subgroup.members.map((name, index): Use => ({ regimen, body: bodyOf(name), subgroup: index })),
  );
}

export function dosing(model: Model, structure: Structure, prices: Prices): Dosing {
  const { assumptions, subgroup, year } = structure;
  const uses = usesOf(structure);
  const use = axis(
    'regimen',
    distinct(
      uses.map((at) => `${at.regimen.technology} · ${at.regimen.item} · ${subgroup.members[at.subgroup] ?? ''}`),
    ),
  );
  const give = (name: string, unit: string, blank: number, of: (at: Use) => Given | null, label = ''): Quantity => {
    const rows = uses.map((at) => at.regimen);
    return model.input(name, unit, [use], uses.map(of), new Exact(blank), {}, blanksIn(rows, label));
  };
  const perDose = give('Dose', '1', 0, (at) => at.regimen.dose);
  const cap = give('Highest dose', '1', 0, (at) => at.regimen.maxDose);
  const body = give('Body weight or surface', '1', 1, (at) => measured(at)[0]);
  const spread = give('SD of body weight or surface', '1', 0, (at) => measured(at)[1]);
  const needed = model.quantity(
    'Dose needed',
    '1',
    [use],
    () => {
      const free = perDose.times(body);
      return cases(use, (at) => (uses[at]?.regimen.maxDose ? 'capped' : 'free'), { capped: min(free, cap), free });
    },
    { source: 'workbook contract, BIM_Regimens' },
  );
  const packsOf = uses.map((at) =>
    prices.rows.flatMap((row, index) => (sameName(row.item, at.regimen.item) ? [index] : [])),
  );
  const made = dosePacks(model, structure, prices, use, uses, packsOf, { needed, perDose, body, spread, cap });
  const adherence = give('Adherence', '1', 1, (at) => at.regimen.adherence, 'Adherence');
  const wastage = give('Wastage', '1', 0, (at) => at.regimen.wastage, 'Wastage');
  const source = 'workbook contract, BIM_Regimens';
  const money = assumptions.model.currency;
  const dose = model.quantity(
    'Cost of a dose',
    money,
    [use, year],
    () => made.cost.times(adherence).over(one.minus(wastage)),
    { source },
  );
  const units = model.quantity(
    'Packs bought for a dose',
    '1',
    [use, year],
    () => made.packs.times(adherence).over(one.minus(wastage)),
    { source },
  );
  const dispensing = model.quantity(
    'Fees of a dispensing',
    money,
    [use],
    () => {
      const firstPack = link(
        'pack of the item',
        use,
        prices.pack,
        packsOf.map((list) => list.find((pack) => prices.rows[pack]?.feePer === 'dispensing') ?? -1),
      );
      return cases(use, (at) => ((firstPack.map[at] ?? -1) < 0 ? 'none' : 'fee'), {
        none: constant(0, money),
        fee: prices.dispensingFee.via(firstPack),
      });
    },
    { source },
  );
  const { wholeYear, dosesPerYear, months } = frequency(model, structure, use, uses, give);
  const loading = give('Loading doses', '1', 0, (at) => at.regimen.loadingDoses);
  const useOf = (technology: string, item: string, at: number): number => {
    const find = (fits: (named: string) => boolean): number =>
      uses.findIndex(
        ({ regimen, subgroup: of }) => of === at && fits(regimen.technology) && sameName(regimen.item, item),
      );
    const own = find((named) => sameName(named, technology));
    return own >= 0 ? own : find(isAll);
  };
  const isCourse = (at: number): boolean => Boolean(uses[at]?.regimen.durationMonths);
  return { use, useOf, isCourse, dose, units, dispensing, wholeYear, dosesPerYear, months, loading };
}

/** What a dose is given by, weight or surface, and how far people differ in it. */
function measured({ regimen, body }: Use): readonly [mean: Given | null, sd: Given | null] {
  switch (bodyMeasure(regimen.doseUnit)) {
    case 'weight':
      return [body?.weight ?? null, body?.weightSd ?? null];
    case 'surface':
      return [body?.bsa ?? null, body?.bsaSd ?? null];
    case 'none':
      return [null, null];
  }
}

/** Administrations a year: days in the year ÷ interval (a week is 7 days), 12 ÷ months, 1 ÷ years; part of it for a course, a whole one at most. */
function frequency(
  model: Model,
  structure: Structure,
  use: Axis,
  uses: readonly Use[],
  give: (name: string, unit: string, blank: number, of: (at: Use) => Given | null) => Quantity,
): Pick<Dosing, 'wholeYear' | 'dosesPerYear' | 'months'> {
  const every = give('Interval', '1', 1, (at) => at.regimen.every);
  const months = give('Course, months', '1', 12, (at) => at.regimen.durationMonths);
  const days = model.input('Days in year', '1', [], [structure.assumptions.model.daysInYear], new Exact('365.25'));
  const source = 'workbook contract, BIM_Regimens';
  const wholeYear = model.quantity(
    'Doses of a whole year',
    '1',
    [use],
    () =>
      cases(use, (at) => uses[at]?.regimen.everyUnit ?? 'day', {
        day: days.over(every),
        week: days.over(constant(7).times(every)),
        month: constant(12).over(every),
        year: one.over(every),
      }),
    { source },
  );
  const dosesPerYear = model.quantity(
    'Doses a year',
    '1',
    [use],
    () =>
      cases(use, (at) => (uses[at]?.regimen.durationMonths ? 'course' : 'lasting'), {
        course: wholeYear.times(min(constant(12), months)).over(constant(12)),
        lasting: wholeYear,
      }),
    { source },
  );
  return { wholeYear, dosesPerYear, months };
}
