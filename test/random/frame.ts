/** The frame of a random model: settings, names, and which families of the contract it uses. */
import type { PlainTable } from '../second/sheet';
import { tableOf } from './draw';
import type { Draw, Row } from './draw';

/** Families of the contract. None of them: the core tables only. */
export interface Families {
  readonly streams?: boolean;
  readonly cohorts?: boolean;
  readonly regimens?: boolean;
  readonly agreements?: boolean;
  readonly tests?: boolean;
  /** Leavers charged in rows of a treatment year. */
  readonly splits?: boolean;
}

export type Role = 'new' | 'current' | 'none';
export interface Frame {
  readonly draw: Draw;
  readonly families: Families;
  readonly firstYear: number;
  readonly years: number;
  readonly baseline: boolean;
  readonly subgroups: readonly string[];
  readonly technologies: readonly { readonly name: string; readonly role: Role; readonly cohort: boolean }[];
  /** Streams by subgroup: '' is a blank Stream. */
  readonly streams: ReadonlyMap<string, readonly string[]>;
  /** People or money are rounded: nothing may stand on a knife's edge. */
  readonly rounds: boolean;
  readonly normalise: boolean;
  /** Nothing divides and nothing is raised to a power: both calculations must give the same digits. */
  readonly exact: boolean;
  readonly leavers: boolean;
  readonly settings: readonly Row[];
  readonly payers: readonly string[];
}

const SUBGROUPS = ['Adults', 'Children 0-17', 'North/South', 'constructor', 'People with “T2”', '= 65 and over'];
const TECHNOLOGIES = ['Drug A', 'Drug B (iv)', 'Usual/care', 'toString', 'Nothing at all'];
const PAYERS = ['NHS England', 'Households', 'Social care'];

const setting = (name: string, value: string | number): Row => ({ Setting: name, Value: value });

const roundings = (draw: Draw): { rows: Row[]; rounds: boolean } => {
  const rows: Row[] = [];
  const places = (): string => (draw.chance(50) ? '' : ` to ${String(draw.whole(0, 2))} places`);
  if (draw.chance(30)) rows.push(setting('Patients', draw.of(['round', 'truncate', 'round half even']) + places()));
  if (draw.chance(25))
    rows.push(
      setting('Money', `round each part to ${String(draw.whole(0, 2))} places${draw.chance(60) ? ', half up' : ''}`),
    );
  return { rows, rounds: rows.length > 0 };
};

/** Streams of a subgroup: a pool stands alone where people are counted whole, and cohorts have no prevalent stream. */
const streamsOf = (draw: Draw, families: Families, cohorts: boolean, rounds: boolean): readonly string[] => {
  if (cohorts) return draw.of([['incident'], ['incident', 'bolus'], ['bolus'], ['pool']]);
  if (families.streams !== true) return [''];
  const several = [
    ['prevalent', 'incident'],
    ['', 'bolus'],
    ['', 'incident', 'bolus'],
  ];
  const one = [[''], ['incident'], ['bolus'], ['pool']];
  return draw.of(rounds ? one : [...one, ...several, ['incident', 'pool']]);
};

const technologiesOf = (draw: Draw, families: Families): Frame['technologies'] => {
  const names = draw.shuffled(TECHNOLOGIES).slice(0, draw.whole(1, 4));
  let nobody = false;
  return names.map((name, i) => {
    const role: Role =
      i === 0 && draw.chance(85) ? 'new' : draw.of(['new', 'current', 'current', nobody ? 'current' : 'none']);
    nobody ||= role === 'none';
    return { name, role, cohort: families.cohorts === true && draw.chance(70) };
  });
};

/** Draws the frame. */
export const frameOf = (draw: Draw, families: Families): Frame => {
  const [years, firstYear] = [draw.whole(1, 6), draw.whole(2020, 2040)];
  const baseline = draw.chance(25);
  const { rows, rounds } = roundings(draw);
  const exact = draw.chance(35);
  const normalise = !rounds && !exact && draw.chance(20);
  const payers = draw.shuffled(PAYERS).slice(0, draw.whole(0, 3));
  const settings = [
    setting('Schema', 1),
    setting('Currency', 'GBP'),
    setting('First year', firstYear),
    setting('Years', years),
    ...rows,
  ];
  if (baseline) settings.push(setting('Baseline year', 'yes'));
  if (baseline && draw.chance(40)) settings.push(setting('Baseline cohort', draw.of(['ends', 'continues'])));
  if (draw.chance(30)) settings.push(setting('Growth starts', draw.of(['first year', 'second year'])));
  if (normalise) settings.push(setting('Shares', 'normalise'));
  if (!exact && draw.chance(40)) settings.push(setting('Discount rate', draw.decimal(0, 0.1, 3)));
  if (draw.chance(30)) settings.push(setting('Discount from', draw.of(['first year', 'second year'])));
  if (!exact && draw.chance(30)) settings.push(setting('Members', draw.whole(1000, 1000000)));
  if (draw.chance(30)) settings.push(setting('Test threshold', draw.whole(0, 1000000)));
  if (draw.chance(20)) settings.push(setting('Test years', draw.whole(1, 6)));
  const leavers = families.cohorts !== true && draw.chance(30);
  if (leavers) settings.push(setting('Leavers cost', draw.of([0.5, 1])));
  if (payers.length > 0 && draw.chance(40)) settings.push(setting('Payer', draw.of(['All', ...payers])));
  const technologies = technologiesOf(draw, families);
  const cohorts = technologies.some(({ cohort }) => cohort);
  if (families.cohorts === true && draw.chance(30))
    settings.push(setting('Entry', draw.of(['start of year', 'mid-year'])));
  if (families.cohorts === true && draw.chance(25)) settings.push(setting('Step', 'month'));
  const subgroups = draw.shuffled(SUBGROUPS).slice(0, draw.whole(1, 4));
  return {
    draw,
    families,
    firstYear,
    years,
    baseline,
    rounds,
    normalise,
    exact,
    leavers,
    settings,
    payers,
    subgroups,
    technologies,
    streams: new Map(subgroups.map((subgroup) => [subgroup, streamsOf(draw, families, cohorts, rounds)])),
  };
};

/** Columns that hold a value by year: one value, growth, some or all years; `value` draws one. */
export const byYear = (frame: Frame, base: string, value: () => number, growth = true): Row => {
  const { draw, years, firstYear } = frame;
  const cells: Record<string, number> = {};
  const kind = draw.whole(1, 100);
  if (kind <= 55) cells[base] = value();
  if (kind <= 20 && growth && !frame.exact) cells['Growth'] = draw.decimal(-0.2, 0.2, 3);
  // Typed years stand beside a Base, or follow one another from the first.
  for (let t = 1; t <= years; t++)
    if (t === 1 ? kind > 55 : draw.chance(kind > 55 ? 60 : 12)) cells[String(firstYear + t - 1)] = value();
  if (frame.baseline && draw.chance(30)) cells[String(firstYear - 1)] = value();
  return cells;
};

/** Rows as a table: years last and in order, headed by the year, or by `Year 1` … and `Baseline`. */
export const tableWithYears = (frame: Frame, table: string, rows: readonly Row[]): PlainTable[] => {
  const named = frame.draw.chance(25);
  const isYear = (header: string): boolean => /^\d{4}$/.test(header);
  const headerOf = (header: string): string => {
    const t = Number(header) - frame.firstYear + 1;
    return !isYear(header) || !named ? header : t === 0 ? 'Baseline' : `Year ${String(t)}`;
  };
  return tableOf(table, rows).map(({ headers, rows: cells }) => {
    const order = [...headers.keys()].sort((a, b) => {
      const [x, y] = [headers[a] ?? '', headers[b] ?? ''];
      return Number(isYear(x)) - Number(isYear(y)) || (isYear(x) ? Number(x) - Number(y) : a - b);
    });
    return {
      table,
      headers: order.map((i) => headerOf(headers[i] ?? '')),
      rows: cells.map((row) => order.map((i) => row[i] ?? null)),
    };
  });
};
