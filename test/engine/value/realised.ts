/** Value realisation of a small workbook: one subgroup of 120 new people a year, who are all to have N instead of C. */
import { assess } from '../../../src/assess';
import type { Realisation } from '../../../src/engine/realisation-results';
import { modelWith, type Block } from '../../build/snapshot';

export type Tables = Readonly<Record<string, Block | null>>;

export const SMALL: Tables = {
  Model: [
    ['Setting', 'Value'],
    ['First year', 2026],
    ['Years', 2],
    ['Step', 'month'],
  ],
  Population: [
    ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
    ['Adults', 'New', 'count', 'incident', 120],
  ],
  Technologies: [
    ['Technology', 'Role', 'Accounting'],
    ['N', 'new', 'cohort'],
    ['C', 'current', 'cohort'],
  ],
  Uptake: [
    ['World', 'Subgroup', 'Technology', '2026'],
    ['without', 'All', 'C', 1],
    ['with', 'All', 'N', 1],
  ],
  Prices: null,
  Costs: [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
    ['N', 'Acquisition', 'n', 'patient-year', 1200],
    ['C', 'Acquisition', 'c', 'patient-year', 600],
  ],
};

/** The realisation of the small workbook with other tables in place of its own. */
export function realised(tables: Tables): Realisation {
  const { results, findings } = assess(modelWith({ ...SMALL, ...tables }));
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (!results?.realisation) throw new Error(errors.join('\n') || 'no realisation');
  return results.realisation;
}

/** Figures of the first row of a list that fits. */
export const numbers = <Row extends { readonly values: readonly string[] }>(
  list: readonly Row[],
  keys?: Readonly<Partial<Record<Exclude<keyof Row, 'values'>, string>>>,
): readonly number[] => {
  const wanted = new Map<string, unknown>(Object.entries(keys ?? {}));
  const fits = (row: Row): boolean => Object.entries(row).every(([key, name]) => (wanted.get(key) ?? name) === name);
  return (list.find(fits)?.values ?? []).map(Number);
};

/** One pool of places, `each` for a start. */
export const places = (available: number, each = 1): Block => [
  ['Resource', 'Kind', 'Available', 'Per start'],
  ['Places', 'service', available, each],
];
