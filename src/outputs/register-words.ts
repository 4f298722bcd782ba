/** What the register says: what is coming, how sure that is, the largest item, and what the budget does not provide for. */
import type { HorizonFigures } from '../engine/realisation-results';
import { amount, printed, sum, type Amount } from './amounts';
import type { Figures } from './figures';
import { firstUnprovided, largestFirst, registerItems, registerScale } from './register';
import { moneySaid } from './realisation-said';

export interface RegisterAnswer {
  readonly title: string;
  readonly text: string;
}

/** One sentence to open with. */
export function registerLead(figures: Figures, register: HorizonFigures): string {
  const { said, last, year } = spoken(figures, register);
  const expected = `What is coming is expected to cost ${said(last(register.weighted))} in ${year}`;
  const from = firstUnprovided(register, figures.years);
  if (register.headroom === null) return `${expected}; ${said(last(register.unweighted))} if all of it launches.`;
  return from === null
    ? `${expected}, within the room in the budget of every year.`
    : `${expected}; from ${String(from)} on the budget has no room for all of it.`;
}

/** The answers, in order. */
export function registerAnswers(figures: Figures, register: HorizonFigures): readonly RegisterAnswer[] {
  return [
    { title: 'What is coming', text: comingWords(figures, register) },
    { title: 'How sure that is', text: sureWords(figures, register) },
    { title: 'The largest item', text: largestWords(figures, register) },
    { title: 'Room in the budget', text: roomWords(figures, register) },
  ];
}

interface Spoken {
  readonly said: (value: Amount) => string;
  readonly last: (values: readonly string[]) => Amount;
  readonly year: string;
}

function spoken(figures: Figures, register: HorizonFigures): Spoken {
  const scaled = registerScale(figures, register);
  return {
    said: (value) => moneySaid(scaled, value),
    last: (values) => amount(values.at(-1) ?? '0'),
    year: String(figures.years.at(-1) ?? ''),
  };
}

const technologies = (count: number): string => (count === 1 ? 'One technology' : `${String(count)} technologies`);

function comingWords(figures: Figures, register: HorizonFigures): string {
  const { said, last, year } = spoken(figures, register);
  const groups = new Set(register.chances.flatMap(({ group }) => (group === '' ? [] : [group.trim().toLowerCase()])));
  const shared =
    groups.size === 0
      ? ''
      : ` ${groups.size === 1 ? 'One group shares a market' : `${String(groups.size)} groups share markets`}, and is counted once.`;
  const first = amount(register.weighted[0] ?? '0');
  const count = register.chances.length;
  return `${technologies(count)} ${count === 1 ? 'is' : 'are'} in the register. Weighted by chance and launch date, the cost goes from ${said(first)} in ${String(figures.years[0] ?? '')} to ${said(last(register.weighted))} in ${year}; if all launch when they are most likely to, ${said(last(register.unweighted))}.${groups.size > 1 ? shared.replace('is counted', 'are counted') : shared}`;
}

function sureWords(figures: Figures, register: HorizonFigures): string {
  const { said, last, year } = spoken(figures, register);
  const how =
    register.method === 'exact'
      ? `Every one of ${printed(amount(register.combinations), 0)} combinations of launches is counted.`
      : 'There are more combinations of launches than can be counted, so they are drawn; the expected cost is exact but for large groups.';
  return `In ${year} the cost lies between ${said(last(register.low))} and ${said(last(register.high))} with a chance of 95 %; half of the time it is below ${said(last(register.median))}. ${how}`;
}

function largestWords(figures: Figures, register: HorizonFigures): string {
  const { said, year } = spoken(figures, register);
  const [largest] = largestFirst(registerItems(register));
  const whole = sum(register.weighted.map(amount));
  const name = register.largest.at(-1) ?? '';
  const item = registerItems(register).find(({ technology }) => technology === name);
  const launched = item?.unweighted.at(-1);
  const alone = launched === undefined ? '' : `If it launches, ${name} alone costs ${said(launched)} in ${year}.`;
  if (!largest || whole.lte(0) || sum(largest.weighted).lte(0)) return alone;
  const share = sum(largest.weighted).div(whole).times(100);
  return `${largest.technology} is ${printed(share, 0)} % of what is expected over ${figures.longSpan}. ${alone}`;
}

function roomWords(figures: Figures, register: HorizonFigures): string {
  const { said, last, year } = spoken(figures, register);
  if (register.headroom === null)
    return 'No room in the budget is typed: a row of BIM_Resources for the technology horizon compares it with what is coming.';
  const from = firstUnprovided(register, figures.years);
  const exceed = chanceSaid(last(register.exceed ?? []));
  const room = `${said(last(register.headroom))} is provided for ${year}; the chance that this is not enough is ${exceed}.`;
  if (from === null) return room;
  const missing = said(sum((register.unprovided ?? []).map(amount)));
  return `${room} From ${String(from)} on the expected cost is above the room: over ${figures.longSpan} ${missing} is not provided for.`;
}

/** A chance in words: never none and never certain unless it is. */
export function chanceSaid(chance: Amount): string {
  if (chance.gt(0) && chance.lt('0.01')) return 'under 1 %';
  if (chance.lt(1) && chance.gt('0.99')) return 'over 99 %';
  return `${printed(chance.times(100), 0)} %`;
}
