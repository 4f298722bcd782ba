/** Stress in words, for the terminal: what moves the figure, what would have to be true, and what chance says. */
import type {
  BreakEven,
  Chance,
  Difference,
  Grid,
  OneWay,
  OneWayEnd,
  Reverse,
  StressFigures,
} from '../engine/stress/answers';
import { amount, printed } from '../outputs/amounts';
import { moneyOf, moneyShort } from '../outputs/money';
import { parameterWords, valueWords } from '../outputs/parameter-words';
import { safe } from './terminal';

/** How an amount of the watched figure is said. */
type Say = (value: string) => string;

export function stressText(figures: StressFigures, currency: string): string {
  const say: Say = (value) => {
    const of = amount(value);
    return moneyShort(moneyOf(currency, [of]), of).replace('-', '−');
  };
  const { oneWay, chance, grid, breakEvens = [], reverse, differences = [] } = figures;
  const paragraphs = [
    ...(oneWay ? [oneWayText(oneWay, say)] : []),
    ...(grid ? [gridText(grid, say)] : []),
    ...breakEvens.map((each) => [breakEvenText(each, say)]),
    ...(reverse ? [reverseText(reverse, say)] : []),
    ...differences.map((each) => differenceText(each, say)),
    ...(chance ? [chanceText(chance, say)] : []),
  ];
  return paragraphs.map((lines) => `${lines.map(safe).join('\n')}\n`).join('\n');
}

const name = (parameter: string, also: readonly string[] = []): string =>
  parameterWords(parameter) + (also.length > 0 ? ` and ${String(also.length)} more of its group` : '');

function oneWayText({ figure, base, bars, left }: OneWay, say: Say): readonly string[] {
  const end = ({ value, change, refused }: OneWayEnd): string =>
    `${valueWords(value)}: ${change === null ? `refused, ${refused}` : signed(change, say)}`;
  return [
    `One at a time, ${figure}: ${say(base)} as typed.`,
    ...bars.map(({ parameter, also, low, high }) => `  ${name(parameter, also)}, at ${end(low)}; at ${end(high)}`),
    ...left.map(({ parameter, why }) => `  ${name(parameter)}: ${why}`),
  ];
}

const signed = (value: string, say: Say): string => (amount(value).gt(0) ? `+${say(value)}` : say(value));

function gridText({ figure, target, across, down, cells, line }: Grid, say: Say): readonly string[] {
  const rows = [
    [`${name(down.parameter)} ↓`, ...across.values.map(valueWords)],
    ...cells.map((row, n) => [
      valueWords(down.values[n] ?? ''),
      ...row.map((cell) => (cell === null ? '–' : say(cell))),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `${figure} by ${name(across.parameter)} across:`,
    ...rows.map(
      (row) =>
        `  ${row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ')}`,
    ),
    ...line.flatMap((at) =>
      at.across.map((value) => `  It is ${say(target)} at ${valueWords(at.down)} and ${valueWords(value)}.`),
    ),
  ];
}

/** "none" and "more than one" are said as such. */
function breakEvenText(of: BreakEven, say: Say): string {
  const { parameter, figure, target, roots, how, from, to, now, always } = of;
  const what = `${figure} is ${say(target)}`;
  if (always) return `${what} whatever ${name(parameter)} is.`;
  const range = `between ${valueWords(from)} and ${valueWords(to)}`;
  if (roots.length === 0) return `There is no ${name(parameter)} ${range} at which ${what}.`;
  const said = roots.map(
    ({ value, change, leaps }) =>
      `${valueWords(value)}${change === null ? '' : ` (${percent(change)})`}${leaps ? ', where it leaps past' : ''}`,
  );
  const typed = now === null ? '' : `, ${valueWords(now)} as typed`;
  const way =
    how === 'straight' ? 'exactly, as it is a straight line' : `by ${String(of.looked)} runs ${range} and halving`;
  return roots.length === 1
    ? `${what} at ${name(parameter)} ${said.join('')}${typed}; found ${way}.`
    : `${what} at more than one ${name(parameter)}: ${said.join('; ')}${typed}; found ${way}.`;
}

const percent = (part: string): string => {
  const of = amount(part).times(100);
  return `${of.gt(0) ? '+' : ''}${printed(of, 1).replace('-', '−')} %`;
};

function reverseText({ figure, target, figureNow, found, moves, figureThere }: Reverse, say: Say): readonly string[] {
  if (found === 'already')
    return [`${figure} is ${say(figureNow)}, over ${say(target)} as typed: nothing has to move.`];
  if (found === 'none')
    return [`No joint move of these parameters takes ${figure} to ${say(target)}; it is ${say(figureNow)} as typed.`];
  return [
    `The smallest joint move that takes ${figure} from ${say(figureNow)} to ${say(figureThere)}:`,
    ...moves.map(
      ({ parameter, now, value, move }) =>
        `  ${name(parameter)} ${valueWords(now)} → ${valueWords(value)} (${percent(move)})`,
    ),
  ];
}

function differenceText({ figure, from, to, start, end, steps, interaction }: Difference, say: Say): readonly string[] {
  return [
    `From ${from} to ${to}, ${figure}: ${say(start)} → ${say(end)}`,
    ...steps.map(
      ({ parameter, change, alone }) =>
        `  ${name(parameter)} ${change}: ${alone === null ? 'refused alone' : signed(alone, say)}`,
    ),
    ...(steps.length > 1 ? [`  together and not apart: ${signed(interaction, say)}`] : []),
  ];
}

const chanceSaid = (part: number): string =>
  part > 0 && part < 0.01
    ? '<1 of 100'
    : part > 0.99 && part < 1
      ? '>99 of 100'
      : `${String(Math.round(part * 100))} of 100`;

function chanceText(of: Chance, say: Say): readonly string[] {
  const { base, years, drivers, scenarios, draws, seed, sampling, difference, checked, advice } = of;
  const band = (at: number) => base.bands.find((each) => each.at === at);
  const range = (n: number): string => `${say(band(0.025)?.byYear[n] ?? '0')} to ${say(band(0.975)?.byYear[n] ?? '0')}`;
  const { test } = base;
  return [
    `${String(draws)} draws (seed ${String(seed)}, ${sampling === 'sobol' ? 'scrambled Sobol' : 'plain sampling'}):`,
    ...years.map((year, n) => `  ${String(year)}: ${say(base.mean[n] ?? '0')} in the mean, ${range(n)} in 95 of 100`),
    `  all years: ${say(base.cumulative.mean)}, ${say(band(0.025)?.cumulative ?? '0')} to ${say(band(0.975)?.cumulative ?? '0')}; standard error of the mean ${say(base.cumulative.error)}`,
    ...(test
      ? [
          `  at most ${say(test.threshold)} in every tested year: ${chanceSaid(test.passed)} (${test.byYear.map(({ year, passed }) => `${String(year)} ${chanceSaid(passed)}`).join(', ')})`,
        ]
      : []),
    ...scenarios.map(
      ({ scenario, cumulative, test: own }) =>
        `  ${scenario}: ${say(cumulative.mean)}${own ? `, passes in ${chanceSaid(own.passed)}` : ''}`,
    ),
    ...drivers
      .slice(0, 8)
      .map(
        ({ parameter, also, share, rank }) =>
          `  ${name(parameter, also)}: ${printed(amount(share).times(100), 0)} % of the variance, rank correlation ${printed(amount(rank), 2).replace('-', '−')}`,
      ),
    `  ${String(checked)} draws run again in decimals: largest difference ${difference} of the totals.`,
    ...(advice === '' ? [] : [`  ${advice}`]),
  ];
}
