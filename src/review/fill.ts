/** A form filled from the checks of a model: what the checks answer, what is left to judgement, what does not apply. */
import { plantedSaid, smallestSaid } from '../verify/said';
import type { Lamp, Verification } from '../verify/verify';
import type { Facts } from './facts';
import type { Form, Item } from './item';

/** `judge`: a person has to answer, whatever the checks found of a part of it. */
export type Answer = 'as expected' | 'not as expected' | 'judge' | 'does not apply';

export interface FilledItem {
  readonly item: Item;
  readonly answer: Answer;
  /** What was tried and found, or why there is nothing to try. */
  readonly found: string;
  /** What is left to a person; empty where nothing is. */
  readonly left: string;
}

/** What a form is filled from. */
export interface Filling {
  readonly verification: Verification;
  readonly facts: Facts;
}

export const fill = (form: Form, from: Filling): readonly (readonly FilledItem[])[] =>
  form.parts.map((part) => part.items.map((item) => filled(item, from)));

function filled(item: Item, from: Filling): FilledItem {
  if (item.apart !== undefined) return { item, answer: 'does not apply', found: item.apart, left: '' };
  const lamps = (item.by ?? []).flatMap(
    (number) => from.verification.lamps.find((lamp) => lamp.number === number) ?? [],
  );
  const found = [foundBy(lamps), shown(item, from)].filter((words) => words !== '').join('. ');
  return { item, answer: answerOf(item, lamps), found, left: item.open ?? '' };
}

function answerOf(item: Item, lamps: readonly Lamp[]): Answer {
  if (lamps.some(({ verdict }) => verdict === 'fails')) return 'not as expected';
  if (item.open !== undefined) return 'judge';
  return lamps.some(({ verdict }) => verdict === 'holds') ? 'as expected' : 'does not apply';
}

/** "Checks 23, 16 hold; 31 does not apply: no doses by weight" */
function foundBy(lamps: readonly Lamp[]): string {
  const of = (verdict: Lamp['verdict']): readonly Lamp[] => lamps.filter((lamp) => lamp.verdict === verdict);
  const numbers = (some: readonly Lamp[]): string => some.map(({ number }) => String(number)).join(', ');
  const [holds, fails, apart] = [of('holds'), of('fails'), of('does not apply')];
  return [
    ...fails.map(failed),
    ...(holds.length === 0
      ? []
      : [`${holds.length === 1 ? 'Check' : 'Checks'} ${numbers(holds)} ${holds.length === 1 ? 'holds' : 'hold'}`]),
    ...apart.map(({ number, because }) => `${String(number)} does not apply: ${because}`),
  ].join('; ');
}

function failed(lamp: Lamp): string {
  const { failure } = lamp;
  if (!failure) return '';
  const at = failure.at ? ` (${failure.at.sheet}!${failure.at.cell})` : '';
  return `Check ${String(lamp.number)} fails: ${failure.changed}; expected ${failure.expected}, got ${failure.got}${at}; smallest: ${smallestSaid(lamp)}`;
}

function shown({ shows }: Item, { verification, facts }: Filling): string {
  if (shows === undefined) return '';
  if (shows === 'planted') return verification.planted.length === 0 ? '' : plantedSaid(verification);
  return facts[shows];
}

/** "31 as expected, 0 not, 24 to judge, 29 do not apply" */
export function filledSaid(parts: readonly (readonly FilledItem[])[]): string {
  const count = (answer: Answer): string => String(parts.flat().filter((each) => each.answer === answer).length);
  return `${count('as expected')} as expected, ${count('not as expected')} not, ${count('judge')} left open to judgement, ${count('does not apply')} do not apply`;
}
