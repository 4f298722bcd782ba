/**
 * The years in which an agreement holds. Of an agreement of one row they are figures, from the cells they are typed in;
 * bands may take over from each other, so that the structure has theirs.
 */
import type { AgreementRow } from '../assumptions';
import { blanksIn } from '../given';
import { axis, type Axis } from '../graph/axis';
import { cases, constant, equal, less, one, select, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Contract } from './contracts';
import { distinct, type Structure } from './structure';
import { calendarYear } from './years-alone';

export interface InForce {
  /** What the rows that hold in a year take; nothing in years in which none does. */
  readonly rows: (of: Contract, taken: (rows: readonly AgreementRow[]) => Expression) => Expression;
  /** A figure in the years of an agreement's first row; nothing in the others. */
  readonly first: (of: Contract, figure: Expression) => Expression;
}

/** A smaller number is that of a year of the model: 2 for year 2. */
const CALENDAR = constant(1000, 'year');

export function yearsInForce(model: Model, structure: Structure, contracts: readonly Contract[]): InForce {
  const dated = datedRows(contracts);
  const holds = dated.length > 0 ? holding(model, structure, dated) : null;
  const where = ({ rows: [row] }: Contract, figure: () => Expression): Expression | null => {
    const name = holds?.row.members[dated.findIndex((of) => of === row)];
    return holds && name !== undefined ? select(equal(holds.holds.at(holds.row, name), one), figure(), zero()) : null;
  };
  return {
    rows: (of, taken) => where(of, () => taken(of.rows)) ?? byRows(structure, of, taken),
    first: (of, figure) =>
      where(of, () => figure) ??
      cases(structure.year, (period) => (of.rows[0] && runsIn(structure, of.rows[0], period) ? 'runs' : 'idle'), {
        runs: figure,
        idle: zero(),
      }),
  };
}

/** Rows with years that are an agreement by themselves, each once. */
const datedRows = (contracts: readonly Contract[]): readonly AgreementRow[] => [
  ...new Set(
    contracts.flatMap(({ rows: [row, ...bands] }) =>
      row && bands.length === 0 && (row.from !== null || row.to !== null) ? row : [],
    ),
  ),
];

/** Whether each of these rows holds: 1 or 0. [agreement with years, year] */
function holding(
  model: Model,
  structure: Structure,
  rows: readonly AgreementRow[],
): { readonly row: Axis; readonly holds: Quantity } {
  const source = 'workbook contract, BIM_Agreements From and To';
  const row = axis('agreement with years', distinct(rows.map((at) => `${at.group || at.technology} · ${at.type}`)));
  const typed = (which: 'from' | 'to', label: string): Quantity =>
    model.input(
      `${label} of the agreement, typed`,
      'year',
      [row],
      rows.map((at) => at.typed[which]),
      new Exact(0),
      {},
      blanksIn(rows, label),
    );
  const [from, to] = [typed('from', 'From'), typed('to', 'To')];
  const before = constant(structure.assumptions.model.firstYear - 1, 'year');
  const named = (name: string, of: Quantity): Quantity =>
    model.quantity(name, 'year', [row], () => select(less(of, CALENDAR), of.plus(before), of), {
      source,
      meaning: 'a number below 1000 is that of a year of the model; a blank From is before all of them',
    });
  const [begins, ends] = [named('First year of the agreement', from), named('Last year of the agreement', to)];
  const holds = model.quantity(
    'Agreement holds',
    '1',
    [row, structure.year],
    () => {
      const year = calendarYear(structure);
      const ended = select(equal(to, zero()), one, select(less(ends, year), zero(), one));
      return select(less(year, begins), zero(), ended);
    },
    { source, meaning: '1 in the years in which it does; a blank To is the end of the model' },
  );
  return { row, holds };
}

/** One formula for the years in which the same rows are in force; nothing in those in which none is. */
function byRows(structure: Structure, of: Contract, taken: (rows: readonly AgreementRow[]) => Expression): Expression {
  const { year } = structure;
  const held = (period: number): readonly AgreementRow[] => of.rows.filter((row) => runsIn(structure, row, period));
  const name = (rows: readonly AgreementRow[]): string =>
    rows.length === 0 ? 'idle' : rows.map((row) => String(of.rows.indexOf(row))).join('+');
  const branches = new Map<string, Expression>([['idle', zero()]]);
  year.members.forEach((_, period) => {
    const rows = held(period);
    if (!branches.has(name(rows))) branches.set(name(rows), taken(rows));
  });
  return cases(year, (period) => name(held(period)), Object.fromEntries(branches));
}

/** Whether a row is in force in a period: From and To are calendar years. */
function runsIn({ year }: Structure, { from, to }: AgreementRow, period: number): boolean {
  const calendar = Number(year.members[period]);
  return calendar >= (from ?? calendar) && calendar <= (to ?? calendar);
}
