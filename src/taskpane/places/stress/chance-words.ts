/** What the draws say in words: the lead, the descriptions of charts, how sure it is, and what was done. */
import type { Chance, ChanceOf } from '../../../engine/stress/answers';
import { money, scaledMoney, spell, type Numerals, type Scale } from '../../figures';
import { listed, type Piece } from '../../sentences';
import { approximate } from '../../exact';
import { chanceText, ofHundred } from './dial-words';

const word = (text: string): Piece => ({ text });
const strong = (text: string): Piece => ({ text, strong: true });

/** A band of the draws by its probability. */
export const bandOf = ({ bands }: ChanceOf, at: number): ChanceOf['bands'][number] | undefined =>
  bands.find((band) => band.at === at);

/** "The budget holds in every year in 18 of 100 futures. The chance of going over is 53% in 2029 and 82% in 2030." */
export function chanceLead(chance: Chance, isWhole: boolean, numerals: Numerals): readonly Piece[] {
  const { test } = chance.base;
  if (test === null) return rangeLead(chance, numerals);
  const each = test.byYear.length < chance.years.length ? 'every tested year' : 'every year';
  if (!isWhole) {
    const within = Math.max(1, Math.round(196 * test.error));
    return [
      word('So far the budget holds in '),
      strong(ofHundred(test.passed)),
      word(` futures, give or take ${String(within)}.`),
    ];
  }
  const over = test.byYear.filter(({ passed }) => passed < 1).slice(-2);
  const chances = over.map(({ year, passed }) => `${chanceText(1 - passed, numerals)} in ${String(year)}`);
  return [
    word(`The budget holds in ${each} in `),
    strong(ofHundred(test.passed)),
    word(' futures.'),
    ...(over.length === 0 ? [] : [word(` The chance of going over is ${listed(chances)}.`)]),
  ];
}

function rangeLead({ base, years }: Chance, numerals: Numerals): readonly Piece[] {
  const [low, middle, high] = [0.05, 0.5, 0.95].map((at) => bandOf(base, at)?.cumulative ?? '0');
  const all = [low ?? '0', middle ?? '0', high ?? '0'];
  return [
    word(`Over ${String(years.length)} years the impact is most likely near `),
    strong(money(middle ?? '0', numerals, all)),
    word(
      `; nine in ten draws lie between ${money(low ?? '0', numerals, all)} and ${money(high ?? '0', numerals, all)}.`,
    ),
  ];
}

export function fanWords({ base, years }: Chance, scale: Scale, numerals: Numerals): string {
  const text = (at: number, year: number): string =>
    scaledMoney(bandOf(base, at)?.byYear[year] ?? '0', scale, numerals);
  const last = years.length - 1;
  const [from, to] = [0, last].map((year) => approximate(bandOf(base, 0.5)?.byYear[year] ?? '0'));
  const way = (to ?? 0) >= (from ?? 0) ? 'rises' : 'falls';
  return `Fan chart. The middle estimate ${way} from ${text(0.5, 0)} to ${text(0.5, last)}; in ${String(years[last] ?? '')} nine in ten draws lie between ${text(0.05, last)} and ${text(0.95, last)}.`;
}

export function curveWords({ base: { curve, test } }: Chance, numerals: Numerals): string {
  const half = curve.find(({ passed }) => passed >= 0.5);
  const sure = curve.find(({ passed }) => passed >= 0.95);
  const at = test === null ? '' : ` At ${money(test.threshold, numerals)} it is ${chanceText(test.passed, numerals)}.`;
  return `Line. The chance that no tested year is over a line rises with the line: it is one half at ${money(half?.threshold ?? '0', numerals)} and 95% at ${money(sure?.threshold ?? '0', numerals)}.${at}`;
}

/** "2,000 draws, seed 20260101, 1.2 s. 20 draws were repeated in decimals; the largest difference was …" */
export function doneWords(chance: Chance, took: number, asked: number, numerals: Numerals): string {
  const n = (value: number): string => spell(String(value), numerals);
  const of = chance.draws < asked ? ` of ${n(asked)}` : '';
  const how = chance.sampling === 'sobol' ? 'scrambled Sobol points' : 'plain sampling';
  const ties = chance.ties === 0 ? '' : ` ${n(chance.ties)} lie at a tie of rounding and may differ by one unit.`;
  return `${n(chance.draws)}${of} draws, ${how}, seed ${String(chance.seed)}, ${(took / 1000).toFixed(1)} s. ${n(chance.checked)} draws were repeated in decimals; the largest difference was ${partText(chance.difference)} of the totals.${ties}`;
}

/** A tiny part: "3 parts in 10¹⁵". */
function partText(difference: string): string {
  const value = Number(difference);
  if (value === 0) return 'nothing';
  const [digits = '0', power = '0'] = value.toExponential(0).split('e');
  return `${digits} in 10${superscript(String(-Number(power)))}`;
}
const superscript = (digits: string): string =>
  Array.from(digits, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('');

/** Standard errors, in a sentence. */
export function errorWords({ base }: Chance, numerals: Numerals): string {
  const mean = money(base.cumulative.mean, numerals);
  const error = money(base.cumulative.error, numerals);
  const points = (100 * (base.test?.error ?? 0)).toFixed(1);
  const chance = points === '0.0' ? '' : ` The chance that the budget holds has one of ${points} in 100.`;
  return `The mean over all years is ${mean}, with a standard error of ${error}.${chance}`;
}
