/** The columns of the year table, as data: heading, figure, total, and what can be explained. */
import type { Results } from '../../engine/results';
import { add, ratio, sign } from '../exact';
import { number, people, scaled, unitOf, type Numerals, type Scale } from '../figures';
import { figureName } from '../figure-names';
import { newTechnologies, type WorldView, type YearRow } from '../reading';

/** One column. `wide` joins from 420 pixels; `figure` names what a cell explains. */
export interface YearColumn {
  readonly key: string;
  readonly head: readonly [string, string];
  readonly text: (row: YearRow) => string;
  readonly total: (rows: readonly YearRow[]) => string;
  readonly figure?: (row: YearRow) => string;
  readonly over?: (row: YearRow) => boolean;
  readonly strong?: true;
  readonly wide?: true;
}

interface Setting {
  readonly results: Results;
  readonly scale: Scale;
  readonly numerals: Numerals;
}

const none = (): string => '';

function amount(
  { scale, numerals }: Setting,
  key: 'without' | 'with' | 'impact',
  head: string,
  figure: (year: number) => string,
): YearColumn {
  return {
    key,
    head: [head, unitOf(scale, numerals)],
    text: (row) => scaled(row[key], scale, numerals),
    total: (rows) => scaled(add(...rows.map((row) => row[key])), scale, numerals),
    figure: (row) => figure(row.year),
  };
}

function patients({ results, numerals }: Setting, view: WorldView): YearColumn {
  const names = newTechnologies(results);
  const only = names.length === 1 ? names[0] : undefined;
  return {
    key: 'patients',
    head: ['', view === 'change' ? 'Patients' : 'Treated'],
    text: (row) => people(row.patients, numerals),
    total: none,
    ...(view === 'change' && only !== undefined
      ? { figure: (row: YearRow) => figureName('Treated patients', 'with', only, row.year) }
      : {}),
  };
}

function eligible({ numerals }: Setting, view: WorldView): YearColumn {
  return {
    key: 'eligible',
    head: ['', 'Eligible'],
    text: (row) => people(row.eligible, numerals),
    total: none,
    figure: (row) => figureName('Eligible patients', view === 'without' ? 'without' : 'with', row.year),
  };
}

function room({ scale, numerals }: Setting): YearColumn {
  return {
    key: 'room',
    head: ['Room', unitOf(scale, numerals)],
    text: (row) => scaled(row.room, scale, numerals),
    total: none,
    over: (row) => row.room !== null && sign(row.room) < 0,
  };
}

function perPatient({ numerals }: Setting, view: WorldView): YearColumn {
  const cost = (row: YearRow): string => (view === 'change' ? row.impact : row[view]);
  return {
    key: 'per',
    head: ['Per', `patient ${numerals.symbol}`],
    text: (row) => number(row.perPatient, 0, numerals),
    total: (rows) => number(ratio(add(...rows.map(cost)), add(...rows.map((row) => row.patients))), 0, numerals),
  };
}

/** Columns of a view: for the change, both worlds and what lies between; for one world, its people and its cost. */
export function yearColumns(view: WorldView, limited: boolean, setting: Setting): readonly YearColumn[] {
  if (view !== 'change') {
    const cost = amount(setting, view, 'Cost', (year) => figureName('Cost', view, year));
    return [eligible(setting, view), patients(setting, view), { ...cost, strong: true }, perPatient(setting, view)];
  }
  return [
    { ...eligible(setting, view), wide: true },
    patients(setting, view),
    amount(setting, 'without', 'Without', (year) => figureName('Cost', 'without', year)),
    amount(setting, 'with', 'With', (year) => figureName('Cost', 'with', year)),
    { ...amount(setting, 'impact', 'Impact', (year) => figureName('Budget impact', year)), strong: true },
    ...(limited ? [room(setting)] : []),
    { ...perPatient(setting, view), wide: true },
  ];
}
