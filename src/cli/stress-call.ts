/** What a call of `realise stress` asks for. */
import type { AssessOptions } from '../assess';
import type { BreakEvenAsked, OneWayAsked, StressAsked } from '../engine/stress/answers';
import type { Bench } from '../stress/bench';
import { usualAsked } from '../stress/stressed';
import { only, type Given } from './given';
import { numberSaid, runOptions } from './run-options';
import { Mistake } from './terminal';

export interface StressCall {
  readonly model: string;
  readonly output: string | null;
  readonly csv: string | null;
  readonly json: boolean;
  readonly options: AssessOptions;
  readonly stress: (bench: Bench) => StressAsked;
}

/** Reads the call; a mistake in it is thrown before anything is opened. */
export function stressAsked(given: Given): StressCall {
  const [model, ...rest] = given.arguments;
  const grid = [...given.texts('grid'), ...(given.texts('grid').length > 0 ? rest : [])];
  if (grid.length > 0 && grid.length !== 2) throw new Mistake("--grid wants two parameters: --grid 'A' 'B'.", true);
  const file = only(model === undefined ? [] : grid.length > 0 ? [model] : [model, ...rest], 'MODEL.xlsx');
  const chosen = chosenOf(given, grid);
  const csv = given.text('draws-csv');
  return {
    model: file,
    output: given.text('output'),
    csv,
    json: given.has('json'),
    options: runOptions(given),
    stress: (bench) => {
      const asked = Object.keys(chosen).length > 0 ? chosen : usualAsked(bench);
      const table = csv !== null || given.has('draws-table');
      const draws = asked.draws || table ? { draws: { ...asked.draws, ...drawsSaid(given) } } : {};
      return { ...asked, ...draws, ...(table ? { table } : {}) };
    },
  };
}

/** What is chosen by name; nothing: all that there is. */
function chosenOf(given: Given, grid: readonly string[]): StressAsked {
  const [figure, target] = [given.text('figure'), number(given, 'target')];
  const watched = { ...(figure === null ? {} : { figure }), ...(target === null ? {} : { target }) };
  const parameters = given.texts('parameter');
  const named = parameters.length > 0 ? { parameters } : {};
  const [across, down] = grid;
  const evens = given.texts('break-even');
  const compared = given.texts('compare');
  const moved = given.has('one-way') || given.text('by') !== null || given.text('percentile') !== null;
  return {
    ...(moved ? { oneWay: { ...(figure === null ? {} : { figure }), ...named, ...oneWaySaid(given) } } : {}),
    ...(given.text('draws') !== null || given.has('plain') ? { draws: {} } : {}),
    ...(across !== undefined && down !== undefined
      ? { grid: { across: { parameter: across }, down: { parameter: down }, ...watched } }
      : {}),
    ...(evens.length > 0
      ? { breakEvens: evens.map((parameter) => ({ parameter, ...watched, ...rangeSaid(given) })) }
      : {}),
    ...(given.has('reverse') ? { reverse: { ...watched, ...named } } : {}),
    ...(compared.length > 0
      ? { differences: compared.map((to) => ({ from: 'Base', to, ...(figure === null ? {} : { figure }) })) }
      : {}),
  };
}

function number(given: Given, flag: string): string | null {
  const text = given.text(flag);
  const said = numberSaid(text);
  if (text !== null && said === null) throw new Mistake(`--${flag} wants a number, not "${text}".`, true);
  return said;
}

function rangeSaid(given: Given): Pick<BreakEvenAsked, 'from' | 'to'> {
  const [from, to] = [number(given, 'from'), number(given, 'to')];
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** `--by 20` is 20 % either way; `--percentile 10` the 10 % and 90 % points. */
function oneWaySaid(given: Given): OneWayAsked {
  const percent = (flag: string, most: number): number | null => {
    const said = number({ ...given, text: (name) => given.text(name)?.replace(/\s*%$/, '') ?? null }, flag);
    if (said === null) return null;
    if (!(Number(said) > 0 && Number(said) < most))
      throw new Mistake(`--${flag} wants a per cent between 0 and ${String(most)}.`, true);
    return Number(said);
  };
  const [by, percentile] = [percent('by', 1000), percent('percentile', 50)];
  if (by !== null && percentile !== null) throw new Mistake('Choose one of --by and --percentile.', true);
  return {
    ...(by === null ? {} : { by: String(by / 100) }),
    ...(percentile === null ? {} : { percentile: percentile / 100 }),
  };
}

/** Most draws of a run: what a sheet and a memory can hold. */
const MOST = 1_000_000;

function drawsSaid(given: Given): NonNullable<StressAsked['draws']> {
  const [draws, seed] = [number(given, 'draws'), number(given, 'seed')];
  const whole = (text: string, flag: string, least: number): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > MOST)
      throw new Mistake(`--${flag} wants a whole number from ${String(least)} to ${String(MOST)}.`, true);
    return value;
  };
  return {
    ...(draws === null ? {} : { draws: whole(draws, 'draws', 1) }),
    ...(seed === null ? {} : { seed: whole(seed, 'seed', 0) }),
    ...(given.has('plain') ? { sampling: 'plain' as const } : {}),
  };
}
