/** Whole numbers that depend on loops: places of figures, made as simple as the loops allow. */
import type { Index, Loop, Members, Term } from './code';

export const fixedIndex = (base: number): Index => ({ base, terms: [] });

/** Members in this order, as briefly as it can be said. */
export function membersOf(members: readonly number[]): Members {
  const [from = 0] = members;
  const to = from + members.length;
  if (members.every((member, n) => member === from + n)) return { kind: 'range', from, to, step: 1, limit: null };
  if (members.every((member, n) => member === from - n)) return { kind: 'down', from, to: from - members.length };
  return { kind: 'list', members };
}

const held = new WeakMap<Loop, readonly number[]>();

/** Numbers that a loop's variable can be, limits left aside. */
export function numbersOf(loop: Loop): readonly number[] {
  const made = held.get(loop) ?? listed(loop.over);
  held.set(loop, made);
  return made;
}

function listed(over: Members): readonly number[] {
  if (over.kind === 'list') return over.members;
  if (over.kind === 'lists') return [...new Set(over.lists.flat())].sort((a, b) => a - b);
  const step = over.kind === 'range' ? over.step : -1;
  return Array.from({ length: Math.ceil((over.to - over.from) / step) }, (_, n) => over.from + n * step);
}

/** A number for each number of a loop: straight where it can be, otherwise by a table. */
export function onLoop(loop: Loop, of: (number: number) => number): Index {
  const numbers = numbersOf(loop);
  const [first = 0] = numbers;
  const second = numbers.find((number) => number !== first);
  const start = of(first);
  const slope = second === undefined ? 0 : (of(second) - start) / (second - first);
  const base = start - slope * first;
  if (Number.isInteger(slope) && numbers.every((number) => of(number) === base + slope * number))
    return slope === 0 ? fixedIndex(base) : { base, terms: [{ loop, by: slope, table: null }] };
  const table = new Array<number>(Math.max(...numbers) + 1).fill(0);
  for (const number of numbers) table[number] = of(number);
  return { base: 0, terms: [{ loop, by: 1, table }] };
}

const tables = new WeakMap<readonly number[], string>();

/** A text that is the same for the same table. */
function tableKey(table: Term['table']): string {
  if (!table) return '';
  const made = tables.get(table) ?? `[${table.join()}]`;
  tables.set(table, made);
  return made;
}

/** a + b × times. */
export function plus(a: Index, b: Index, times = 1): Index {
  const terms = [...a.terms];
  for (const term of b.terms) {
    const at = terms.findIndex(({ loop, table }) => loop === term.loop && tableKey(table) === tableKey(term.table));
    const by = (terms[at]?.by ?? 0) + term.by * times;
    if (at < 0) terms.push({ ...term, by });
    else terms[at] = { ...term, by };
  }
  return { base: a.base + b.base * times, terms: terms.filter(({ by }) => by !== 0) };
}

/** What a term is where its loop's variable is this number. */
export const termAt = ({ by, table }: Term, number: number): number => by * (table ? (table[number] ?? 0) : number);

/** The least and the greatest that a number can be. */
export function boundsOf({ base, terms }: Index): readonly [least: number, greatest: number] {
  let [least, greatest] = [base, base];
  for (const term of terms) {
    const values = numbersOf(term.loop).map((number) => termAt(term, number));
    least += Math.min(...values);
    greatest += Math.max(...values);
  }
  return [least, greatest];
}

/** A text that is the same for the same numbers. */
export const indexKey = ({ base, terms }: Index): string =>
  `${String(base)}${terms
    .map(({ loop, by, table }) => `+${String(by)}L${String(loop.id)}${tableKey(table)}`)
    .sort()
    .join('')}`;
