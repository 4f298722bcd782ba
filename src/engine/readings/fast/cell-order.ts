/**
 * Blocks that refer to each other along lists in no order of their own (a task starts when another finishes): which
 * figure reads which is fixed by the structure, so figures are computed in rounds, each after all that it reads.
 */
import { decidedBy, memberFrom } from '../../graph/alignment';
import type { Block } from '../../graph/quantity';
import type { Axis } from '../../graph/axis';
import type { Step } from './code';
import type { Lowering } from './lowering';
import { storeOf } from './nest';
import { onMember, within, type Place } from './place';
import { openReads, type ReadAt, type Way } from './steps-between';

interface Figure {
  readonly block: Block;
  readonly place: Place;
  readonly members: readonly number[];
}

/** Most figures that are written out one by one. */
const MOST = 20_000;

/** Steps for each figure of the blocks, in an order found from the structure. */
export function cellByCell(
  blocks: readonly Block[],
  place: Place,
  bound: readonly Way[],
  by: Lowering,
): readonly Step[] {
  const figures = blocks.flatMap((block) => figuresOf(block, place));
  if (figures.length > MOST) throw new Error(`${blocks[0]?.name ?? ''}: too many figures that refer to each other`);
  const gone = new Set(place.bounds.keys());
  const byKey = new Map(figures.map((figure) => [keyOf(figure.block, figure.members), figure]));
  const seen = new Set<Figure>();
  const ordered: Figure[] = [];
  const visit = (figure: Figure): void => {
    if (seen.has(figure)) return;
    seen.add(figure);
    for (const read of openReads(figure.block, blocks, figure.place, bound))
      for (const members of cellsOf(read, gone)) {
        const next = byKey.get(keyOf(read.block, members));
        if (next) visit(next);
      }
    ordered.push(figure);
  };
  for (const figure of figures) visit(figure);
  return ordered.flatMap((at) => (at.block.formula ? [storeOf(at.block, at.block.formula, at.place, by)] : []));
}

const keyOf = (block: Block, members: readonly number[]): string => `${block.name} ${members.join()}`;

/** Every figure of a block over the axes that are open; an axis that is gone along counts as one member. */
function figuresOf(block: Block, place: Place): readonly Figure[] {
  const context: Place = { ...place, context: [...new Set([...place.context, ...block.axes])] };
  return block.axes.reduce<readonly Figure[]>(
    (figures, axis) =>
      place.bounds.has(axis)
        ? figures.map((figure) => ({ ...figure, members: [...figure.members, -1] }))
        : figures.flatMap((figure) =>
            axis.members.map((_, member) => ({
              block,
              place: within(figure.place, axis, onMember(member)),
              members: [...figure.members, member],
            })),
          ),
    [{ block, place: context, members: [] }],
  );
}

/** The figures that a read may mean at this place: all members, where a sum runs over an axis. */
function cellsOf(read: ReadAt, gone: ReadonlySet<Axis>): readonly (readonly number[])[] {
  return read.ways.reduce<readonly (readonly number[])[]>(
    (cells, where) => {
      const members = gone.has(where.axis) && !read.summed.has(where.axis) ? [-1] : membersRead(read, where);
      return cells.flatMap((cell) => members.map((member) => [...cell, member]));
    },
    [[]],
  );
}

function membersRead({ place }: ReadAt, where: ReadAt['ways'][number]): readonly number[] {
  const at = (axis: Axis): readonly number[] => place.bounds.get(axis)?.members ?? axis.members.map((_, n) => n);
  switch (where.kind) {
    case 'fixed':
      return [where.member];
    case 'lagged':
      return at(where.axis).flatMap((from) => at(where.back).map((back) => from - back + where.by));
    default:
      return at(decidedBy(where)).map((member) => memberFrom(where, member));
  }
}
