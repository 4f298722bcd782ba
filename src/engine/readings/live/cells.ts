/** The cells of a row: formulas with their present values, links to the user's cells, numbers of the structure. */
import type { Decimal } from 'decimal.js';
import type { Place } from '../../finding';
import type { Block } from '../../graph/quantity';
import type { LiveCell } from './document';
import { CONSTANT_COLUMN, rowMembers, type PlacedBlock } from './layout';
import { inColumn, quotedName } from './references';

/** Figures of a block row by row, period by period. */
export type Values = (row: number, period: number) => Decimal;

/** Decimal text of what a workbook can hold. */
export const valueText = (value: Decimal): string => value.toSignificantDigits(17).toString();

/** Place of a cell among the figures of its block. */
function cellOf(at: PlacedBlock, row: number, period: number): number {
  const members = rowMembers(at, row);
  return at.block.axes.reduce(
    (cell, axis) => cell * axis.size + (axis === at.period ? period : (members[at.rowAxes.indexOf(axis)] ?? 0)),
    0,
  );
}

export const valuesIn =
  (at: PlacedBlock, values: readonly Decimal[]): Values =>
  (row, period) => {
    const value = values[cellOf(at, row, period)];
    if (!value) throw new Error(`${at.block.name} has no figure in row ${String(row)}`);
    return value;
  };

const columnOf = (at: PlacedBlock, period: number): number =>
  at.period ? at.grid.firstColumn + period : CONSTANT_COLUMN;

/** A row of formulas. */
export const formulaCells = (
  at: PlacedBlock,
  row: number,
  texts: readonly string[],
  values: Values,
): readonly LiveCell[] =>
  texts.map((text, period) => {
    const column = columnOf(at, period);
    return { column, value: valueText(values(row, period)), formula: `=${inColumn(text, column)}`, link: false };
  });

/** A row of an input: links to the user's cells; where nothing was typed, the number that stands in. */
export function inputCells(at: PlacedBlock, row: number, values: Values): readonly LiveCell[] {
  const periods = at.period ? at.period.size : 1;
  return Array.from({ length: periods }, (_, period) => period).flatMap((period): readonly LiveCell[] => {
    const from = placeIn(at.block, cellOf(at, row, period));
    const formula = from && linkFormula(at.block, cellOf(at, row, period), from);
    const value = values(row, period);
    // A year for which the user's table has no column is left blank, which formulas read as 0.
    if (formula === null && value.isZero() && at.period && at.block.input?.places) return [];
    return [{ column: columnOf(at, period), value: valueText(value), formula, link: formula !== null }];
  });
}

/** A link; a blank cell reads as 0, and where 1 stands in for it the link says so. Marks say whether it is typed. */
function linkFormula({ input }: Block, cell: number, from: Place): string {
  const cellText = linkText(from);
  if (input?.marks) return `=IF(LEN(${cellText})>0,1,0)`;
  const blank = (input?.given[cell] ?? null) === null && input?.values[cell]?.eq(1) === true;
  return blank ? `=IF(LEN(${cellText})>0,${numberText(from)},1)` : `=${numberText(from)}`;
}

/** The cell that holds an input, or in which it would be typed; null where there is none. */
export function placeIn({ input }: Block, cell: number): Place | null {
  const given = input?.given[cell] ?? null;
  if (given?.inText) return null;
  return given && !given.standing ? given.at : (input?.places?.[cell] ?? null);
}

/** A reference to a cell of the user's. */
export const linkText = ({ sheet, cell }: Place): string => `${quotedName(sheet)}!${cell}`;

/** The number in a cell of the user's. A text there is an error: SUM, MIN and comparisons would take it for nothing. */
export const numberText = (at: Place): string => `${linkText(at)}+0`;
