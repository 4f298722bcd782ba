/**
 * Scenarios in a live model: which inputs they change, and how each changed value is made from the user's own cells.
 * A scenario that changes the structure of the model has other formulas, and is not offered.
 */
import type { Decimal } from 'decimal.js';
import type { Given } from '../../assumptions';
import type { Place } from '../../finding';
import { membersIn } from '../../graph/axis';
import type { Model } from '../../graph/model';
import type { Block } from '../../graph/quantity';
import type { ExactRun } from '../exact';
import { shapeOf } from '../shape';

/** One scenario, run. `at` is the cell that names it; null: the name is ours (a combination with parts left out). */
export interface ScenarioRun {
  readonly name: string;
  readonly at: Place | null;
  readonly model: Model;
  readonly run: ExactRun;
}

/** What scenarios change. */
export interface Choices {
  readonly scenarios: readonly ScenarioRun[];
  /** Names of scenarios whose model has another structure. */
  readonly leftOut: readonly string[];
  /** Rows of an input (by their number) that some scenario changes. */
  readonly touched: ReadonlyMap<Block, readonly number[]>;
  /** The cells that hold the values of changes, each once. */
  readonly values: readonly ChangeValue[];
}

/** The cell of a change, and its number: what it sets, multiplies by, or adds. */
interface ChangeValue {
  readonly at: Place;
  readonly value: Decimal;
}

export const NO_CHOICES: Choices = { scenarios: [], leftOut: [], touched: new Map(), values: [] };

const samePlace = (a: Place, b: Place): boolean => a.sheet === b.sheet && a.cell === b.cell;

/** Place of a value among those that changes are made with; −1 where it is none. */
export const valueIndex = (values: readonly ChangeValue[], at: Place): number =>
  values.findIndex((one) => samePlace(one.at, at));

/** Figures of a block in the order of its cells, row by row along its period. */
export function rowOfCell({ axes }: Block, cell: number): number {
  const members = membersIn(axes, cell);
  return axes.reduce((row, axis, k) => (axis.period ? row : row * axis.size + (members[k] ?? 0)), 0);
}

/** Finds what scenarios change, and leaves out those that a live sheet cannot follow. */
export function choicesOf(model: Model, run: ExactRun, inputs: readonly Block[], all: readonly ScenarioRun[]): Choices {
  const shape = shapeOf(model);
  const fits = (one: ScenarioRun): boolean =>
    shapeOf(one.model) === shape && inputs.every((block) => follows(model, run, block, one));
  const scenarios = all.filter(fits);
  const touched = new Map<Block, readonly number[]>();
  const values: ChangeValue[] = [];
  for (const block of inputs) {
    const rows = new Set<number>();
    for (const one of scenarios)
      for (const cell of changedCells(block, one)) {
        rows.add(rowOfCell(block, cell));
        for (const value of changeValues(inputOf(one, block).given[cell] ?? null))
          if (valueIndex(values, value.at) < 0) values.push(value);
      }
    if (rows.size > 0)
      touched.set(
        block,
        [...rows].sort((a, b) => a - b),
      );
  }
  const leftOut = all.filter((one) => !scenarios.includes(one)).map(({ name }) => name);
  return { scenarios, leftOut, touched, values };
}

/** The input of a scenario that stands for one of the model as typed. */
export function inputOf(one: ScenarioRun, block: Block): NonNullable<Block['input']> {
  const found = one.model.find(block.name)?.block.input;
  if (!found) throw new Error(`${block.name} is no input of ${one.name}`);
  return found;
}

/** Cells of an input that a scenario changes, if only to the same number. */
export function changedCells(block: Block, one: ScenarioRun): readonly number[] {
  const theirs = inputOf(one, block);
  return theirs.values.flatMap((value, cell) => {
    const [mine, given] = [block.input?.given[cell] ?? null, theirs.given[cell] ?? null];
    const moved = given !== null && (mine === null || !samePlace(mine.at, given.at));
    return moved || block.input?.values[cell]?.eq(value) !== true ? [cell] : [];
  });
}

/** The cells that the values of a change stand in, through all changes made one after another. */
function changeValues(given: Given | null): readonly ChangeValue[] {
  if (!given) return [];
  const { at, value, change } = given;
  if (!change) return [{ at, value }];
  return [...changeValues(isOwn(change.from) ? change.from : null), { at, value: change.by }];
}

/** Whether a figure is a scenario's: it stands in a table of changes, not where the input does. */
const isOwn = (given: Given | null): boolean => CHANGES.has(given?.at.table ?? '');
const CHANGES: ReadonlySet<string> = new Set(['BIM_Scenarios', 'BIM_Parts']);

/** The series that an input of typed years belongs to. */
export const seriesNamed = (model: Model, block: Block): Block | null => {
  const name = /^(.*), typed$/.exec(block.name)?.[1];
  return name === undefined || !block.input?.places ? null : (model.find(name)?.block ?? null);
};

/** A change that starts from what a blank year has must start from the same in the sheet. */
function follows(model: Model, run: ExactRun, block: Block, one: ScenarioRun): boolean {
  const theirs = one.model.find(block.name)?.block;
  if (!theirs?.input || theirs.size !== block.size) return false;
  const series = seriesNamed(model, block);
  return changedCells(block, one).every((cell) => {
    const start = startOf(theirs.input?.given[cell] ?? null);
    if (start === null || block.input?.marks) return true;
    if (!series) return block.input?.values[cell]?.eq(start) === true;
    const figure = run.block({ block: series })[cell];
    const base = [
      `${series.name}, base`,
      `${series.name}, growth a year`,
      'Curve P1',
      'Curve P2',
      'Curve P3',
      'Curve P4',
    ];
    const moved = base.some((name) => {
      const other = model.find(name)?.block;
      return (
        other?.axes[0] === block.axes[0] &&
        other !== undefined &&
        changedCells(other, one).includes(rowOfCell(block, cell))
      );
    });
    return figure?.eq(start) === true && !moved;
  });
}

/** What the first of several changes started from, where nothing was typed. */
export function startOf(given: Given | null): Given['value'] | null {
  if (!given?.change) return null;
  return given.change.from === null ? given.change.old : startOf(given.change.from);
}
