/** Steps that nothing rests on are left out: figures that others are read in place of, and what only they needed. */
import { childrenOf, type Cell, type Index, type Step, type Store, type Value } from './code';
import { boundsOf, numbersOf, termAt } from './index';

/** Cells of stores that are read, or handed back; and the values that read them. */
interface Read {
  readonly cells: Map<Store, Uint8Array>;
  readonly marked: Set<Value>;
}

/** Places of an index that are told one by one; of more, all from the least to the greatest. */
const MOST = 4096;

export function neededSteps(steps: readonly Step[], outputs: readonly Cell[]): readonly Step[] {
  const read: Read = { cells: new Map(), marked: new Set() };
  for (const { store, cell } of outputs) cellsOf(store, read)[cell] = 1;
  return needed(steps, read);
}

/** From the last step to the first, so that each is judged when all its readers are known. */
function needed(steps: readonly Step[], read: Read): readonly Step[] {
  const kept: Step[] = [];
  for (const step of [...steps].reverse()) {
    if (step.kind === 'loop') {
      const body = inLoop(step.body, read);
      if (body.length > 0) kept.push({ ...step, body });
    } else if (placesOf(step.at).some((at) => read.cells.get(step.store)?.[at] === 1)) {
      mark(step.value, read);
      kept.push(step);
    }
  }
  return kept.reverse();
}

/** A loop may read what its last round wrote further down: it is gone over until nothing more is found to be read. */
function inLoop(body: readonly Step[], read: Read): readonly Step[] {
  const before = read.marked.size;
  const kept = needed(body, read);
  return read.marked.size === before ? kept : inLoop(body, read);
}

function mark(value: Value, read: Read): void {
  if (read.marked.has(value)) return;
  read.marked.add(value);
  const { node } = value;
  if (node.kind === 'load') {
    const cells = cellsOf(node.store, read);
    for (const at of placesOf(node.at)) cells[at] = 1;
  }
  for (const child of childrenOf(value)) mark(child, read);
}

function cellsOf(store: Store, read: Read): Uint8Array {
  const cells = read.cells.get(store) ?? new Uint8Array(store.size);
  read.cells.set(store, cells);
  return cells;
}

const known = new WeakMap<Index, readonly number[]>();

/** Every place that an index can mean. */
function placesOf(index: Index): readonly number[] {
  const made = known.get(index) ?? listed(index);
  known.set(index, made);
  return made;
}

function listed({ base, terms }: Index): readonly number[] {
  if (terms.reduce((count, { loop }) => count * numbersOf(loop).length, 1) > MOST) {
    const [least, greatest] = boundsOf({ base, terms });
    return Array.from({ length: greatest - least + 1 }, (_, n) => least + n);
  }
  return terms.reduce<readonly number[]>(
    (places, term) => places.flatMap((place) => numbersOf(term.loop).map((number) => place + termAt(term, number))),
    [base],
  );
}
