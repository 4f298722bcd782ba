/**
 * What is realised of a plan, as lists that sheets, tables, charts, sentences and the pane share: people by month and
 * year, and which gate holds back when. Where there are several new technologies, people of all are taken together.
 */
import type { GateNamed, Realisation } from '../engine/realisation-results';
import type { Listed } from '../engine/traces';
import { amount, sum, ZERO, type Amount } from './amounts';

/** People of all technologies and subgroups, month by month. */
export const monthly = (rows: readonly { readonly values: Listed }[], months: number): readonly Amount[] =>
  Array.from({ length: months }, (_, month) => sum(rows.map((row) => amount(row.values[month] ?? '0'))));

/** Twelve months a year, added. */
export const perYear = (months: readonly Amount[]): readonly Amount[] =>
  Array.from({ length: Math.ceil(months.length / 12) }, (_, year) => sum(months.slice(12 * year, 12 * year + 12)));

/** What stands at the end of each year: people who wait, or are on treatment. */
export const atYearEnd = (months: readonly Amount[]): readonly Amount[] =>
  Array.from({ length: Math.ceil(months.length / 12) }, (_, year) => months[12 * year + 11] ?? months.at(-1) ?? ZERO);

/** People by month, as planned and as delivered. Demand = starts + change of backlog + leavers, in every month. */
export interface PeopleByMonth {
  readonly planned: readonly Amount[];
  readonly starts: readonly Amount[];
  readonly backlog: readonly Amount[];
  readonly leavers: readonly Amount[];
  readonly onTreatment: readonly Amount[];
}

export function peopleByMonth(realisation: Realisation): PeopleByMonth {
  const of = (key: 'demand' | 'starts' | 'backlog' | 'leavers' | 'onTreatment'): readonly Amount[] =>
    monthly(realisation[key], realisation.months.length);
  return {
    planned: of('demand'),
    starts: of('starts'),
    backlog: of('backlog'),
    leavers: of('leavers'),
    onTreatment: of('onTreatment'),
  };
}

/** Months that those who start have waited, on average; null where nobody starts. */
export function meanWait({ starts, wait, months }: Realisation): Amount | null {
  const begun = sum(monthly(starts, months.length));
  const waited = sum(
    starts.flatMap((row, arm) =>
      row.values.map((people, month) => amount(people).times(amount(wait[arm]?.values[month] ?? '0'))),
    ),
  );
  return begun.isZero() ? null : waited.div(begun);
}

/** People a gate holds back by month, all technologies together. */
export const heldAt = ({ held, months }: Realisation, gate: string): readonly Amount[] =>
  monthly(
    held.filter((row) => row.gate === gate),
    months.length,
  );

/** The lists of those people, a technology each. */
export const listsHeldAt = ({ held }: Realisation, gate: string): readonly (readonly string[])[] =>
  held.filter((row) => row.gate === gate).map(({ values }) => values);

/** The gate that holds most people in each month, the earlier on a tie; null where nobody is held. */
export function bindingByMonth(realisation: Realisation): readonly (GateNamed | null)[] {
  const held = realisation.gates.map((gate) => ({ gate, people: heldAt(realisation, gate.gate) }));
  return realisation.months.map((_, month) => {
    let [binding, most]: [GateNamed | null, Amount] = [null, ZERO];
    for (const { gate, people } of held) {
      const here = people[month] ?? ZERO;
      if (here.gt(most)) [binding, most] = [gate, here];
    }
    return binding;
  });
}

/** Months in a row in which one gate holds most; `from` and `to` are indices of months. */
export interface Stretch {
  readonly gate: GateNamed;
  readonly from: number;
  readonly to: number;
}

/** What bound, in order. */
export function stretches(realisation: Realisation): readonly Stretch[] {
  const found: Stretch[] = [];
  bindingByMonth(realisation).forEach((gate, month) => {
    const last = found.at(-1);
    if (gate === null) return;
    if (last?.gate === gate && last.to === month - 1) found[found.length - 1] = { ...last, to: month };
    else found.push({ gate, from: month, to: month });
  });
  return found;
}

/** A gate as it is called: those that are no resource have a name of ours. */
export function gateName({ gate, at }: Pick<GateNamed, 'gate' | 'at'>): string {
  if (at?.table === 'BIM_Resources') return gate;
  return gate === 'access' ? 'Waves not yet live' : gate === 'sites' ? 'Places at sites' : gate;
}

/** The same by its key. */
export const nameOfGate = ({ gates }: Realisation, key: string): string =>
  gateName(gates.find(({ gate }) => gate === key) ?? { gate: key, at: null });

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2026-03" as "March 2026". */
export function monthName(month: string): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? ''} ${year}`;
}

/** "2026-03" as "Mar 2026". */
export const shortMonth = (month: string): string => {
  const [name = '', year = ''] = monthName(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};
