/** BIM_Outcomes: benefits by year, of each world with what `without` would have had taken off. */
import {
  add,
  covers,
  D,
  isAll,
  linesOf,
  needed,
  number,
  numberOr,
  ONE,
  Refused,
  same,
  text,
  word,
  ZERO,
} from '../sheet';
import type { Line, Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import { qalyValue } from './settings';
import { monthsOf, staying } from './demand';
import { isNew } from './groups';
import type { Group } from './groups';
import type { World } from './worlds';

export interface Benefit {
  readonly line: Line;
  readonly technology: string;
  /** '' where a fixed sum belongs to no subgroup. */
  readonly subgroup: string;
  /** Quantity × base, before any haircut; with less without. */
  readonly quantity: Years;
  readonly unitValue: Num;
  /** Realised × (1 − Optimism bias). */
  readonly haircut: Num;
}

/** Part of the effect that is there `age` months after the start. */
const risen = (line: Line, age: number): Num => {
  if (age < 0) return ZERO;
  const ramp = D.max(1, numberOr(line, 'Ramp months', ZERO));
  return D.min(1, D.max(0, new D(age + 1).minus(numberOr(line, 'Lag months', ZERO)).div(ramp)));
};

const perOf = (line: Line): string => word(line, 'Per', 'patient-year');

/** What one person adds in a month, so long after the start. */
const effect = (model: Model, group: Group, line: Line, age: number): Num => {
  const per = perOf(line);
  if (per === 'patient-year')
    return risen(line, age)
      .times(staying(model, group.care, age))
      .div(12);
  if (per === 'year since start') return risen(line, age).div(12);
  if (per === 'start') return risen(line, age).minus(risen(line, age - 1));
  throw new Refused(`Per '${per}' is not known`);
};

const flowBase = ({ flow, scale }: Group, line: Line, effects: readonly Num[], t: number): Num => {
  const who = perOf(line) === 'patient-year' ? flow.on : flow.ever;
  let base = ZERO;
  for (const j of flow.from)
    for (let m = Math.max(j, 12 * (t - 1)); m < 12 * t; m++) {
      const e = effects[m - j] ?? ZERO;
      if (!e.isZero()) base = base.plus(who(j, m).times(e));
    }
  return perOf(line) === 'patient-year' ? base.times(scale[t] ?? ONE) : base;
};

/** What was counted before: the plan and `without` are the same in every run. */
const known = new WeakMap<Group, Map<Line, Num[]>>();

/** People of one technology and subgroup that a row counts, by year. */
const baseOf = (model: Model, group: Group, line: Line): Num[] => {
  const counted = known.get(group) ?? new Map<Line, Num[]>();
  known.set(group, counted);
  const base = counted.get(line) ?? countOf(model, group, line);
  counted.set(line, base);
  return base;
};

const countOf = (model: Model, group: Group, line: Line): Num[] => {
  const effects = Array.from({ length: monthsOf(model) }, (_, age) => effect(model, group, line, age));
  return overTimes(model, (t) => (t === 0 ? ZERO : flowBase(group, line, effects, t)));
};

/** A fixed sum runs from the month of the first start, whole: it is of no person. */
const fixedBase = (model: Model, groups: readonly Group[]): Num[] => {
  const first = Math.min(...groups.flatMap(({ flow }) => flow.from));
  return overTimes(model, (t) =>
    t === 0
      ? ZERO
      : add(
          Array.from({ length: 12 }, (_, k) => 12 * (t - 1) + k)
            .filter((m) => m >= first)
            .map(() => ONE.div(12)),
        ),
  );
};

/** Rows that hold for a technology and subgroup: one that names more stands in place of one of the same benefit. */
const rowsFor = (rows: readonly Line[], technology: string, subgroup: string): Line[] => {
  const speaking = rows.filter(
    (line) => covers(text(line, 'Technology'), technology) && covers(text(line, 'Subgroup'), subgroup),
  );
  const names = (line: Line): boolean[] => ['Technology', 'Subgroup'].map((key) => !isAll(text(line, key)));
  const saysMore = (other: Line, line: Line): boolean => {
    const [more, less] = [names(other), names(line)];
    return more.every((named, k) => named || less[k] === false) && more.some((named, k) => named && less[k] === false);
  };
  return speaking.filter(
    (line) => !speaking.some((other) => same(text(other, 'Benefit'), text(line, 'Benefit')) && saysMore(other, line)),
  );
};

const unitValue = (model: Model, line: Line): Num => {
  const typed = number(line, 'Unit value');
  if (typed !== null) return typed;
  return word(line, 'Class', '') === 'health' ? qalyValue(model) : ZERO;
};

const haircut = (line: Line): Num =>
  numberOr(line, 'Realised', ONE).times(ONE.minus(numberOr(line, 'Optimism bias', ZERO)));

interface Based {
  readonly line: Line;
  readonly technology: string;
  readonly subgroup: string;
  readonly base: Years;
}

/** What each row counts in one world. */
const basesOf = (model: Model, groups: readonly Group[]): Based[] => {
  const rows = linesOf(model.book, 'outcomes');
  const people = groups.flatMap((group): Based[] => {
    const { technology, subgroup } = group.care;
    return rowsFor(rows, technology.name, subgroup)
      .filter((line) => perOf(line) !== 'year')
      .map((line) => ({ line, technology: technology.name, subgroup, base: baseOf(model, group, line) }));
  });
  const fixed = rows
    .filter((line) => perOf(line) === 'year')
    .map((line): Based => {
      const own = groups.filter(({ care }) => rowsFor(rows, care.technology.name, care.subgroup).includes(line));
      const name = (header: string): string => (isAll(text(line, header)) ? '' : text(line, header));
      return {
        line,
        technology: name('Technology'),
        subgroup: name('Subgroup'),
        base: fixedBase(model, own),
      };
    });
  return [...people, ...fixed];
};

/** Benefits of a world: with less without. Only the new technologies' differ from the plan. */
export const benefitsOf = (
  model: Model,
  world: World,
  plan: readonly Group[],
  without: readonly Group[],
): Benefit[] => {
  const outside = basesOf(model, without);
  const groups = world.groups.map((group) =>
    isNew(group.care)
      ? group
      : (plan.find(
          ({ care }) => care.subgroup === group.care.subgroup && care.technology.name === group.care.technology.name,
        ) ?? group),
  );
  return basesOf(model, groups).map(({ line, technology, subgroup, base }) => {
    const there = outside.find(
      (other) => other.line === line && other.technology === technology && other.subgroup === subgroup,
    );
    const quantity = needed(line, 'Quantity');
    return {
      line,
      technology,
      subgroup,
      quantity: base.map((n, t) => n.minus(there?.base[t] ?? ZERO).times(quantity)),
      unitValue: unitValue(model, line),
      haircut: haircut(line),
    };
  });
};
