/** What may not leave: the numbers of rows marked Confidential, and the net prices that they make. */
import type { Decimal } from 'decimal.js';
import { years, valuesOf, type Run } from '../engine/figures';
import type { Place } from '../engine/finding';
import type { Quantity } from '../engine/graph/quantity';
import { Exact } from '../engine/readings/decimals';
import { rowsOf, textOf, type Entries, type Entry } from '../inputs/entry';
import { agreements } from '../inputs/tables/agreements';
import { horizon } from '../inputs/tables/horizon';
import { prices } from '../inputs/tables/prices';

/** One confidential row: the columns that go, and the numbers that must not be found again. */
export interface Secret {
  readonly name: string;
  readonly at: Place;
  readonly entry: Entry;
  /** Headers of the columns that are left blank; null: the whole row is left out. */
  readonly columns: readonly string[] | null;
  /** True where the list price is itself what is kept: without it no figures can be shown. */
  readonly listPrice: boolean;
  /** Rates as fractions. */
  readonly rates: readonly Decimal[];
  /** Amounts of money. */
  readonly amounts: readonly Decimal[];
}

const isMarked = (entry: Entry): boolean =>
  [...entry.cells].some(([label, cell]) => label === 'Confidential' && cell.kind === 'text' && /^y/i.test(cell.text));

const number = (entry: Entry, label: string): Decimal | null => {
  const cell = entry.cells.get(label);
  return cell?.kind === 'number' && !cell.given.value.isZero() ? cell.given.value : null;
};

const numbers = (entry: Entry): readonly Decimal[] => [
  ...[...entry.cells.values()].flatMap((cell) => (cell.kind === 'number' ? [cell.given.value] : [])),
  ...entry.years.flatMap(({ cell }) => (cell.kind === 'number' ? [cell.given.value] : [])),
];

/** What is taken off a list price. */
const OFF = ['Discount', 'Rebate'] as const;

function priceSecret(entry: Entry, run: Run | null): Secret {
  const rates = OFF.flatMap((label) => number(entry, label) ?? []);
  const listPrice = rates.length === 0;
  const own =
    run?.of.costs.prices.rows.findIndex((row) => row.address === entry.address && row.at.cell === entry.at.cell) ?? -1;
  const built = run?.of.costs.prices;
  const of = (quantity: Quantity): readonly Decimal[] =>
    run && own >= 0 ? valuesOf(run, quantity, [own], years(run)) : [];
  // What is paid, and what is taken off: by year, since a list price may grow.
  const [paid, factory, list, rebate] = built ? [built.paid, built.exFactory, built.list, built.rebate].map(of) : [];
  const off = (list ?? []).map((value, n) => value.minus(factory?.[n] ?? value));
  const net = [...(paid ?? []), ...(factory ?? []), ...(rebate ?? []), ...off];
  // Discount and rebate in one: what is taken off the list price together.
  const together = OFF.map((label) => new Exact(1).minus(number(entry, label) ?? 0)).reduce((a, b) => a.times(b));
  return {
    name: `price of ${textOf(entry, prices.address[0] ?? prices.fields[0] ?? NO_FIELD)}`,
    at: entry.at,
    entry,
    columns: listPrice ? null : OFF,
    listPrice,
    rates: rates.length > 1 ? [...rates, new Exact(1).minus(together)] : rates,
    amounts: listPrice ? [...numbers(entry), ...net] : net,
  };
}

const NO_FIELD = { kind: 'text', label: '', doc: '', example: '' } as const;

/** Rates lie between 0 and 1; what is larger is money or a count. */
const whole =
  (name: string) =>
  (entry: Entry): Secret => {
    const all = numbers(entry);
    return {
      name: `${name} ${entry.address.split('/')[1] ?? ''}`,
      at: entry.at,
      entry,
      columns: null,
      listPrice: false,
      rates: all.filter((value) => value.gt(0) && value.lt(1)),
      amounts: all.filter((value) => value.gte(1)),
    };
  };

/** Prices with something taken off, and agreements, that nobody has marked Confidential: they go into a copy as typed. */
export function unmarked(entries: Entries): readonly Place[] {
  const open = (table: Parameters<typeof rowsOf>[1]): readonly Entry[] =>
    rowsOf(entries, table).filter((entry) => !isMarked(entry));
  return [
    ...open(prices).filter((entry) => OFF.some((label) => number(entry, label) !== null)),
    ...open(agreements),
  ].map((entry) => entry.at);
}

/** Every secret of a workbook. `run`: the model as typed, for its net prices; null where it has none. */
export function secretsOf(entries: Entries, run: Run | null): readonly Secret[] {
  const marked = (table: Parameters<typeof rowsOf>[1]): readonly Entry[] => rowsOf(entries, table).filter(isMarked);
  return [
    ...marked(prices).map((entry) => priceSecret(entry, run)),
    ...marked(agreements).map(whole('agreement on')),
    ...marked(horizon).map(whole('coming technology')),
  ].map((secret) => ({ ...secret, amounts: distinct(secret.amounts), rates: distinct(secret.rates) }));
}

const distinct = (values: readonly Decimal[]): readonly Decimal[] =>
  [...new Set(values.filter((value) => !value.isZero()).map((value) => value.toFixed()))].map(
    (value) => new Exact(value),
  );
