/** Ledger lines, and which rows of BIM_Costs make them. */
import { covers, isAll, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { inWorld, seriesAt } from './model';
import type { Model, World, Years } from './model';
import { priceAt, unitPrice } from './prices';

/** What agreements need to know of a line, by time. */
export interface Volume {
  /** Packs, else Quantity × people, else people. */
  readonly units: Years;
  /** Of these, the units of starters in their first year. */
  readonly startUnits: Years;
  readonly people: Years;
  /** Everybody on the technology, whatever part of them the row charges. */
  readonly patients: Years;
  readonly starts: Years;
  /** Doses of a patient-year, and those added at the start. */
  readonly doses: Num;
  readonly loading: Num;
  readonly cohort: boolean;
}
export interface LedgerLine {
  readonly world: World;
  readonly subgroup: string;
  readonly technology: string;
  readonly category: string;
  readonly payer: string;
  readonly amounts: Years;
  readonly volume: Volume | null;
}

const KEYS = ['Technology', 'Subgroup', 'World'] as const;
/** Whether row `a` stands in place of row `b`: all other keys the same, and `a` names more. */
export const standsFor = (a: Line, b: Line): boolean => {
  const others = ['Category', 'Item', 'Treatment year'];
  if (!others.every((header) => same(text(a, header), text(b, header)))) return false;
  const named = KEYS.map((header) => [isAll(text(a, header)), isAll(text(b, header))] as const);
  return named.every(([x, y]) => !x || y) && named.some(([x, y]) => !x && y);
};

/** Rows of BIM_Costs that hold for one world, subgroup and technology. */
export const rowsFor = (rows: readonly Line[], world: World, subgroup: string, technology: string): Line[] => {
  const holding = rows.filter(
    (row) =>
      inWorld(row, world) && covers(text(row, 'Subgroup'), subgroup) && covers(text(row, 'Technology'), technology),
  );
  return holding.filter((row) => !holding.some((other) => standsFor(other, row)));
};

export const perOf = (row: Line): string => word(row, 'Per', 'patient-year');
export const nameOf = (row: Line, header: string): string => (isAll(text(row, header)) ? '' : text(row, header));
export const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;

/** Unit cost as typed, else the price of the item. */
export const unitCost = (model: Model, row: Line, t: number): Num => {
  const typed = seriesAt(model, row, 'Unit cost', t);
  if (typed !== null) return typed;
  const item = text(row, 'Price item');
  if (item === '') throw new Refused(`${text(row, 'Category')} ${text(row, 'Item')}: neither Unit cost nor Price item`);
  return unitPrice(priceAt(model, item, t));
};
