/**
 * The sentences a commissioner could read aloud: the lead of the Result place, and what a chart shows in words.
 * Figures in them follow the rules of `figures.ts`.
 */
import type { Results, ScenarioFigures } from '../engine/results';
import { add, compare, largest, magnitude, sign, subtract } from './exact';
import { count, money, scaledMoney, span, type Numerals, type Scale } from './figures';
import { figureName } from './figure-names';
import { firstOver, newTechnologies, sumByYear, costOf, type CategoryRow, type WorldView } from './reading';

/** A piece of a sentence. `strong` is a key word; `figure` can be explained. */
export interface Piece {
  readonly text: string;
  readonly strong?: true;
  readonly figure?: string;
}

const plain = (text: string): Piece => ({ text });

/** Names in a row: "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Who causes the change: the new technologies by name, or a plain word where there are many or none. */
export function subject(results: Results): string {
  const names = newTechnologies(results);
  if (names.length === 0) return 'The change';
  return names.length > 3
    ? `${count(names.length)[0]?.toUpperCase() ?? ''}${count(names.length).slice(1)} new technologies`
    : listed(names);
}

const plural = (results: Results): boolean => newTechnologies(results).length > 1;

/** The lead of the Result place, for the change or for one world. */
export function leadOf(
  results: Results,
  figures: ScenarioFigures,
  view: WorldView,
  numerals: Numerals,
): readonly Piece[] {
  return view === 'change' ? changeLead(results, figures, numerals) : worldLead(results, figures, view, numerals);
}

function changeLead(results: Results, figures: ScenarioFigures, numerals: Numerals): readonly Piece[] {
  const total = add(...figures.impact.total);
  const verb = { '-1': 'save', 0: 'add', 1: 'add' }[sign(total)] + (plural(results) ? '' : 's');
  const amount =
    sign(total) === 0
      ? [plain(`${subject(results)} ${verb} `), { text: 'nothing', strong: true } as const]
      : [
          plain(`${subject(results)} ${verb} `),
          {
            text: money(magnitude(total), numerals),
            strong: true,
            figure: figureName('Budget impact'),
          } as const,
        ];
  const { years } = results;
  const when = years.length === 1 ? ` in ${String(years[0] ?? '')}. ` : ` over ${count(years.length)} years. `;
  return [...amount, plain(when), ...lineClause(results, figures, numerals)];
}

function lineClause(results: Results, figures: ScenarioFigures, numerals: Numerals): readonly Piece[] {
  const limit = figures.impact.test?.threshold ?? null;
  if (limit === null) return peakClause(results, figures.impact.total, numerals);
  const first = firstOver(figures.impact.total, limit);
  const line = `${money(limit, numerals)} line`;
  if (first < 0) return [plain(`It stays under the ${line} in every year.`)];
  return overClause(results, figures.impact.total, limit, first, line, numerals);
}

function overClause(
  results: Results,
  total: readonly string[],
  limit: string,
  first: number,
  line: string,
  numerals: Numerals,
): readonly Piece[] {
  const year = String(results.years[first] ?? '');
  const by = money(subtract(total[first] ?? '0', limit), numerals, [limit]);
  const named: Piece = { text: year, strong: true, figure: figureName('Budget impact', year) };
  return [
    plain(first === 0 ? `It is over the ${line} in ` : `It goes over the ${line} in `),
    named,
    plain(`, by ${by}${afterwards(total.slice(first + 1), limit)}`),
  ];
}

function afterwards(later: readonly string[], limit: string): string {
  if (later.length === 0) return '.';
  const over = later.filter((value) => compare(value, limit) > 0).length;
  if (over === later.length) return ', and stays over.';
  return over === 0
    ? ', and is under it again after that.'
    : `, and in ${count(over)} of the ${count(later.length)} years after.`;
}

function peakClause(results: Results, total: readonly string[], numerals: Numerals): readonly Piece[] {
  if (results.years.length === 1) return [];
  const peak = total.reduce((best, value, index) => (compare(value, total[best] ?? '0') > 0 ? index : best), 0);
  const year = String(results.years[peak] ?? '');
  if (sign(total[peak] ?? '0') <= 0) return [plain('No year costs more than it would without.')];
  return [
    plain('The dearest year is '),
    { text: year, strong: true, figure: figureName('Budget impact', year) },
    plain(`, at ${money(total[peak] ?? '0', numerals)}.`),
  ];
}

function worldLead(
  results: Results,
  figures: ScenarioFigures,
  world: 'without' | 'with',
  numerals: Numerals,
): readonly Piece[] {
  const cost = costOf(results, figures, world);
  const last = cost.length - 1;
  const year = (index: number): string => String(results.years[index] ?? '');
  const start: Piece = {
    text: money(cost[0] ?? '0', numerals, cost),
    strong: true,
    figure: figureName('Cost', world, year(0)),
  };
  const end: Piece = {
    text: money(cost[last] ?? '0', numerals, cost),
    strong: true,
    figure: figureName('Cost', world, year(last)),
  };
  const who = newTechnologies(results).length === 0 ? 'the change' : listed(newTechnologies(results));
  const opening = `${world === 'with' ? 'With' : 'Without'} ${who}, care costs `;
  if (last === 0) return [plain(opening), start, plain(` in ${year(0)}.`)];
  return [
    plain(opening),
    start,
    plain(` in ${year(0)} and `),
    end,
    plain(` in ${year(last)}; `),
    plain(`${money(add(...cost), numerals)} over ${count(cost.length)} years.`),
  ];
}

/** A sentence as plain text, to be spoken. */
export function spoken(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** What the stacked columns show, for those who cannot see them. */
export function stackDescription(
  title: string,
  rows: readonly CategoryRow[],
  years: readonly number[],
  limit: string | null,
  scale: Scale,
  numerals: Numerals,
): string {
  const net = sumByYear(
    rows.map((row) => row.values),
    years.length,
  );
  const figure = (value: string | undefined): string => scaledMoney(value ?? '0', scale, numerals);
  const first = net[0] ?? '0';
  const last = net[net.length - 1] ?? '0';
  const way = compare(last, first) > 0 ? 'rises' : compare(last, first) < 0 ? 'falls' : 'stays';
  const over = firstOver(net, limit);
  const line =
    limit === null
      ? ''
      : over < 0
        ? ` and stays under the ${money(limit, numerals)} line`
        : ` and is over the ${money(limit, numerals)} line from ${String(years[over] ?? '')}`;
  return `Stacked columns. ${title} ${way} from ${figure(first)} in ${String(years[0] ?? '')} to ${figure(last)} in ${String(years[years.length - 1] ?? '')}${line}.${mostly(rows, years)}`;
}

function mostly(rows: readonly CategoryRow[], years: readonly number[]): string {
  const top = rows[0];
  if (top === undefined) return '';
  const always = years.every(
    (_, year) => compare(largest(rows.map((row) => row.values[year] ?? '0')), magnitude(top.values[year] ?? '0')) === 0,
  );
  return ` ${top.category} is the largest part ${always ? 'in every year' : `over ${span(years)}`}.`;
}

/** Meaning of an explained figure, in one sentence. */
export function meaning(name: string, results: Results): string {
  const paid = results.payer === 'All' || results.payer === '' ? 'What is paid' : `What ${results.payer} pays`;
  const who = newTechnologies(results).length === 0 ? 'the change' : listed(newTechnologies(results));
  const said = new Map([
    ['Budget impact', `${paid} with ${who}, less what would be paid without.`],
    ['Budget impact by category', `${paid} in this category with ${who}, less what would be paid without.`],
    ['Cumulative budget impact', 'The impact of this year and of those before it, not discounted.'],
    ['Cost', `${paid} in this world.`],
    ['Cost by category', `${paid} in this world and category.`],
    ['Eligible patients', 'People who could be treated in the year, after the last step of the funnel.'],
    ['Treated patients', 'Eligible patients times the share of the technology.'],
  ]);
  return said.get(name) ?? '';
}
