/**
 * A model made ready to run fast: which blocks rest on what varies, in which order they are computed, and what is
 * computed once and for all. Blocks that rest on nothing varied are taken from the exact reading.
 */
import type { Block, Quantity } from '../../graph/quantity';
import type { Expression } from '../../graph/expression';
import { partsOf, readsOf, readsOfBlock } from '../depends';
import { ExactRun } from '../exact';
import type { Cell, Program, Store } from './code';
import { evaluate } from './evaluation';
import { fused } from './fused';
import { lower } from './lower';
import type { Lowering } from './lowering';
import type { Place } from './place';
import { neededSteps } from './needed';
import { Values } from './values';
import { wildBlocks } from './wild';

/** Cells of an input that vary from draw to draw. */
export interface Varied {
  readonly block: Block;
  readonly cells: readonly number[];
}

export interface Asked {
  readonly outputs: readonly Quantity[];
  readonly varied: readonly Varied[];
  /** Draws that go in at a time. */
  readonly draws: number;
  /** The run that fixed figures are taken from, where there is one already. */
  readonly exact?: ExactRun;
}

const NOWHERE: Place = { context: [], bounds: new Map(), depth: 0, careful: false };

/** Blocks that are computed for each draw: outputs rest on them, and they on something varied. */
function variedBlocks(outputs: readonly Quantity[], inputs: ReadonlySet<Block>): readonly Block[] {
  const needed = new Set(outputs.map(({ block }) => block));
  for (const block of needed) for (const read of readsOfBlock(block)) needed.add(read);
  const users = new Map<Block, Block[]>();
  for (const block of needed)
    for (const read of readsOfBlock(block)) users.set(read, [...(users.get(read) ?? []), block]);
  const reached = new Set([...needed].filter((block) => inputs.has(block)));
  for (const block of reached) for (const user of users.get(block) ?? []) reached.add(user);
  return [...needed].filter((block) => reached.has(block) && block.formula && block.size > 0);
}

/** Blocks that a comparison rests on: what is left of a difference by floats alone must not decide a branch. */
function decidingBlocks(blocks: readonly Block[]): ReadonlySet<Block> {
  const compared = (expression: Expression): readonly Block[] => {
    if (expression.node.kind === 'compare') return readsOf(expression);
    const lag = expression.node.kind === 'later' ? readsOf(expression.node.by) : [];
    return [...lag, ...partsOf(expression).flatMap(compared)];
  };
  const found = new Set(blocks.flatMap(({ formula }) => (formula ? compared(formula) : [])));
  for (const block of found) for (const read of readsOfBlock(block)) found.add(read);
  return found;
}

/** Compiles a model to the words that both ways of running know. */
export function programOf({ outputs, varied, exact = new ExactRun() }: Asked, unroll: number): Program {
  const blocks = variedBlocks(outputs, new Set(varied.map(({ block }) => block)));
  const isVaried = new Set([...blocks, ...varied.map(({ block }) => block)]);
  // What is handed back holds a figure for each draw, though it be always the same.
  const asked = new Set(outputs.map(({ block }) => block));
  const stores = new Map<Block, Store>();
  const figures = new Map<Store, readonly number[]>();
  const store = (block: Block): Store => {
    const known = stores.get(block);
    if (known) return known;
    const varies = isVaried.has(block) || asked.has(block);
    const given = block.input !== null || !isVaried.has(block);
    const held = given ? exact.block({ block }).map(Number) : null;
    const wild = held ? held.some((figure) => !Number.isFinite(figure)) : mayBeWild.has(block);
    const made: Store = { name: block.name, size: block.size, varied: varies, given, wild };
    stores.set(block, made);
    if (held) figures.set(made, held);
    return made;
  };
  const deciding = decidingBlocks(blocks);
  const mayBeWild = wildBlocks(blocks);
  const by: Lowering = {
    values: new Values(),
    decides: (block) => deciding.has(block),
    store,
    unroll,
    lower: (expression: Expression, place: Place) => lower(expression, place, by),
  };
  const steps = evaluate(blocks, NOWHERE, [], by);
  const cellsOf = ({ block }: Pick<Quantity, 'block'>): readonly Cell[] =>
    Array.from({ length: block.size }, (_, cell) => ({ store: store(block), cell }));
  const handed = outputs.flatMap(cellsOf);
  const inputs = varied.flatMap(({ block, cells }) => cells.map((cell) => ({ store: store(block), cell })));
  return { steps: fused(neededSteps(steps, handed)), inputs, outputs: handed, stores: [...stores.values()], figures };
}
