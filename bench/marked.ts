/** Inputs of a workload told apart by their numbers: input i of a marked model is MARK + i. */
import type { Model } from '../src/engine/graph/model';

export const MARK = 1000;

/** Blocks that hold inputs, with the cells and which input each is. */
export const markedInputs = (
  model: Model,
  count: number,
): readonly { readonly name: string; readonly cells: readonly { readonly cell: number; readonly input: number }[] }[] =>
  model.quantities.flatMap(({ block }) => {
    const cells = (block.input?.values ?? []).flatMap((value, cell) => {
      const input = value.toNumber() - MARK;
      return Number.isInteger(input) && input >= 0 && input < count ? [{ cell, input }] : [];
    });
    return cells.length > 0 ? [{ name: block.name, cells }] : [];
  });
