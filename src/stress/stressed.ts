/** Everything that is asked of a model beside its results, in one go: for the command line and the sheets. */
import type { Finding } from '../engine/finding';
import type { Chance, DrawsTable, StressAsked, StressFigures } from '../engine/stress/answers';
import { tried, type Bench } from './bench';
import { breakEven } from './break-even';
import { chanceOf } from './chance';
import { differenceOf } from './difference';
import { drawsTable } from './draws-table';
import { preparedDraws } from './draws';
import { gridOf } from './grid';
import { oneWay } from './one-way';
import { reverseStress } from './reverse';

export interface Stressed {
  readonly figures: StressFigures;
  readonly findings: readonly Finding[];
}

/** What is asked where nothing in particular is: all that the workbook holds rows for. */
export function usualAsked(bench: Bench): StressAsked {
  const { uncertain, scenarios } = bench.reading;
  const running = scenarios.filter(({ changes }) => tried(bench, changes, () => true).value === true);
  return {
    ...(uncertain.length > 0 ? { oneWay: {} } : {}),
    ...(uncertain.some((row) => row.distribution !== null) ? { draws: {} } : {}),
    differences: running.map(({ name }) => ({ from: 'Base', to: name })),
  };
}

/** Answers what is asked. Throws, with a sentence, for a parameter, figure or scenario that does not exist. */
export function stressed(bench: Bench, asked: StressAsked): Stressed {
  const drawn = asked.draws ? drawnOf(bench, asked) : null;
  return {
    findings: drawn?.findings ?? [],
    figures: {
      ...(asked.oneWay ? { oneWay: oneWay(bench, asked.oneWay) } : {}),
      ...(drawn?.chance ? { chance: drawn.chance } : {}),
      ...(drawn?.table ? { table: drawn.table } : {}),
      ...(asked.grid ? { grid: gridOf(bench, asked.grid) } : {}),
      ...(asked.breakEvens ? { breakEvens: asked.breakEvens.map((each) => breakEven(bench, each)) } : {}),
      ...(asked.reverse ? { reverse: reverseStress(bench, asked.reverse) } : {}),
      ...(asked.differences ? { differences: asked.differences.map((each) => differenceOf(bench, each)) } : {}),
    },
  };
}

interface DrawnAnswer {
  readonly chance: Chance | null;
  readonly table: DrawsTable | null;
  readonly findings: readonly Finding[];
}

function drawnOf(bench: Bench, asked: StressAsked): DrawnAnswer {
  const { draws, findings } = preparedDraws(bench, asked.draws);
  if (!draws) return { chance: null, table: null, findings };
  const blocks = Array.from({ length: draws.blocks }, (_, n) => draws.block(n));
  const made = chanceOf(draws, blocks);
  const table = made.chance && asked.table === true ? drawsTable(draws, blocks) : null;
  return { chance: made.chance, table, findings: [...findings, ...made.findings] };
}
