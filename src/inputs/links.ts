/**
 * What a cell of a schedule refers to: `B; C FS+1w` (tasks), `B+2w; 2027` (moments), `Chairs; Nurse hours` (names).
 *
 *   After  = Link { ";" Link }      Link = ID [ FS | SS | FF | SF ] [ (+ | -) number (d | w | m | y) ]
 *   Moment = number | ID [ (+ | -) number (d | w | m | y) ]
 *
 * An ID is the longest known one that fits, or stands in single quotes (a quote within is doubled); case does not
 * matter. A plain number is a time, so a task whose ID is a number stands in quotes there.
 */
import type { LinkKind, TimeUnit } from '../engine/realisation-assumptions';
import { clean, folded } from './labels';

/** How much later: a signed decimal as text, and its unit. */
export interface LagTyped {
  readonly amount: string;
  readonly unit: TimeUnit;
}
export interface LinkTyped {
  /** Index among the known IDs. */
  readonly task: number;
  readonly kind: LinkKind;
  readonly lag: LagTyped | null;
}
export type MomentTyped =
  | { readonly kind: 'task'; readonly task: number; readonly lag: LagTyped | null }
  | { readonly kind: 'time'; readonly number: string };

/** What was understood, in order, and the parts that were not. */
export interface ListRead<T> {
  readonly found: readonly T[];
  readonly faults: readonly string[];
}

const NUMBER = String.raw`\d+(?:\.\d+)?|\.\d+`;
const LAG = String.raw`(?:(?<sign>[-+\u2010-\u2013\u2212]) ?(?<amount>${NUMBER}) ?(?<unit>[dwmy]))?`;
const END = String.raw` ?(?:;|$)`;
const LINK = new RegExp(`^ ?(?<kind>fs|ss|ff|sf)? ?${LAG}${END}`, 'u');
const MOMENT = new RegExp(`^ ?${LAG}${END}`, 'u');
const NAME = new RegExp(`^${END}`, 'u');
const TIME = new RegExp(`^ ?(?<time>${NUMBER})${END}`, 'u');
const QUOTED = /^ ?'(?<id>(?:[^']|'')*)'/u;

const UNITS: Readonly<Record<string, TimeUnit>> = { d: 'day', w: 'week', m: 'month', y: 'year' };
const KINDS: Readonly<Record<string, LinkKind>> = { fs: 'FS', ss: 'SS', ff: 'FF', sf: 'SF' };

type Groups = Readonly<Record<string, string | undefined>>;
interface PartRead {
  readonly index: number;
  readonly groups: Groups;
  readonly rest: string;
}

/** The known IDs that the text may begin with: the quoted one, or all that fit, longest first. */
function beginnings(text: string, known: readonly string[]): readonly (readonly [index: number, rest: string])[] {
  const quote = QUOTED.exec(text);
  const id = quote?.groups?.['id'];
  if (quote && id !== undefined) {
    const index = known.indexOf(folded(id.replaceAll("''", "'")));
    return index < 0 ? [] : [[index, text.slice(quote[0].length)]];
  }
  const from = text.trimStart();
  const fitting: (readonly [index: number, rest: string])[] = [];
  known.forEach((each, index) => {
    if (each !== '' && from.startsWith(each)) fitting.push([index, from.slice(each.length)]);
  });
  return fitting.sort(([, a], [, b]) => a.length - b.length);
}

/** Known IDs as they are compared, folded once for a whole table. */
const compared = new WeakMap<readonly string[], readonly string[]>();
function idsOf(known: readonly string[]): readonly string[] {
  const held = compared.get(known) ?? known.map(folded);
  compared.set(known, held);
  return held;
}

function partOf(text: string, known: readonly string[], tail: RegExp): PartRead | null {
  for (const [index, after] of beginnings(text, known)) {
    const found = tail.exec(after);
    if (found) return { index, groups: found.groups ?? {}, rest: after.slice(found[0].length) };
  }
  return null;
}

/** Where a part that was not understood ends: at its semicolon, unless that is quoted. */
const faulty = (text: string): string => /^ ?(?:'(?:[^']|'')*')?[^;]*/u.exec(text)?.[0] ?? text;

/** Reads a list, part by part; `time` allows plain numbers in it. */
function readList(typed: string, known: readonly string[], tail: RegExp, time: boolean): ListRead<PartRead | string> {
  const [found, faults]: [(PartRead | string)[], string[]] = [[], []];
  const ids = idsOf(known);
  let text = folded(typed);
  // Lower case may be longer than the text it comes from; then the part is shown as it was compared.
  const shown = clean(typed).length === text.length ? clean(typed) : text;
  let more = text !== '';
  while (more) {
    const number = time ? TIME.exec(text) : null;
    const part = number ? null : partOf(text, ids, tail);
    const wrong = faulty(text);
    const rest = number ? text.slice(number[0].length) : (part?.rest ?? text.slice(wrong.length + 1));
    if (number?.groups?.['time'] !== undefined) found.push(number.groups['time']);
    else if (part) found.push(part);
    else
      faults.push(
        shown
          .slice(shown.length - text.length)
          .slice(0, wrong.length)
          .trim(),
      );
    more = rest !== '' || text.slice(0, text.length - rest.length).endsWith(';');
    text = rest;
  }
  return { found, faults };
}

function lagOf({ sign, amount, unit }: Groups): LagTyped | null {
  const known = UNITS[unit ?? ''];
  if (amount === undefined || known === undefined) return null;
  return { amount: sign === '+' ? amount : `-${amount}`, unit: known };
}

const isPart = (part: PartRead | string): part is PartRead => typeof part !== 'string';

/** Reads `After`. `known` are the IDs of the tasks, in the order of their table. */
export function readLinks(typed: string, known: readonly string[]): ListRead<LinkTyped> {
  const { found, faults } = readList(typed, known, LINK, false);
  return {
    found: found
      .filter(isPart)
      .map(({ index, groups }) => ({ task: index, kind: KINDS[groups['kind'] ?? ''] ?? 'FS', lag: lagOf(groups) })),
    faults,
  };
}

/** Reads `Live after` and `From`: tasks with a lag, month numbers, years. */
export function readMoments(typed: string, known: readonly string[]): ListRead<MomentTyped> {
  const { found, faults } = readList(typed, known, MOMENT, true);
  return {
    found: found.map((part) =>
      typeof part === 'string'
        ? { kind: 'time', number: part }
        : { kind: 'task', task: part.index, lag: lagOf(part.groups) },
    ),
    faults,
  };
}

/** Reads `Opens`: names joined by semicolons, as indices among those known. */
export function readNames(typed: string, known: readonly string[]): ListRead<number> {
  const { found, faults } = readList(typed, known, NAME, false);
  return { found: found.filter(isPart).map(({ index }) => index), faults };
}
