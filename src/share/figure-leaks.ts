/**
 * Whether figures of the copy are those that the confidential terms make. A copy knows no secret, so such a figure means that
 * what is shown makes it by itself: a scenario that multiplies the list price, a cost that is half of the net price.
 * A figure that only looks like one is told apart by moving every price a little, each by its own part: what follows the
 * net price then moves with it, to the last of a dozen digits, and a coincidence does not.
 */
import type { Decimal } from 'decimal.js';
import { assess, type Assessment } from '../assess';
import type { Amounts, Results } from '../engine/results';
import { Exact } from '../engine/readings/decimals';
import { letters } from '../inputs/entry';
import { squeezed } from '../inputs/labels';
import { yearHeader } from '../inputs/years';
import { buildReport } from '../outputs/report';
import type { Cell, Report, Snapshot } from '../workbook/workbook';
import { closing } from './closing';
import { keptOf, type Kept } from './copy';
import { digitsOf } from './digits';
import { SUMS, type Leak } from './leak';
import { publicSnapshot, shownTables } from './public-snapshot';
import type { Shared } from './shared';

/** Fewer digits are found by chance, and more than so many are not kept by a workbook. */
const [FEWEST, MOST] = [7, 13];

const keyOf = (value: Decimal): string | null =>
  digitsOf(value) < FEWEST ? null : value.abs().toSignificantDigits(MOST).toString();

/** Money of a run by what it is: lines of costs, and the impact in all its cuts. */
function moneyOf({ costs, impact }: Results): ReadonlyMap<string, Amounts> {
  const { total, cumulative, byCategory, bySubgroup, byPayer, discounted, perTreated, pmpm, pmpy } = impact;
  const cuts = { byCategory, bySubgroup, byPayer };
  return new Map([
    ...costs.map(
      ({ world, subgroup, technology, category, payer, values }) =>
        [JSON.stringify([world, subgroup, technology, category, payer]), values] as const,
    ),
    ...Object.entries(cuts).flatMap(([cut, all]) =>
      Object.entries(all).map(([name, values]) => [JSON.stringify([cut, name]), values] as const),
    ),
    ...Object.entries({ total, cumulative, discounted: [discounted], perTreated, pmpm, pmpy }).map(
      ([name, values]) => [name, (values ?? []).flatMap((value) => value ?? [])] as const,
    ),
  ]);
}

/** The same figure: the copy keeps numbers as a workbook does, so that the last of forty digits differ. */
const SAME = new Exact('1e-12');
function isSame(open: Amounts[number] | undefined, value: string): boolean {
  if (typeof open !== 'string') return false;
  const exact = new Exact(value);
  return exact.minus(open).abs().lte(exact.abs().times(SAME));
}

/** Figures that the confidential terms make, and the list prices do not. */
function confidential(net: Results, list: Results, kept: Kept): ReadonlySet<string> {
  const open = moneyOf(list);
  const figures = [...moneyOf(net)].flatMap(([what, values]) =>
    values.filter((value, n) => !isSame(open.get(what)?.[n], value)).map((value) => new Exact(value)),
  );
  return new Set(
    [...figures, ...kept.secrets.flatMap((secret) => secret.amounts)].flatMap((value) => keyOf(value) ?? []),
  );
}

interface Figure {
  readonly at: string;
  readonly key: string;
}

/** The figures of a report, where they stand. */
const figuresOf = (report: Report): readonly Figure[] =>
  report.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, value }): readonly Figure[] => {
      const held = typeof value === 'object' && 'cached' in value ? value.cached : value;
      const key = typeof held === 'object' && 'number' in held ? keyOf(new Exact(held.number)) : null;
      return key === null ? [] : [{ at: `${sheet.name}!${letters(column)}${String(row)}`, key }];
    }),
  );

/** A small odd part, another for each row. */
const apart = (index: number): number => 1.013_709_1 + index * 0.001_130_3;
const isPrice = (header: string): boolean => ['listprice', 'unitcost'].includes(squeezed(header));

/** The workbook with every price a little higher than it is. */
function withPricesMoved(source: Snapshot): Snapshot {
  const tables = source.tables.map((table) =>
    !/^BIM_(Prices|Costs)$/i.test(table.name)
      ? table
      : {
          ...table,
          rows: table.rows.map((row, index) =>
            row.map((cell, column): Cell => {
              const header = table.headers[column] ?? '';
              const moves = typeof cell.value === 'number' && (isPrice(header) || yearHeader(header) !== null);
              return moves && typeof cell.value === 'number' ? { ...cell, value: cell.value * apart(index) } : cell;
            }),
          ),
        },
  );
  return { ...source, tables };
}

/** A workbook with its terms, its figures at list prices, and those that the terms make. */
interface Tried {
  readonly kept: Kept;
  readonly list: Results;
  readonly hidden: ReadonlySet<string>;
}

/** The workbook as it is, and with its prices moved. */
function triedOn(kept: Kept, list: Results, shared: Shared): readonly Tried[] {
  const tried = (of: Kept, open: Results): readonly Tried[] => {
    const net = assess(of.source).results;
    return net === null ? [] : [{ kept: of, list: open, hidden: confidential(net, open, of) }];
  };
  const moved = keptOf(withPricesMoved(kept.source));
  const open = moved && atList(moved, shared);
  return [...tried(kept, list), ...(moved && open ? tried(moved, open) : [])];
}

/** Figures at list prices of what may be shown. */
const atList = ({ source, entries, secrets }: Kept, shared: Shared): Results | null =>
  assess(publicSnapshot(shownTables(source, entries, secrets, shared))).results;

/** Where figures at list prices are those of the confidential terms. */
const sameIn = ({ hidden }: Tried, list: Results): readonly string[] =>
  figuresOf(buildReport(list, '')).flatMap(({ at, key }) => (hidden.has(key) ? [at] : []));

/** The leak that they are: one, however many figures tell it. */
export function figureLeaks(kept: Kept, { results }: Assessment, shared: Shared): readonly Leak[] {
  if (kept.secrets.length === 0 || results === null) return [];
  const tried = triedOn(kept, results, shared);
  const told = tried.flatMap((of) => sameIn(of, of.list));
  const at = [...new Set(told)];
  if (at.length === 0) return [];
  const still = (asked: Shared): number =>
    tried.reduce((count, of) => {
      const list = atList(of.kept, asked);
      return count + (list ? sameIn(of, list).length : 0);
    }, 0);
  const [first] = kept.secrets;
  return [
    {
      secret: kept.secrets.length === 1 && first ? first.name : 'confidential terms',
      place: SUMS,
      at: `${at.slice(0, 3).join(', ')}${at.length > 3 ? ` and ${String(at.length - 3)} more` : ''}`,
      how: 'These figures of the copy are those that the confidential terms make: inputs that are shown give them.',
      cell: null,
      remedies: closing(kept, shared, told.length, still),
    },
  ];
}
