/** Looks as Univer keeps them: from the house styles and from the looks of a file. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
} from '@univerjs/core';
import type { Edge, Look } from '../book';
import { COLOURS, STYLES, type CellLook } from '../looks';
import { type StyleName } from '../workbook';

const rgb = (colour: string): { rgb: string } => ({ rgb: `#${colour}` });

/** The fonts of the house, as widely found ones stand in for them. */
const FONTS: ReadonlyMap<string, string> = new Map([
  ['Arial', 'Arial, "Liberation Sans", Helvetica, sans-serif'],
  ['Calibri', 'Calibri, Carlito, "Segoe UI", Arial, sans-serif'],
]);
const font = (name: string): string => FONTS.get(name) ?? `${name.replace(/[^\w -]/g, '')}, Arial, sans-serif`;

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  centre: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const UPRIGHT = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const LINES: Readonly<Record<Edge['line'], BorderStyleTypes>> = {
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
};
const edge = (line: BorderStyleTypes, colour: string): { s: BorderStyleTypes; cl: { rgb: string } } => ({
  s: line,
  cl: rgb(colour),
});

const HOUSE_BORDERS: Readonly<Record<NonNullable<CellLook['border']>, IBorderData>> = {
  frame: Object.fromEntries(
    ['t', 'r', 'b', 'l'].map((side) => [side, edge(BorderStyleTypes.THIN, COLOURS.inputFrame)]),
  ),
  rule: { b: edge(BorderStyleTypes.THIN, COLOURS.rule) },
  total: { t: edge(BorderStyleTypes.THIN, COLOURS.navy), b: edge(BorderStyleTypes.THIN, COLOURS.navy) },
  grand: { b: edge(BorderStyleTypes.DOUBLE, COLOURS.navy) },
};

/** Univer's own padding of a cell, and what one step of indent adds: pixels. */
const PADDING = 2;
const INDENT = 9;
const indented = (indent: number): IStyleData => (indent > 0 ? { pd: { l: PADDING + indent * INDENT } } : {});

/** A house style, with the number format and indent of the one cell. */
export function houseStyle(name: StyleName, format: string | undefined, indent = 0): IStyleData {
  const look: CellLook = STYLES[name];
  return {
    ff: font('Arial'),
    fs: look.size,
    bl: look.bold === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: look.italic === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cl: rgb(COLOURS[look.colour]),
    vt: VerticalAlign.MIDDLE,
    tb: look.wrap === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(look.fill === undefined ? {} : { bg: rgb(COLOURS[look.fill]) }),
    ...(look.align === undefined ? {} : { ht: HORIZONTAL[look.align] }),
    ...(look.border === undefined ? {} : { bd: HOUSE_BORDERS[look.border] }),
    ...(format === undefined ? {} : { n: { pattern: format } }),
    ...indented(indent),
  };
}

/** What a house style changes where a condition holds. */
export function conditionStyle(look: Partial<Look>): IStyleData {
  return {
    ...(look.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(look.colour === undefined || look.colour === null ? {} : { cl: rgb(look.colour) }),
    ...(look.fill === undefined || look.fill === null ? {} : { bg: rgb(look.fill) }),
  };
}

/** The same for a house style by name. */
export const houseCondition = (name: StyleName): IStyleData => {
  const look: CellLook = STYLES[name];
  return conditionStyle({
    bold: look.bold ?? false,
    colour: COLOURS[look.colour],
    fill: look.fill === undefined ? null : COLOURS[look.fill],
  });
};

function borders(look: Look): IBorderData | undefined {
  const sides = (
    [
      ['t', look.top],
      ['r', look.right],
      ['b', look.bottom],
      ['l', look.left],
    ] as const
  ).flatMap(([side, line]) => (line === null ? [] : [[side, edge(LINES[line.line], line.colour)] as const]));
  return sides.length === 0 ? undefined : Object.fromEntries(sides);
}

/** The look of a cell of a file. */
export function fileStyle(look: Look): IStyleData {
  const bd = borders(look);
  return {
    ff: font(look.font),
    fs: look.size,
    bl: look.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: look.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    vt: UPRIGHT[look.vertical ?? 'bottom'],
    tb: look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(look.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(look.colour === null ? {} : { cl: rgb(look.colour) }),
    ...(look.fill === null ? {} : { bg: rgb(look.fill) }),
    ...(look.align === null ? {} : { ht: HORIZONTAL[look.align] }),
    ...(bd === undefined ? {} : { bd }),
    ...(look.format === 'General' ? {} : { n: { pattern: look.format } }),
    ...indented(look.indent),
  };
}

/** How Excel's first table style would show a header and a row, where the file leaves it to the style. */
export const TABLE_HEADER: IStyleData = {
  bl: BooleanNumber.TRUE,
  bg: rgb(COLOURS.band),
  cl: rgb(COLOURS.navy),
  bd: { t: edge(BorderStyleTypes.THIN, COLOURS.navy), b: edge(BorderStyleTypes.THIN, COLOURS.navy) },
};
/** The last row of such a table. */
export const TABLE_ROW: IStyleData = { bd: { b: edge(BorderStyleTypes.THIN, COLOURS.rule) } };
