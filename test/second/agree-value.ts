/**
 * Holds two `realisation` members against each other, figure by figure. Every list is flat: what names a member is
 * its key, everything else is a figure. A figure that is not there is 0.
 */
import { D, ZERO } from './sheet';
import type { Num } from './sheet';

type Tree = Readonly<Record<string, unknown>>;
type Figure = Num | string;

const NAMES = new Set([
  ...['technology', 'subgroup', 'resource', 'gate', 'task', 'wave', 'case', 'category', 'payer', 'benefit', 'class'],
  ...['measure', 'world', 'test', 'dimension', 'cause', 'scenario'],
]);
/** Drawn at random by each in its own way, or told by one alone. */
const APART = new Set(['draws', 'findings']);
const FIGURE = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;

const isTree = (x: unknown): x is Tree => typeof x === 'object' && x !== null && !Array.isArray(x);
const figureOf = (x: unknown): Figure =>
  typeof x === 'number' || (typeof x === 'string' && FIGURE.test(x)) ? new D(x) : String(x);

const put = (figures: Map<string, Figure>, key: string, x: unknown): void => {
  const [figure, known] = [figureOf(x), figures.get(key)];
  figures.set(key, figure instanceof D && known instanceof D ? known.plus(figure) : figure);
};

const walk = (figures: Map<string, Figure>, path: string, x: unknown): void => {
  if (x === null || x === undefined) return;
  if (Array.isArray(x)) {
    for (const [i, member] of (x as unknown[]).entries())
      if (isTree(member)) {
        const names = [...NAMES].filter((name) => typeof member[name] === 'string').sort();
        walk(
          figures,
          `${path}|${names.map((name) => `${name}=${String(member[name])}`).join(',')}`.toLowerCase(),
          member,
        );
      } else put(figures, `${path}[${String(i)}]`, member);
  } else if (isTree(x)) {
    for (const [name, value] of Object.entries(x))
      if (!APART.has(name) && !(NAMES.has(name) && typeof value === 'string')) walk(figures, `${path}|${name}`, value);
  } else put(figures, path, x);
};

/** What the engine tells besides: where gates and tasks stand in the workbook. */
const TOLD = ['gates', 'tasks'];

/** Every figure of a `realisation`, by what it is. */
export const valueFigures = (realisation: unknown): Map<string, Figure> => {
  const figures = new Map<string, Figure>();
  if (!isTree(realisation)) return figures;
  for (const [name, member] of Object.entries(realisation)) if (!TOLD.includes(name)) walk(figures, name, member);
  return figures;
};

const kindOf = (key: string): string =>
  /(^|\|)(costs|impact|value|activity|benefits)/.test(key) ? (key.includes('payback') ? 'time' : 'money') : 'people';
/** Part of the largest figure of its kind by which two may differ: divisions at 40 digits stand between. */
const NEAR = new D('1e-22');

/** The figures that differ, as sentences. */
export const valueDisagreements = (second: unknown, engine: unknown): string[] => {
  const [a, b] = [valueFigures(second), valueFigures(engine)];
  const scales = new Map<string, Num>();
  for (const [key, n] of a)
    if (n instanceof D) scales.set(kindOf(key), D.max(scales.get(kindOf(key)) ?? new D(1), n.abs()));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [m, n] = [a.get(key) ?? ZERO, b.get(key) ?? ZERO];
    if (!(m instanceof D) || !(n instanceof D))
      return String(m) === String(n) ? [] : [`${key}: ${String(m)} here, ${String(n)} there`];
    const allowed = (scales.get(kindOf(key)) ?? ZERO).times(NEAR);
    return m.minus(n).abs().lte(allowed) ? [] : [`${key}: ${m.toString()} here, ${n.toString()} there`];
  });
};
