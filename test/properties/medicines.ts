/** Random medicines given by a regimen, and cohorts that are followed, for the properties of doses and of time. */
import { Decimal } from 'decimal.js';
import type { Block, Typed } from '../build/snapshot';
import type { Draw } from '../random/draw';
import { model, small, switching, withOf, type Tables } from '../engine/small';
import { figuresOf } from './worlds';

export interface Medicine {
  readonly dose: number;
  readonly unit: 'mg' | 'mg/kg';
  readonly every: number;
  readonly sharing: 'yes' | 'no';
  readonly adherence: number | null;
  readonly wastage: number | null;
  readonly weight: number;
  readonly spread: number | null;
  readonly packs: readonly { readonly content: number; readonly price: number }[];
}

export const medicineOf = (draw: Draw): Medicine => {
  const unit = draw.of(['mg', 'mg/kg'] as const);
  return {
    unit,
    dose: unit === 'mg' ? draw.whole(20, 400) : draw.decimal(0.5, 6, 1),
    every: draw.of([7, 21, 28]),
    sharing: draw.of(['yes', 'no'] as const),
    adherence: null,
    wastage: null,
    weight: draw.whole(50, 90),
    spread: draw.chance(6) ? draw.whole(5, 15) : null,
    packs: [100, 40].slice(0, draw.whole(1, 2)).map((content) => ({ content, price: draw.decimal(5, 900, 2) })),
  };
};

/** What a thousand people cost who take it for a year, everybody else nothing. */
export const drugCost = (of: Medicine): string => {
  const tables: Tables = {
    Population: [
      ['Subgroup', 'Step', 'Op', 'Base'],
      ['Adults', 'People', 'count', 1000],
    ],
    Prices: [
      ['Item', 'Pack', 'Content', 'Unit', 'List price'],
      ...of.packs.map(({ content, price }): readonly Typed[] => [
        'vial',
        `of ${String(content)}`,
        content,
        'mg',
        price,
      ]),
    ],
    Regimens: [
      ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Adherence', 'Wastage', 'Vial sharing'],
      ['New', 'vial', of.dose, of.unit, of.every, 'day', of.adherence, of.wastage, of.sharing],
    ],
    Patients: [
      ['Subgroup', 'Weight', 'Weight SD'],
      ['All', of.weight, of.spread],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Price item'],
      ['New', 'Acquisition', 'vial', 'patient-year', 'vial'],
    ],
  };
  return figuresOf(small(tables)).impact.total[0] ?? '';
};

const Wide = Decimal.clone({ precision: 60 });
/** Whether a figure is at least another, but for what a division loses. */
export const atLeast = (a: string, b: string): boolean => new Wide(a).plus(new Wide(b).times('1e-30')).gte(b);

/** A cohort by year: who starts, who is there, and what they cost at a price of 10. */
export interface Followed {
  readonly starts: readonly string[];
  readonly patients: readonly string[];
  readonly cost: readonly string[];
}

/** The same people, followed with any persistence. */
export const followed = (
  draw: Draw | number,
  years: number,
  stream: 'incident' | 'bolus' = 'incident',
  setting: readonly string[] = [],
): ((persistence: Readonly<Record<string, Typed>>) => Followed) => {
  const counts =
    typeof draw === 'number'
      ? Array.from({ length: years }, (_, n) => draw + 7 * n)
      : Array.from({ length: years }, () => draw.whole(100, 9999));
  return (persistence) => {
    const Population: Block = [
      ['Subgroup', 'Step', 'Op', 'Stream', ...counts.map((_, n) => String(2026 + n))],
      ['Adults', 'People', 'count', stream, ...counts],
    ];
    const Technologies: Block = [
      ['Technology', 'Role', 'Accounting', ...Object.keys(persistence)],
      ['New', 'new', 'cohort', ...Object.values(persistence)],
      ['Old', 'current', 'stock', ...Object.keys(persistence).map(() => null)],
    ];
    const Costs: Block = [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['New', 'Acquisition', 'drug', 'patient-year', 10],
    ];
    const made = figuresOf(
      small({
        Model: model(years, ...(setting.length > 0 ? [setting] : [])),
        Population,
        Technologies,
        Uptake: switching(...counts.map(() => 1)),
        Costs,
      }),
    );
    return { starts: withOf(made.starts, 'New'), patients: withOf(made.patients, 'New'), cost: made.impact.total };
  };
};
