/**
 * Paths into the JSON object of a run, as `expected.json` writes them: names joined by `.`; a quoted name in `['…']`;
 * a filter `[key=value]` on a list, whose members' `values` are summed; `sum(PATH)` adds the years;
 * `PATH + PATH`, `PATH - PATH`, `PATH / PATH`.
 */
import { Decimal } from 'decimal.js';

const P = Decimal.clone({ precision: 40 });
/** A figure, or what else stands at a path (`true`). */
export type Leaf = string | number | boolean | null | undefined;
type Tree = { readonly [name: string]: unknown };
type Token = { readonly name: string } | { readonly filter: ReadonlyMap<string, string> };

export const isFigure = (x: Leaf): x is string | number =>
  typeof x === 'number' || (typeof x === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(x));

const isTree = (x: unknown): x is Tree => typeof x === 'object' && x !== null && !Array.isArray(x);
const isLeaf = (x: unknown): x is Leaf => x === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof x);
const wordOf = (x: unknown): string => (isLeaf(x) ? String(x ?? '') : '');
const leaves = (x: unknown): Leaf[] => (Array.isArray(x) ? x.filter(isLeaf) : []);

/** Splits at the last operator that stands between blanks, outside quotes and brackets. */
const splitAt = (path: string, operators: string): readonly [left: string, operator: string, right: string] | null => {
  let depth = 0;
  let quoted = false;
  for (let i = path.length - 1; i > 0; i--) {
    const c = path[i] ?? '';
    if (c === "'") quoted = !quoted;
    if (quoted) continue;
    if (c === ']' || c === ')') depth++;
    if (c === '[' || c === '(') depth--;
    if (depth === 0 && operators.includes(c) && path[i - 1] === ' ' && path[i + 1] === ' ')
      return [path.slice(0, i - 1), c, path.slice(i + 2)];
  }
  return null;
};

const bracket = (inside: string): Token => {
  if (/^'[^']*'$/.test(inside)) return { name: inside.slice(1, -1) };
  const pairs = [...inside.matchAll(/([A-Za-z]+)=(?:'([^']*)'|([^,]*))/g)];
  return { filter: new Map(pairs.map((m) => [m[1] ?? '', (m[2] ?? m[3] ?? '').toLowerCase()] as const)) };
};

const tokensOf = (path: string): Token[] =>
  [...path.matchAll(/\[((?:'[^']*'|[^\]'])*)\]|([^.[]+)/g)].map((m) =>
    m[1] === undefined ? { name: m[2] ?? '' } : bracket(m[1]),
  );

const combine = (
  a: readonly Leaf[] | undefined,
  b: readonly Leaf[] | undefined,
  f: (x: Decimal, y: Decimal) => Decimal,
): Leaf[] | undefined => {
  if (a === undefined || b === undefined) return undefined;
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
    const [x, y] = [a[a.length === 1 ? 0 : i], b[b.length === 1 ? 0 : i]];
    return isFigure(x) && isFigure(y) ? f(new P(x), new P(y)).toString() : undefined;
  });
};

/** The lists of `values` of a list's members, or null where they have none. */
const valuesOf = (members: readonly unknown[]): Leaf[][] | null =>
  members.length > 0 && members.every((m) => isTree(m) && Array.isArray(m['values']))
    ? members.map((m) => (isTree(m) ? leaves(m['values']) : []))
    : null;
const summed = (lists: readonly Leaf[][]): Leaf[] | undefined =>
  lists.reduce<Leaf[] | undefined>((a, b) => (a === undefined ? b : combine(a, b, (x, y) => x.plus(y))), undefined);

const filtered = (at: unknown, filter: ReadonlyMap<string, string>): unknown => {
  const fits = (member: unknown): boolean =>
    isTree(member) && [...filter].every(([key, value]) => wordOf(member[key]).toLowerCase() === value);
  const hits = Array.isArray(at) ? at.filter(fits) : [];
  const lists = valuesOf(hits);
  return lists === null ? (hits[0] as unknown) : summed(lists);
};

const walk = (object: unknown, path: string): Leaf[] | undefined => {
  let at = object;
  for (const token of tokensOf(path)) {
    if ('filter' in token) at = filtered(at, token.filter);
    else at = isTree(at) ? at[token.name] : undefined;
  }
  if (Array.isArray(at)) return summed(valuesOf(at) ?? []) ?? leaves(at);
  return at !== undefined && isLeaf(at) ? [at] : undefined;
};

/** The figures at a path, or undefined where there is nothing. A part of a sum that is not there counts 0. */
export const figuresAt = (object: unknown, path: string): Leaf[] | undefined => {
  const sum = splitAt(path, '+-');
  if (sum !== null) {
    const [left, operator, right] = sum;
    const first = figuresAt(object, left) ?? (operator === '+' ? ['0'] : undefined);
    return combine(first, figuresAt(object, right) ?? ['0'], (a, b) => (operator === '+' ? a.plus(b) : a.minus(b)));
  }
  const ratio = splitAt(path, '/');
  if (ratio !== null) return combine(figuresAt(object, ratio[0]), figuresAt(object, ratio[2]), (a, b) => a.div(b));
  const inside = /^sum\((.*)\)$/s.exec(path)?.[1];
  if (inside === undefined) return walk(object, path);
  const years = figuresAt(object, inside)?.filter(isFigure);
  return years === undefined ? undefined : [years.reduce((a, b) => a.plus(b), new P(0)).toString()];
};
