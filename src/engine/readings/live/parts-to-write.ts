/**
 * What a live model is written in: the blocks that its figures rest on, each after the blocks made for its parts. Written
 * by year, what is counted in finer periods is left out, and a figure made from it stands as a value.
 */
import type { Axis } from '../../graph/axis';
import type { Block } from '../../graph/quantity';
import { readsOfBlock } from '../depends';
import { periodOf } from './layout';
import { lower } from './lower';
import type { LiveRequest, Part } from './request';

/** Blocks in the order of the model. */
export function partsToWrite(request: LiveRequest): readonly Part[] {
  const { model, byYear = false, year } = request;
  const left = (block: Block): boolean => byYear && isFine(block, year);
  const fixed = (block: Block): boolean => byYear && !left(block) && readsOfBlock(block).some(left);
  const wanted = wantedBlocks(request, left, fixed);
  const part = (block: Block): readonly Part[] => {
    if (fixed(block)) return [{ block, formula: null, fixed: true }];
    if (!block.formula) return [{ block, formula: null }];
    const { formula, helpers } = lower(block, block.formula);
    return [...helpers.flatMap(part), { block, formula }];
  };
  return model.quantities
    .map(({ block }) => block)
    .filter((block) => wanted.has(block) && block.size > 0)
    .flatMap(part)
    .filter(({ block }) => block.size > 0);
}

/** Whether a block runs along periods that are finer than the years: months. */
export function isFine(block: Pick<Block, 'axes'>, year: Axis): boolean {
  const period = periodOf(block);
  return period !== null && period !== year;
}

function wantedBlocks(
  { figures }: LiveRequest,
  left: (block: Block) => boolean,
  fixed: (block: Block) => boolean,
): ReadonlySet<Block> {
  const seen = new Set<Block>();
  const open = figures.map(({ block }) => block);
  for (let block = open.pop(); block; block = open.pop()) {
    if (seen.has(block) || left(block)) continue;
    seen.add(block);
    if (!fixed(block)) open.push(...readsOfBlock(block));
  }
  return seen;
}
