/** Blocks in an order in which each comes after those it reads; those that read each other together. */
import type { Block } from '../../graph/quantity';

/** Blocks that read each other, or one block; `round`: it reads itself, or each other. */
export interface Group {
  readonly blocks: readonly Block[];
  readonly round: boolean;
}

interface Visit {
  readonly block: Block;
  low: number;
  open: boolean;
}

/** Groups of blocks that read each other, in order (Tarjan, SIAM J Comput 1972;1:146); only these blocks are read. */
export function inOrder(blocks: readonly Block[], readsOf: (block: Block) => readonly Block[]): readonly Group[] {
  const seen = new Map<Block, Visit>();
  const stack: Visit[] = [];
  const groups: Group[] = [];
  const visit = (block: Block): Visit => {
    const number = seen.size;
    const at: Visit = { block, low: number, open: true };
    seen.set(block, at);
    stack.push(at);
    const reads = readsOf(block);
    for (const next of reads) {
      const there = seen.get(next) ?? visit(next);
      if (there.open) at.low = Math.min(at.low, there.low);
    }
    if (at.low === number) {
      const members = stack.splice(stack.indexOf(at));
      for (const member of members) member.open = false;
      const group = blocks.filter((candidate) => members.some((member) => member.block === candidate));
      groups.push({ blocks: group, round: reads.some((read) => group.includes(read)) });
    }
    return at;
  };
  for (const block of blocks) if (!seen.has(block)) visit(block);
  return groups;
}
