/**
 * Holds two runs of one model against each other, figure by figure: equal, or within 1e-25 of the largest
 * figure of its kind where a division, a power or an exponential stands between the inputs and the figures.
 */
import { D, fold, ZERO } from './sheet';
import type { Num, PlainTable } from './sheet';

/** Figures by what they are: `costs|with|adults|drug a|…` → values by year. A figure that is not there is 0. */
type Figures = Map<string, (Num | string)[]>;
type Tree = Readonly<Record<string, unknown>>;

const isTree = (x: unknown): x is Tree => typeof x === 'object' && x !== null && !Array.isArray(x);
const treesIn = (x: unknown): Tree[] => (Array.isArray(x) ? x.filter(isTree) : []);
const listIn = (x: unknown): unknown[] =>
  Array.isArray(x) ? (x as unknown[]) : x === null || x === undefined ? [] : [x];
const wordOf = (x: unknown): string => (typeof x === 'string' ? x : '');
const FIGURE = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;
const valueOf = (x: unknown): Num | string =>
  typeof x === 'number' || (typeof x === 'string' && FIGURE.test(x)) ? new D(x) : String(x);

const put = (figures: Figures, key: string, values: unknown): void => {
  const list = listIn(values).map(valueOf);
  const known = figures.get(key);
  figures.set(
    key,
    known === undefined ? list : list.map((n, i) => (n instanceof D && known[i] instanceof D ? n.plus(known[i]) : n)),
  );
};

const putList = (figures: Figures, prefix: string, members: unknown, keys: readonly string[]): void => {
  for (const member of treesIn(members))
    put(figures, [prefix, ...keys.map((key) => wordOf(member[key]))].join('|').toLowerCase(), member['values']);
};

/** Eligible patients are given by world only where the two differ. */
const putEligible = (figures: Figures, prefix: string, members: unknown): void => {
  for (const member of treesIn(members))
    for (const world of member['world'] === undefined ? ['without', 'with'] : [wordOf(member['world'])])
      put(figures, `${prefix}|${world}|${wordOf(member['subgroup'])}`.toLowerCase(), member['values']);
};

const putImpact = (figures: Figures, prefix: string, impact: unknown): void => {
  if (!isTree(impact)) return;
  for (const part of ['total', 'cumulative', 'discounted', 'pmpm']) put(figures, `${prefix}|${part}`, impact[part]);
  for (const part of ['byCategory', 'bySubgroup', 'byPayer'])
    for (const [name, values] of Object.entries(isTree(impact[part]) ? impact[part] : {}))
      put(figures, `${prefix}|${part}|${name}`.toLowerCase(), values);
  const { test } = impact;
  if (isTree(test)) for (const part of ['threshold', 'passed']) put(figures, `${prefix}|test|${part}`, test[part]);
  if (isTree(test)) put(figures, `${prefix}|test|years`, listIn(test['years']).join());
};

const putRun = (figures: Figures, prefix: string, run: Tree): void => {
  putEligible(figures, `${prefix}eligible`, run['eligible']);
  putList(figures, `${prefix}patients`, run['patients'], ['world', 'subgroup', 'technology']);
  putList(figures, `${prefix}costs`, run['costs'], ['world', 'subgroup', 'technology', 'category', 'payer']);
  putImpact(figures, `${prefix}impact`, run['impact']);
};

/** Every figure of a run that both calculations give. */
export const figuresOf = (run: unknown): Figures => {
  const figures: Figures = new Map();
  if (!isTree(run)) return figures;
  put(figures, 'years', run['years']);
  putList(figures, 'funnel', run['funnel'], ['subgroup', 'stream', 'step']);
  putList(figures, 'tests', run['tests'], ['world', 'subgroup', 'test', 'measure']);
  putList(figures, 'testing', run['testing'], ['world', 'subgroup', 'measure']);
  putList(figures, 'starts', run['starts'], ['world', 'subgroup', 'technology']);
  putRun(figures, '', run);
  for (const scenario of treesIn(run['scenarios']))
    putRun(figures, `scenario ${wordOf(scenario['scenario'])}|`, scenario);
  const { baseline } = run;
  if (isTree(baseline)) {
    put(figures, 'baseline|year', baseline['year']);
    // Both worlds are `without` in the baseline year: it is given once.
    const once = treesIn(baseline['eligible']).filter((e) => e['world'] !== 'with');
    putRun(figures, 'baseline|', { ...baseline, eligible: once.map((e) => ({ ...e, world: 'without' })) });
  }
  return figures;
};

/** Whether anything in a workbook divides, or raises to a power: then the last digits may differ. */
export const isExact = (tables: readonly PlainTable[]): boolean => {
  const cells = (table: string, header: string): unknown[] =>
    tables
      .filter((t) => fold(t.table) === fold(table))
      .flatMap((t) => t.rows.map((row) => row[t.headers.findIndex((h) => fold(h) === fold(header))] ?? null))
      .filter((cell) => cell !== null && cell !== '');
  const divides = [
    ...tables.flatMap((t) => cells(t.table, 'Growth')),
    ...cells('BIM_Uptake', 'Curve'),
    ...cells('BIM_Uptake', 'Unit'),
    ...cells('BIM_Prices', 'Price basis').filter((basis) => basis === 'reimbursed'),
    ...cells('BIM_Model', 'Value').filter((value) => value === 'normalise'),
    ...cells('BIM_Model', 'Setting').filter((name) => name === 'Members' || name === 'Discount rate'),
    ...['BIM_Regimens', 'BIM_Agreements', 'BIM_Persistence'].flatMap((table) => cells(table, 'Technology')),
    ...cells('BIM_Tests', 'Test'),
    ...cells('BIM_Technologies', 'Persistence'),
    ...cells('BIM_Population', 'Stream'),
  ];
  const typed = (world: string): number => cells('BIM_Uptake', 'World').filter((w) => w === world).length;
  return divides.length === 0 && typed('with') === typed('without');
};

/** Digits to which exact figures must be equal: both calculations carry at least 34. */
const EXACT = new D('1e-33');
const INEXACT = new D('1e-25');

/** The figures that differ, as sentences. */
export const disagreements = (second: unknown, engine: unknown, tables: readonly PlainTable[]): string[] => {
  const [a, b] = [figuresOf(second), figuresOf(engine)];
  const kind = (key: string): string => (/(^|\|)(costs|impact)/.exec(key)?.[2] !== undefined ? 'money' : 'people');
  const scales = new Map<string, Num>();
  for (const [key, values] of a)
    for (const n of values) if (n instanceof D) scales.set(kind(key), D.max(scales.get(kind(key)) ?? ZERO, n.abs()));
  const exact = isExact(tables);
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [x, y] = [a.get(key) ?? [], b.get(key) ?? []];
    return Array.from({ length: Math.max(x.length, y.length) }, (_, i) => {
      const [m, n] = [x[i] ?? ZERO, y[i] ?? ZERO];
      if (!(m instanceof D) || !(n instanceof D))
        return String(m) === String(n) ? '' : `${key} [${String(i)}]: ${String(m)} here, ${String(n)} there`;
      const allowed = exact ? D.max(m.abs(), n.abs()).times(EXACT) : (scales.get(kind(key)) ?? ZERO).times(INEXACT);
      return m.minus(n).abs().lte(allowed) ? '' : `${key} [${String(i)}]: ${m.toString()} here, ${n.toString()} there`;
    }).filter((line) => line !== '');
  });
};
