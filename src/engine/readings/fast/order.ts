/** Blocks in an order in which each comes after those it reads; those that read each other together. */
import type { Block } from '../../graph/quantity';

/** Blocks that read each other, or one block; `round`: it reads itself, or each other. */
export interface Group {
  readonly blocks: readonly Block[];
  readonly round: boolean;
}

interface Visit {
  readonly number: number;
  low: number;
  open: boolean;
}

/** Groups of blocks that read each other, in order (Tarjan, SIAM J Comput 1972;1:146). */
export function inOrder(blocks: readonly Block[], readsOf: (block: Block) => Iterable<Block>): readonly Group[] {
  const wanted = new Set(blocks);
  const seen = new Map<Block, Visit>();
  const stack: Block[] = [];
  const groups: Group[] = [];
  const visit = (block: Block): Visit => {
    const at: Visit = { number: seen.size, low: seen.size, open: true };
    seen.set(block, at);
    stack.push(block);
    let self = false;
    for (const next of readsOf(block)) {
      if (!wanted.has(next)) continue;
      self ||= next === block;
      const there = seen.get(next);
      if (!there) at.low = Math.min(at.low, visit(next).low);
      else if (there.open) at.low = Math.min(at.low, there.number);
    }
    if (at.low === at.number) {
      const members = stack.splice(stack.indexOf(block));
      for (const member of members) {
        const visited = seen.get(member);
        if (visited) visited.open = false;
      }
      groups.push({
        blocks: blocks.filter((candidate) => members.includes(candidate)),
        round: members.length > 1 || self,
      });
    }
    return at;
  };
  for (const block of blocks) if (!seen.has(block)) visit(block);
  return groups;
}
