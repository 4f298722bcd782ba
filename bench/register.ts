/**
 * A register of 200 technologies over ten years, from the cells of its workbook to its figures; the reference is the same
 * number of draws written by hand over typed arrays, in the same process.
 */
import { assess } from '../src/assess';
import type { ExampleRow } from '../src/inputs/examples/example';
import { templateReport } from '../src/inputs/template';
import { newXlsx, openXlsx } from '../src/workbook/xlsx';
import { median } from './median';

export interface RegisterTimes {
  /** Milliseconds. */
  readonly assess: number;
  readonly hand: number;
  /** Largest part by which the two expected costs of a year differ: draws against exact figures. */
  readonly apart: number;
}

const SIZE = 200;
const YEARS = 10;
const FIRST = 2026;
const DRAWS = 10_000;
const ROUNDS = 5;
/** Probability that each launches; people, peak and cost differ from row to row. */
const CHANCE = 0.4;
const peopleOf = (n: number): number => 50 + 7 * n;
const costOf = (n: number): number => 1000 + 37 * ((n * 31) % 97);
const launchOf = (n: number): number => FIRST + ((n * 13) % 60) / 10;

const row = (n: number): ExampleRow => ({
  Technology: `Technology ${String(n)}`,
  Phase: 'III',
  Launch: String(launchOf(n)),
  Earliest: String(launchOf(n) - 0.5),
  Latest: String(launchOf(n) + 1.5),
  Probability: String(CHANCE),
  Eligible: String(peopleOf(n)),
  'Peak uptake': '0.5',
  'Years to peak': '3',
  'Net cost per patient': String(costOf(n)),
  Source: 'a benchmark',
});
const setting = (Setting: string, Value: string): ExampleRow => ({ Setting, Value, Unit: '', Source: '' });

export async function measureRegister(): Promise<RegisterTimes> {
  const made = newXlsx();
  const Model = [
    setting('Title', 'A register'),
    setting('Schema', '1'),
    setting('Currency', 'GBP'),
    setting('First year', String(FIRST)),
    setting('Years', String(YEARS)),
  ];
  const Horizon = Array.from({ length: SIZE }, (_, n) => row(n));
  await made.write(templateReport({ title: 'A register', about: '', bare: true, tables: { Model, Horizon } }));
  const snapshot = await (await openXlsx(await made.bytes())).read();
  const [ours, hand]: [number[], number[]] = [[], []];
  let apart = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const register = assess(snapshot).results?.register;
    ours.push(performance.now() - start);
    if (!register) throw new Error('the register gave no figures');
    const from = performance.now();
    const means = byHand(round + 1);
    hand.push(performance.now() - from);
    apart = Math.max(
      apart,
      ...register.weighted.map((cost, year) => Math.abs((means[year] ?? 0) / Math.max(1, Number(cost)) - 1)),
    );
  }
  return { assess: median(ours), hand: median(hand), apart };
}

/** Draws launches and adds costs up by year, sorted for their percentiles; gives the mean of each year. */
function byHand(seed: number): readonly number[] {
  const ramp = (x: number): number => (x <= 0 ? 0 : x <= 3 ? (x * x) / 6 : x - 1.5);
  const costs = new Float64Array(SIZE * 3 * YEARS);
  for (let n = 0; n < SIZE; n += 1)
    [launchOf(n) - 0.5, launchOf(n), launchOf(n) + 1.5].forEach((launch, date) => {
      for (let year = 0; year < YEARS; year += 1) {
        const after = FIRST + year - launch;
        const people = peopleOf(n) * 0.5 * (ramp(after + 1) - ramp(after));
        costs[(n * 3 + date) * YEARS + year] = people * costOf(n);
      }
    });
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const years = Array.from({ length: YEARS }, () => new Float64Array(DRAWS));
  for (let draw = 0; draw < DRAWS; draw += 1)
    for (let n = 0; n < SIZE; n += 1) {
      const u = next() / CHANCE;
      if (u >= 1) continue;
      const date = u < 1 / 6 ? 0 : u < 5 / 6 ? 1 : 2;
      for (let year = 0; year < YEARS; year += 1) {
        const sums = years[year];
        if (sums) sums[draw] = (sums[draw] ?? 0) + (costs[(n * 3 + date) * YEARS + year] ?? 0);
      }
    }
  return years.map((sums) => sums.sort().reduce((total, cost) => total + cost, 0) / DRAWS);
}
