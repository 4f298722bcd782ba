/**
 * The live reading: the whole model as formulas. Inputs are links to the user's own cells; every other figure is a
 * formula on the figures it is made from, with the value that the exact reading gives beside it.
 */
import type { Decimal } from 'decimal.js';
import type { Given } from '../../assumptions';
import type { Place } from '../../finding';
import type { Axis } from '../../graph/axis';
import type { Model } from '../../graph/model';
import type { Block, Quantity } from '../../graph/quantity';
import { Exact } from '../decimals';
import { readsOfBlock, restsOn } from '../depends';
import type { ExactRun } from '../exact';
import { memberHere } from '../places';
import { simple } from '../simple';
import { words } from '../words';
import {
  CONSTANT_COLUMN,
  COUNTER_ROW,
  FIRST_ROW,
  MOST_ROWS,
  columnName,
  layOut,
  periodColumn,
  rowMembers,
  rowOf,
  type PlacedBlock,
} from './layout';
import { writeFormula, type CellRef, type Grid } from './write-formula';

/** One written figure: a formula, a link to the user's cell, or a number that the structure fixes. */
export interface LiveCell {
  readonly column: number;
  readonly value: Decimal;
  readonly formula: string | null;
  readonly link: Place | null;
}
export interface LiveRow {
  readonly row: number;
  readonly labels: readonly string[];
  readonly cells: readonly LiveCell[];
}
/** One quantity. */
export interface LiveBlock {
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  readonly source: string;
  readonly usedBy: readonly string[];
  readonly band: number;
  readonly rows: readonly LiveRow[];
}
export interface LiveModel {
  readonly periods: readonly string[];
  readonly baseline: boolean;
  readonly blocks: readonly LiveBlock[];
}

/** Too many rows for anybody to read: the model is then offered by year, or in parts. */
export class TooLarge extends Error {}

/** Writes what these figures rest on. `year` is the axis along the columns. */
export function liveModel(
  model: Model,
  run: ExactRun,
  figures: readonly Quantity[],
  year: Axis,
  baseline: boolean,
): LiveModel {
  const wanted = new Set(figures.flatMap((figure) => [...restsOn(figure)]));
  const blocks = model.quantities.map(({ block }) => block).filter((block) => wanted.has(block) && block.size > 0);
  const constants = new Map<string, number>();
  const { placed, next } = layOut(blocks, FIRST_ROW);
  if (next > MOST_ROWS)
    throw new TooLarge(
      `The live model would take ${String(next)} rows; a sheet that can be read has at most ${String(MOST_ROWS)}.`,
    );
  const grid = (column: number): Grid => ({
    figure: (block, members) => reference(placed, block, members, baseline),
    constant: (value) => {
      if (!constants.has(value)) constants.set(value, constants.size);
      return `$${columnName(CONSTANT_COLUMN)}$${String(next + 1 + (constants.get(value) ?? 0))}`;
    },
    counter: (axis) => (axis === year ? counterText(column, baseline) : null),
  });
  const users = new Map<Block, string[]>();
  for (const block of blocks)
    for (const read of readsOfBlock(block)) users.set(read, [...(users.get(read) ?? []), block.name]);
  const written = blocks.map((block): LiveBlock => {
    const at = placed.get(block);
    if (!at) throw new Error(`${block.name} has no place`);
    return {
      name: block.name,
      unit: block.unit,
      words: block.formula ? words(simple(block.formula)) : '',
      source: block.description.source ?? '',
      usedBy: users.get(block) ?? [],
      band: at.band,
      rows: rowsOf(at, run, grid, baseline),
    };
  });
  return { periods: year.members, baseline, blocks: [...written, ...constantsBlock(constants, next)] };
}

const counterText = (column: number, baseline: boolean): string =>
  `${columnName(column)}$${String(COUNTER_ROW)}${baseline ? '+1' : ''}`;

function reference(
  placed: ReadonlyMap<Block, PlacedBlock>,
  block: Block,
  members: readonly number[],
  baseline: boolean,
): CellRef {
  const at = placed.get(block);
  if (!at) throw new Error(`${block.name} is read but not written`);
  const row = rowOf(at, members);
  if (!at.period) return { column: `$${columnName(CONSTANT_COLUMN)}`, row };
  const period = members[block.axes.indexOf(at.period)] ?? 0;
  return { column: columnName(periodColumn(period, baseline)), row };
}

function rowsOf(at: PlacedBlock, run: ExactRun, grid: (column: number) => Grid, baseline: boolean): readonly LiveRow[] {
  const { block, rowAxes, period } = at;
  const values = run.block({ block });
  return Array.from({ length: at.rows }, (_, index): LiveRow => {
    const members = rowMembers(at, index);
    const cells = (period?.members ?? ['']).map((__, column): LiveCell => {
      const here = new Map(
        block.axes.map((axis) => [axis, axis === period ? column : (members[rowAxes.indexOf(axis)] ?? 0)] as const),
      );
      const cell = block.axes.reduce((place, axis) => place * axis.size + memberHere(axis, here), 0);
      const value = values[cell];
      if (!value) throw new Error(`${block.name} has no figure ${String(cell)}`);
      const sheetColumn = period ? periodColumn(column, baseline) : CONSTANT_COLUMN;
      const formula = block.formula ? `=${writeFormula(block.formula, here, grid(sheetColumn))}` : null;
      return { column: sheetColumn, value, formula, link: linkOf(block.input?.given[cell] ?? null) };
    });
    return { row: at.band + 1 + index, labels: rowAxes.map((axis, k) => axis.members[members[k] ?? 0] ?? ''), cells };
  });
}

/** The user's own cell; a default that was not typed has none. */
const linkOf = (given: Given | null): Place | null => (given === null || given.standing ? null : given.at);

/** Numbers of the method itself, each in a cell of its own, so that no formula holds one. */
function constantsBlock(constants: ReadonlyMap<string, number>, band: number): readonly LiveBlock[] {
  if (constants.size === 0) return [];
  const rows = [...constants].map(([value, index]): LiveRow => ({
    row: band + 1 + index,
    labels: [value],
    cells: [{ column: CONSTANT_COLUMN, value: new Exact(value), formula: null, link: null }],
  }));
  return [
    {
      name: 'Numbers of the method',
      unit: '1',
      words: 'months in a year, days in a week, positions',
      source: 'workbook contract',
      usedBy: [],
      band,
      rows,
    },
  ];
}
