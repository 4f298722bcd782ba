/** The figures of a run as rows over time: sums over its lines, and the words that name what is compared. */
import type { CostFigures, EligibleFigures, PatientFigures, Results } from '../engine/results';
import { amount, sum, ZERO, type Amount } from './amounts';
import { termsOf, termsOfAll } from './live-terms';
import { moneyOf, peopleOf, type Money, type People } from './money';
import { flow, stock, sumRows, type Row } from './row';

export type World = 'without' | 'with';
export const WORLDS: readonly World[] = ['without', 'with'];

/** Everything a sheet, table or chart may ask of a run. */
export interface Figures {
  readonly results: Results;
  readonly money: Money;
  readonly people: People;
  readonly years: readonly number[];
  readonly baselineYear: number | null;
  /** "2026–30", "2026–2030" (as in sentences). */
  readonly span: string;
  readonly longSpan: string;
  /** The new technologies in words: "Examplisiran", "A and B", "the new technologies", or "the change". */
  readonly adopted: string;
  readonly newTechnologies: readonly string[];
  readonly hasCosts: boolean;
  readonly hasPatients: boolean;
}

export function figuresOf(results: Results): Figures {
  const { years } = results;
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const newTechnologies = results.technologies.filter((each) => each.role === 'new').map((each) => each.technology);
  const sameCentury = Math.floor(first / 100) === Math.floor(last / 100);
  return {
    results,
    years,
    newTechnologies,
    money: moneyOf(results.currency, yearlyTotals(results), results.impact.total.map(amount)),
    people: peopleOf([...results.funnel, ...results.eligible].flatMap((each) => each.values.map(amount))),
    baselineYear: results.baseline?.year ?? null,
    span:
      first === last
        ? String(first)
        : `${String(first)}–${sameCentury ? String(last % 100).padStart(2, '0') : String(last)}`,
    longSpan: first === last ? String(first) : `${String(first)}–${String(last)}`,
    adopted: inWords(newTechnologies),
    hasCosts: results.costs.length > 0,
    hasPatients: results.patients.length > 0,
  };
}

function inWords(technologies: readonly string[]): string {
  if (technologies.length === 0) return 'the change';
  return technologies.length > 2
    ? 'the new technologies'
    : technologies.map((name) => shortened(name, 28)).join(' and ');
}

/** A user's label, cut where it would not fit. */
export const shortened = (label: string, most: number): string =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label;

function yearlyTotals(results: Results): readonly Amount[] {
  const totals = WORLDS.flatMap((world) => [...costRow(results, world).years]).filter((value) => value !== null);
  return [...totals, ...results.impact.total.map(amount)];
}

/** True where a line is part of the headline: the model's payer, or a line that counts for every payer. */
export const counts = (results: Results, payer: string): boolean =>
  isAll(results.payer) || isAll(payer) || alike(payer) === alike(results.payer);

/** Names are the same whatever their case; a blank name, or `All`, stands for every payer. */
const alike = (name: string): string => name.trim().toLowerCase();
export const isAll = (payer: string): boolean => ['', 'all'].includes(alike(payer));

type CostKey = (line: CostFigures) => string;
type Chosen = (line: CostFigures) => boolean;

/** Costs of a world by some member of their lines, in order of first appearance; the baseline year is without in both worlds. */
export function costsBy(results: Results, world: World, key: CostKey, chosen?: Chosen): ReadonlyMap<string, Row> {
  const choose = chosen ?? ((line: CostFigures) => counts(results, line.payer));
  const lines = results.costs.filter((line) => line.world === world && choose(line));
  const baseline = (results.baseline?.costs ?? []).filter(choose);
  const names = new Set([...results.costs.filter(choose), ...baseline].map(key));
  const years = gather(lines, key, results.years.length);
  const before = gather(baseline, key, 1);
  return new Map(
    [...names].map((name) => [
      name,
      flow(
        years.get(name) ?? results.years.map(() => ZERO),
        results.baseline === null ? null : (before.get(name)?.[0] ?? ZERO),
        termsOfAll(results, valuesOf(lines, key, name)),
        termsOfAll(results, valuesOf(baseline, key, name)),
      ),
    ]),
  );
}

/** The lists of the lines of one name. */
const valuesOf = <L extends { readonly values: readonly string[] }>(
  lines: readonly L[],
  key: (line: L) => string,
  name: string,
): readonly (readonly string[])[] => lines.filter((line) => key(line) === name).map((line) => line.values);

function gather<L extends { readonly values: readonly string[] }>(
  lines: readonly L[],
  key: (line: L) => string,
  periods: number,
): Map<string, readonly Amount[]> {
  const found = new Map<string, readonly Amount[]>();
  for (const line of lines) {
    const soFar = found.get(key(line)) ?? Array.from({ length: periods }, () => ZERO);
    found.set(
      key(line),
      soFar.map((value, index) => value.plus(amount(line.values[index] ?? '0'))),
    );
  }
  return found;
}

/** All that a world costs the model's payer. */
export function costRow(results: Results, world: World): Row {
  const rows = [...costsBy(results, world, (line) => line.category).values()];
  return rows.length > 0
    ? sumRows(rows)
    : flow(
        results.years.map(() => ZERO),
        zeroBaseline(results),
      );
}

/** A row of the budget impact: nothing in the baseline year, where both worlds are one. */
export const impactRow = (results: Results, values: readonly string[]): Row =>
  flow(values.map(amount), zeroBaseline(results), termsOf(results, values));

/** An impact-like row that has no total over years. */
export const rateRow = (results: Results, values: readonly (string | null)[]): Row =>
  stock(
    values.map((value) => (value === null ? null : amount(value))),
    zeroBaseline(results),
    termsOf(results, values),
  );

export const zeroBaseline = (results: Results): Amount | null => (results.baseline === null ? null : ZERO);

type PeopleLine = PatientFigures | EligibleFigures;

/** People of the lines chosen, by some member; in the baseline year both worlds are without. */
export function peopleBy<L extends PeopleLine>(
  lines: readonly L[],
  baseline: readonly L[] | null,
  key: (line: L) => string,
  results: Results,
): ReadonlyMap<string, Row> {
  const years = results.years.length;
  const values = gather(lines, key, years);
  const before = gather(baseline ?? [], key, 1);
  const names = new Set([...values.keys(), ...before.keys()]);
  return new Map(
    [...names].map((name) => [
      name,
      stock(
        values.get(name) ?? Array.from({ length: years }, () => ZERO),
        baseline === null ? null : (before.get(name)?.[0] ?? ZERO),
        termsOfAll(results, valuesOf(lines, key, name)),
        baseline === null ? undefined : termsOfAll(results, valuesOf(baseline, key, name)),
      ),
    ]),
  );
}

const isOf =
  (world: World) =>
  (line: PeopleLine): boolean =>
    line.world === undefined || line.world === world;

/** Who is on what in a world, all subgroups together, in the order of the technologies. */
export function patientsByTechnology(results: Results, world: World): ReadonlyMap<string, Row> {
  const rows = peopleBy(
    results.patients.filter(isOf(world)),
    results.baseline?.patients ?? null,
    (line) => line.technology,
    results,
  );
  const order = results.technologies.map((each) => each.technology);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return new Map([...rows].filter(([name]) => name !== '').sort(([a], [b]) => place(a) - place(b)));
}

/** Eligible people of a world by subgroup. */
export const eligibleBySubgroup = (results: Results, world: World): ReadonlyMap<string, Row> =>
  peopleBy(results.eligible.filter(isOf(world)), eligibleBaseline(results), (line) => line.subgroup, results);

const eligibleBaseline = (results: Results): readonly EligibleFigures[] | null =>
  results.baseline?.eligible.filter(isOf('without')) ?? null;

/** All eligible people of a world; null where there is no population. */
export function eligibleRow(results: Results, world: World): Row | null {
  const rows = [...eligibleBySubgroup(results, world).values()];
  return rows.length > 0 ? sumRows(rows) : null;
}

/** People on the new technologies, where there are some. */
export function treatedRow(figures: Figures): Row | null {
  const rows = patientsByTechnology(figures.results, 'with');
  const found = figures.newTechnologies.flatMap((name) => rows.get(name) ?? []);
  return found.length > 0 ? sumRows(found) : null;
}

/** Categories of cost in the order in which the model names them. */
export function categoriesOf(results: Results): readonly string[] {
  const named = results.costs.filter((line) => counts(results, line.payer)).map((line) => line.category);
  return [...new Set([...named, ...Object.keys(results.impact.byCategory)])];
}

/** The impact of one category; nothing where the results do not name it. */
export const categoryImpact = (results: Results, category: string): Row =>
  impactOf(results, results.impact.byCategory, category);

export function impactOf(results: Results, of: Readonly<Record<string, readonly string[]>>, member: string): Row {
  const values = Object.hasOwn(of, member) ? of[member] : undefined;
  return impactRow(results, values ?? results.years.map(() => '0'));
}

/** A name for a blank member. */
export const named = (member: string, blank: string): string => (member === '' ? blank : member);

/** Members shown together under one label. */
export interface Group {
  readonly label: string;
  readonly members: readonly string[];
}

/** At most so many groups: the largest members by themselves in their own order, the rest together. */
export function groupsOf(sizes: ReadonlyMap<string, Amount>, most: number, rest: string): readonly Group[] {
  const names = [...sizes.keys()];
  if (names.length <= most) return names.map((name) => ({ label: name, members: [name] }));
  const bySize = [...sizes].sort(([, a], [, b]) => b.comparedTo(a)).map(([name]) => name);
  const kept = new Set(bySize.slice(0, most - 1));
  const others = names.filter((name) => !kept.has(name));
  return [
    ...names.filter((name) => kept.has(name)).map((name) => ({ label: name, members: [name] })),
    { label: rest, members: others },
  ];
}

/** Categories as charts and the summary show them: each a colour of its own, the smallest together. */
export function categoryGroups(results: Results, most: number): readonly Group[] {
  const sizes = WORLDS.map((world) => costsBy(results, world, (line) => line.category));
  const size = (name: string): Amount =>
    sum([
      ...sizes.map((rows) => rows.get(name)?.total?.abs() ?? ZERO),
      ...categoryImpact(results, name).years.map((value) => value?.abs() ?? ZERO),
    ]);
  return groupsOf(new Map(categoriesOf(results).map((name) => [name, size(name)])), most, 'Other categories');
}
