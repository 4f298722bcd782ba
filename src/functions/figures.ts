/** From a run to what a function of Excel gives: a number, or why there is none. */
import type { Results } from '../engine/results';
import { add } from '../taskpane/exact';
import { BASE, figuresOf, scenarioNames } from '../taskpane/reading';

/** What a cell gets. */
export type Given = { readonly value: number } | { readonly missing: string } | { readonly wrong: string };

/** A blank argument comes as null, undefined or "". */
export type Argument = string | number | boolean | null | undefined;

const blank = (argument: Argument): argument is null | undefined | '' =>
  argument === null || argument === undefined || argument === '';
const word = (argument: Argument): string => String(argument).trim();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What is meant among what there is; null where there is no such thing. */
const among = (argument: Argument, known: readonly string[]): string | null =>
  known.find((one) => same(one, word(argument))) ?? null;
const unknown = (what: string, argument: Argument, known: readonly string[]): Given => ({
  wrong: `There is no ${what} ${word(argument)}. There is: ${known.join(', ')}.`,
});

/** The place of a year among those of the model; null for all years; undefined where it is none of them. */
function yearAt(results: Results, year: Argument): number | null | undefined {
  if (blank(year)) return null;
  const at = results.years.indexOf(Number(year));
  return at < 0 ? undefined : at;
}

const yearsOf = ({ years }: Results): readonly string[] => years.map(String);
const numberOf = (amounts: readonly string[]): Given => ({ value: Number(add('0', ...amounts)) });
const chosen = (values: readonly string[], at: number | null): readonly string[] =>
  at === null ? values : [values[at] ?? '0'];

/** The scenario that is meant; null where there is none of that name. */
export const scenarioOf = (results: Results, scenario: Argument): string | null =>
  blank(scenario) ? BASE : among(scenario, scenarioNames(results));

/** `=REALISE.IMPACT(year; scenario; category)`. */
export function impact(results: Results, year: Argument, scenario: Argument, category: Argument): Given {
  const name = scenarioOf(results, scenario);
  if (name === null) return unknown('scenario', scenario, scenarioNames(results));
  const figures = figuresOf(results, name).impact;
  const at = yearAt(results, year);
  if (at === undefined) return unknown('year', year, yearsOf(results));
  if (blank(category)) return numberOf(chosen(figures.total, at));
  const categories = Object.keys(figures.byCategory);
  const held = among(category, categories);
  return held === null
    ? unknown('category', category, categories)
    : numberOf(chosen(figures.byCategory[held] ?? [], at));
}

/** `=REALISE.PATIENTS(year; technology; subgroup; world; scenario)`. */
export function patients(results: Results, [year, technology, subgroup, world, scenario]: readonly Argument[]): Given {
  const name = scenarioOf(results, scenario);
  if (name === null) return unknown('scenario', scenario, scenarioNames(results));
  const lines = figuresOf(results, name).patients;
  const at = yearAt(results, year);
  if (at === undefined || at === null) return unknown('year', blank(year) ? '(blank)' : year, yearsOf(results));
  const wanted = [
    ['technology', technology, (line: (typeof lines)[number]) => line.technology],
    ['subgroup', subgroup, (line: (typeof lines)[number]) => line.subgroup],
    ['world', blank(world) ? 'with' : world, (line: (typeof lines)[number]) => line.world],
  ] as const;
  for (const [what, argument, of] of wanted) {
    const known = [...new Set(lines.map(of))];
    if (!blank(argument) && among(argument, known) === null) return unknown(what, argument, known);
  }
  const meant = lines.filter((line) =>
    wanted.every(([, argument, of]) => blank(argument) || same(of(line), word(argument))),
  );
  return numberOf(meant.map((line) => line.values[at] ?? '0'));
}
