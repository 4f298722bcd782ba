/** BIM_Goals: the value of a parameter at which the impact over some years meets a target. */
import { add, copyBook, D, linesOf, needed, number, ONE, text, ZERO } from './sheet';
import type { Book, Num } from './sheet';
import { addressed, change } from './scenarios';
import { readModel, valueAt, yearOf } from './model';

export interface GoalFigures {
  goal: string;
  parameter: string;
  value: string | null;
  change: string | null;
}

/** The root of f between a and b, where f has opposite signs; halved until no digit moves. */
const bisect = (f: (x: Num) => Num, low: Num, high: Num): Num => {
  let [a, b] = [low, high];
  const sign = f(a).s;
  for (let i = 0; i < 140; i++) {
    const middle = a.plus(b).div(2);
    if (f(middle).s === sign) a = middle;
    else b = middle;
  }
  return a.plus(b).div(2);
};

/** Exact where f is affine; else bracketed around what is typed, and halved. Null where there is none. */
const solve = (f: (x: Num) => Num, now: Num): Num | null => {
  const other = now.isZero() ? ONE : now.times('1.1');
  const [here, there] = [f(now), f(other)];
  const slope = there.minus(here).div(other.minus(now));
  if (!slope.isZero()) {
    const guess = now.minus(here.div(slope));
    if (f(guess).abs().lte(D.max(ONE, here.abs()).times('1e-25'))) return guess;
  }
  const tries = [now, ...[0, 0.5, 0.75, 0.9, 1.1, 1.5, 2, 5, 10, 100].map((k) => now.times(k))];
  const far = tries.find((x) => f(x).s !== here.s);
  return far === undefined ? null : bisect(f, now, far);
};

const current = (book: Book, address: string): Num => {
  const { lines, column, table } = addressed(book, address);
  const line = lines[0] ?? { cells: new Map() };
  const model = readModel(book);
  const t = model.times.find((s) => s > 0 && String(yearOf(model, s)) === column);
  return (
    number(line, column) ??
    (t === undefined ? needed(line, column) : valueAt(model, line, table === 'prices' ? 'List price' : 'Base', t))
  );
};

/** Solves every goal; `totals` computes the yearly impact of a changed workbook. */
export const goalsOf = (book: Book, totals: (book: Book) => readonly string[]): GoalFigures[] =>
  linesOf(book, 'goals').map((line) => {
    const [parameter, target] = [text(line, 'Parameter'), number(line, 'Target') ?? ZERO];
    const model = readModel(book);
    const chosen = text(line, 'Years').match(/\d+/g)?.map(Number);
    const now = current(book, parameter);
    const value = solve((x) => {
      const copy = copyBook(book);
      change(copy, parameter, 'set', x);
      const years = totals(copy).filter((_, i) => chosen === undefined || chosen.includes(yearOf(model, i + 1)));
      return add(years.map((n) => new D(n))).minus(target);
    }, now);
    return {
      goal: text(line, 'Goal'),
      parameter,
      value: value === null ? null : value.toString(),
      change: value === null || now.isZero() ? null : value.div(now).minus(1).toString(),
    };
  });
