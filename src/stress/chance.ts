/** What draws say: means, bands and chances by year, what drives them, how sure they are, and what was noticed on the way. */
import { text, years } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { Exact } from '../engine/readings/decimals';
import type { Chance, ChanceOf, DrawnBlock, Driver } from '../engine/stress/answers';
import { testedYears } from '../engine/stress/watched';
import { correlation, ranks, varianceShare } from '../engine/uncertainty/drivers';
import { movingAsOne } from '../engine/uncertainty/groups';
import { percentile, summarise } from '../engine/uncertainty/statistics';
import { adviceOn } from './advice';
import type { PreparedDraws } from './draws';
import { noticed, TOO_FAR } from './noticed';

const BANDS = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];
/** Thresholds of a curve. */
const CURVE = 40;
/** Draws that drivers are found among: rank correlations are then known to 0.016. */
const DRIVEN = 4096;

/** Null where the draws are too far from the exact reading to be shown. */
export function chanceOf(
  draws: PreparedDraws,
  blocks: readonly DrawnBlock[],
): { readonly chance: Chance | null; readonly findings: readonly Finding[] } {
  const findings = noticed(draws, blocks);
  const difference = blocks.reduce((worst, block) => Math.max(worst, block.difference), 0);
  if (!(difference <= TOO_FAR)) return { chance: null, findings };
  const { firstYear } = draws.bench.base.of.structure.assumptions.model;
  const base = figuresOf(draws, blocks, 'Base', 0);
  const drawn = blocks.reduce((sum, { count }) => sum + count, 0);
  return {
    findings,
    chance: {
      draws: drawn,
      seed: draws.seed,
      sampling: draws.sampling,
      years: years(draws.bench.base).map((_, n) => firstYear + n),
      base,
      scenarios: draws.scenarios.map((scenario, n) => figuresOf(draws, blocks, scenario, n + 1)),
      drivers: driversOf(draws, blocks),
      difference: difference.toExponential(2),
      checked: blocks.reduce((sum, { checked }) => sum + checked, 0),
      ties: blocks.reduce((sum, { ties }) => sum + ties, 0),
      advice: adviceOn(base, drawn),
    },
  };
}

const inOrder = (values: Float64Array): Float64Array => Float64Array.from(values).sort();
const said = (value: number): string => text(new Exact(value));

/** Impacts of a scenario by year, all blocks together. */
export function impactsOf(blocks: readonly DrawnBlock[], scenario: number): readonly Float64Array[] {
  const count = blocks.reduce((sum, block) => sum + block.count, 0);
  return (blocks[0]?.impacts[scenario] ?? []).map((_, year) => {
    const all = new Float64Array(count);
    for (const { from, impacts } of blocks) all.set(impacts[scenario]?.[year] ?? new Float64Array(), from);
    return all;
  });
}

/** All years of each draw together. */
function cumulativeOf(impacts: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(impacts[0]?.length ?? 0);
  for (const values of impacts) for (let n = 0; n < sums.length; n += 1) sums[n] = (sums[n] ?? 0) + (values[n] ?? 0);
  return sums;
}

function figuresOf({ bench }: PreparedDraws, blocks: readonly DrawnBlock[], scenario: string, at: number): ChanceOf {
  const impacts = impactsOf(blocks, at);
  const cumulative = cumulativeOf(impacts);
  const sorted = impacts.map(inOrder);
  const all = inOrder(cumulative);
  const byYear = impacts.map((values, year) => summarise(values, sorted[year]));
  const whole = summarise(cumulative, all);
  return {
    scenario,
    mean: byYear.map(({ mean }) => said(mean)),
    sd: byYear.map(({ sd }) => said(sd)),
    error: byYear.map(({ error }) => said(error)),
    cumulative: { mean: said(whole.mean), sd: said(whole.sd), error: said(whole.error) },
    bands: BANDS.map((part) => ({
      at: part,
      byYear: sorted.map((values) => said(percentile(values, part))),
      cumulative: said(percentile(all, part)),
    })),
    ...chancesOf(bench, impacts, sorted),
  };
}

/** The chance to pass the test, by year and in all tested years, and by threshold. */
function chancesOf(
  { base }: PreparedDraws['bench'],
  impacts: readonly Float64Array[],
  inOrderByYear: readonly Float64Array[],
): Pick<ChanceOf, 'test' | 'curve'> {
  const { testThreshold, firstYear } = base.of.structure.assumptions.model;
  const tested = testedYears(base);
  const highest = (impacts[0] ?? new Float64Array()).map((_, n) =>
    Math.max(...tested.map((year) => impacts[year]?.[n] ?? 0)),
  );
  const sorted = inOrder(highest);
  const limit = testThreshold?.value.toNumber() ?? null;
  const passed = limit === null ? 0 : partUpTo(sorted, limit);
  return {
    test:
      testThreshold && limit !== null
        ? {
            threshold: text(testThreshold.value),
            byYear: tested.map((year) => ({
              year: firstYear + year,
              passed: partUpTo(inOrderByYear[year] ?? new Float64Array(), limit),
            })),
            passed,
            error: Math.sqrt((passed * (1 - passed)) / sorted.length),
          }
        : null,
    curve: thresholdsOf(sorted).map((threshold) => ({
      threshold: said(threshold),
      passed: partUpTo(sorted, threshold),
    })),
  };
}

/** Even steps from the lowest to the highest. */
function thresholdsOf(sorted: Float64Array): readonly number[] {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (low === high) return [low];
  return Array.from({ length: CURVE + 1 }, (_, n) => (n === CURVE ? high : low + ((high - low) * n) / CURVE));
}

/** Part of sorted values that is at most a limit. */
function partUpTo(sorted: Float64Array, limit: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return sorted.length === 0 ? 0 : from / sorted.length;
}

const found = new WeakMap<
  PreparedDraws,
  { readonly among: readonly DrawnBlock[]; readonly drivers: readonly Driver[] }
>();

/** Drivers among the first draws: found once, and not again for every part of an answer. */
function driversOf(draws: PreparedDraws, blocks: readonly DrawnBlock[]): readonly Driver[] {
  const some = blocks.filter(({ from }) => from < DRIVEN);
  const known = found.get(draws);
  if (known?.among.length === some.length && known.among.every((block, n) => block === some[n])) return known.drivers;
  const drivers = driversAmong(draws, some);
  found.set(draws, { among: some, drivers });
  return drivers;
}

/** Parameters by the variance they explain; those of one Group, which are drawn as one, are said once. */
function driversAmong({ rows, plan }: PreparedDraws, some: readonly DrawnBlock[]): readonly Driver[] {
  const figure = cumulativeOf(impactsOf(some, 0));
  const figureRanks = ranks(figure);
  const drawn = some.map(({ block, count }) => plan(block, count));
  return movingAsOne(rows)
    .map(([first = 0, ...others]): Driver => {
      const values = new Float64Array(figure.length);
      some.forEach(({ from }, n) => {
        values.set(drawn[n]?.[first] ?? [], from);
      });
      const own = ranks(values);
      const also = others.flatMap((n) => rows[n]?.parameter ?? []);
      const [rank, share] = [correlation(own, figureRanks), varianceShare(own, figure)];
      return { parameter: rows[first]?.parameter ?? '', also, rank, share };
    })
    .sort((a, b) => b.share - a.share || Math.abs(b.rank) - Math.abs(a.rank));
}
