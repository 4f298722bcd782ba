/**
 * Stress in a worker: each question is a chain of parts, so that whoever asked hears how far it is and what is known so
 * far. It ends with the whole answer; whoever has heard enough ends the worker.
 */
import type {
  BreakEven,
  BreakEvenAsked,
  Chance,
  Difference,
  DifferenceAsked,
  DrawnBlock,
  DrawsAsked,
  DrawsTable,
  Grid,
  GridAsked,
  OneWay,
  OneWayAsked,
  Reverse,
  ReverseAsked,
} from '../engine/stress/answers';
import type { Finding } from '../engine/finding';
import type { Snapshot } from '../workbook/workbook';
import { Fellow } from './fellow';
import { benchIn, type Bench } from '../stress/bench';
import { breakEven } from '../stress/break-even';
import { chanceOf } from '../stress/chance';
import { differenceOf } from '../stress/difference';
import { preparedDraws, type PreparedDraws } from '../stress/draws';
import { drawsTable } from '../stress/draws-table';
import { gridOf } from '../stress/grid';
import { countBars, oneWayBars, ranked } from '../stress/one-way';
import { reverseStress } from '../stress/reverse';

export type StressQuestion =
  | { readonly kind: 'one-way'; readonly asked: OneWayAsked }
  | { readonly kind: 'break-even'; readonly asked: readonly BreakEvenAsked[] }
  | { readonly kind: 'grid'; readonly asked: GridAsked }
  | { readonly kind: 'reverse'; readonly asked: ReverseAsked }
  | { readonly kind: 'difference'; readonly asked: DifferenceAsked }
  /** `table`: with every draw, to be written. `fellow`: another worker draws as well, and goes by this name. */
  | { readonly kind: 'chance'; readonly asked: DrawsAsked; readonly table?: boolean; readonly fellow?: string }
  /** What that other worker is asked: blocks from the last on, for whoever goes by the name. */
  | { readonly kind: 'draw for'; readonly asked: DrawsAsked; readonly fellow: string };

type ChanceQuestion = Extract<StressQuestion, { kind: 'chance' }>;

/** One answer. Of a break-even that cannot be asked for, `why` says so. */
export type StressAnswer =
  | { readonly kind: 'one-way'; readonly oneWay: OneWay }
  | { readonly kind: 'break-even'; readonly breakEvens: readonly (BreakEven | BreakEvenRefused)[] }
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'reverse'; readonly reverse: Reverse }
  | { readonly kind: 'difference'; readonly difference: Difference }
  | { readonly kind: 'drawn for' }
  | {
      readonly kind: 'chance';
      readonly chance: Chance;
      readonly findings: readonly Finding[];
      readonly table?: DrawsTable;
    };
export interface BreakEvenRefused {
  readonly parameter: string;
  readonly why: string;
}

/** How far it is, and the answer as far as it is known; null: as it was. */
export interface StressPart {
  readonly done: number;
  readonly of: number;
  readonly so: StressAnswer | null;
}

/** Milliseconds between answers that are not yet whole: each costs as much as statistics of all draws so far. */
const APART = 400;

/** Tries a model with changes and draws. */
export interface StressTask {
  readonly kind: 'stress';
  readonly snapshot: Snapshot;
  readonly question: StressQuestion;
}
export interface StressAnswered {
  readonly kind: 'stressed';
  readonly answer: StressAnswer;
}

export function* stressAnswered({ snapshot, question }: StressTask): Generator<StressPart, StressAnswered> {
  return { kind: 'stressed', answer: yield* stressed(snapshot, question) };
}

function* stressed(snapshot: Snapshot, question: StressQuestion): Generator<StressPart, StressAnswer> {
  const bench = benchIn(snapshot);
  switch (question.kind) {
    case 'one-way':
      return yield* oneWayParts(bench, question.asked);
    case 'break-even':
      return yield* breakEvenParts(bench, question.asked);
    case 'grid':
      return { kind: 'grid', grid: gridOf(bench, question.asked) };
    case 'reverse':
      return { kind: 'reverse', reverse: reverseStress(bench, question.asked) };
    case 'difference':
      return { kind: 'difference', difference: differenceOf(bench, question.asked) };
    case 'chance':
      return yield* chanceParts(bench, question);
    case 'draw for':
      return yield* drawFor(bench, question);
  }
}

function* oneWayParts(bench: Bench, asked: OneWayAsked): Generator<StressPart, StressAnswer> {
  const bars: Parameters<typeof ranked>[2][number][] = [];
  const of = countBars(bench, asked);
  let told = performance.now();
  for (const bar of oneWayBars(bench, asked)) {
    bars.push(bar);
    const so = performance.now() - told > APART;
    if (so) told = performance.now();
    yield { done: bars.length, of, so: so ? { kind: 'one-way', oneWay: ranked(bench, asked, bars) } : null };
  }
  return { kind: 'one-way', oneWay: ranked(bench, asked, bars) };
}

function* breakEvenParts(bench: Bench, asked: readonly BreakEvenAsked[]): Generator<StressPart, StressAnswer> {
  const breakEvens: (BreakEven | BreakEvenRefused)[] = [];
  for (const one of asked) {
    try {
      breakEvens.push(breakEven(bench, one));
    } catch (refused) {
      breakEvens.push({ parameter: one.parameter, why: refused instanceof Error ? refused.message : String(refused) });
    }
    yield { done: breakEvens.length, of: asked.length, so: { kind: 'break-even', breakEvens: [...breakEvens] } };
  }
  return { kind: 'break-even', breakEvens };
}

function* chanceParts(bench: Bench, question: ChanceQuestion): Generator<StressPart, StressAnswer> {
  const { asked, table = false } = question;
  const fellow = question.fellow === undefined ? null : new Fellow(question.fellow);
  try {
    const { draws, findings } = preparedDraws(bench, asked);
    if (!draws) throw new Error(findings[0]?.message ?? NOTHING);
    const blocks: DrawnBlock[] = [];
    let told = -Infinity;
    for (let number = 0; number < draws.blocks; number += 1) {
      fellow?.tell(number);
      const block = fellow?.block(number) ?? draws.block(number);
      blocks.push(block);
      const isTime = performance.now() - told > APART && number + 1 < draws.blocks;
      if (isTime) told = performance.now();
      const so = isTime ? chanceSo(draws, blocks, findings) : null;
      yield { done: block.from + block.count + (fellow?.drawnAfter(number) ?? 0), of: draws.count, so };
    }
    const whole = chanceSo(draws, blocks, findings);
    return table && whole.kind === 'chance' ? { ...whole, table: drawsTable(draws, blocks) } : whole;
  } finally {
    fellow?.close();
  }
}

function* drawFor(
  bench: Bench,
  { asked, fellow: name }: Extract<StressQuestion, { kind: 'draw for' }>,
): Generator<StressPart, StressAnswer> {
  const fellow = new Fellow(name);
  const { draws } = preparedDraws(bench, asked);
  for (let number = (draws?.blocks ?? 0) - 1; draws && number > fellow.reached; number -= 1) {
    const block = draws.block(number);
    fellow.give(block);
    yield { done: draws.count - block.from, of: draws.count, so: null };
  }
  fellow.close();
  return { kind: 'drawn for' };
}

const NOTHING = 'No row of BIM_Uncertainty has a distribution, so there is nothing to draw.';

/** Throws where draws may not be shown: they are too far from the exact reading. */
function chanceSo(draws: PreparedDraws, blocks: readonly DrawnBlock[], before: readonly Finding[]): StressAnswer {
  const { chance, findings } = chanceOf(draws, blocks);
  if (!chance) throw new Error(findings[0]?.message ?? 'The draws cannot be shown.');
  return { kind: 'chance', chance, findings: [...before, ...findings] };
}
