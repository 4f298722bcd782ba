/** Formats of cells: `range.format` and all below it. A property read over cells that differ is null (documented). */
import { ALL, type Box } from '../address';
import { cellAt, cellFor, cellsIn, formatAt, type Area } from '../book';
import { thing, type Access, type Thing } from '../thing';
import { refuse } from '../wire';

const isWholeSheet = ({ box }: Area): boolean =>
  box.bottom === ALL.bottom && box.right === ALL.right && box.top === 1 && box.left === 1;
const isColumns = ({ box }: Area): boolean => box.top === 1 && box.bottom === ALL.bottom;
const isRows = ({ box }: Area): boolean => box.left === 1 && box.right === ALL.right;

/** Sets one property of all cells of an area. */
export function setFormat(area: Area, key: string, value: unknown): void {
  const { sheet, box } = area;
  if (isWholeSheet(area)) {
    sheet.base.set(key, value);
    for (const [, , cell] of cellsIn(sheet, ALL)) cell.format.delete(key);
    return;
  }
  if (isColumns(area)) {
    layers(sheet.columns, box.left, box.right, key, value);
    return;
  }
  if (isRows(area)) {
    layers(sheet.rows, box.top, box.bottom, key, value);
    return;
  }
  for (let row = box.top; row <= box.bottom; row += 1) {
    for (let column = box.left; column <= box.right; column += 1) cellFor(sheet, row, column).format.set(key, value);
  }
}

function layers(
  lines: Map<number, Map<string, unknown>>,
  first: number,
  last: number,
  key: string,
  value: unknown,
): void {
  for (let at = first; at <= last; at += 1) {
    const line = lines.get(at) ?? new Map<string, unknown>();
    lines.set(at, line.set(key, value));
  }
}

/** One property of an area; null where its cells differ. */
export function getFormat({ sheet, box }: Area, key: string): unknown {
  const first = formatAt(sheet, box.top, box.left, key) ?? null;
  for (let row = box.top; row <= Math.min(box.bottom, box.top + 999); row += 1) {
    for (let column = box.left; column <= Math.min(box.right, box.left + 99); column += 1) {
      if ((formatAt(sheet, row, column, key) ?? null) !== first) return null;
    }
  }
  return first;
}

export function clearFormats({ sheet, box }: Area): void {
  for (const [, , cell] of cellsIn(sheet, box)) cell.format.clear();
  if (box.bottom !== ALL.bottom || box.right !== ALL.right) return;
  sheet.base.clear();
  for (const layer of [...sheet.rows.values(), ...sheet.columns.values()]) layer.clear();
}

type Guard = () => void;

/** `range.format` over one or more areas. `guard` refuses where a sheet is protected. */
export function formatThing(areas: readonly Area[], guard: Guard): Thing {
  const access = (key: string): Access => ({
    get: () => same(areas.map((area) => getFormat(area, key))),
    set: (value) => {
      guard();
      for (const area of areas) setFormat(area, key, value);
    },
  });
  const group = (type: string, prefix: string, names: readonly string[]): Thing =>
    thing(type, {
      scalars: Object.fromEntries(names.map((name) => [name, access(prefix + name)])),
      methods:
        type === 'RangeFill'
          ? {
              Clear: () => {
                for (const area of areas) setFormat(area, 'Fill.Color', '');
              },
            }
          : {},
    });
  return thing('RangeFormat', {
    methods: fitting(areas, guard),
    scalars: Object.fromEntries(OWN.map((name) => [name, access(name)])),
    navigations: {
      Font: () =>
        group('RangeFont', 'Font.', [
          'Name',
          'Size',
          'Color',
          'Bold',
          'Italic',
          'Underline',
          'Strikethrough',
          'Subscript',
          'Superscript',
          'TintAndShade',
        ]),
      Fill: () => group('RangeFill', 'Fill.', ['Color', 'TintAndShade', 'Pattern', 'PatternColor']),
      Protection: () => group('FormatProtection', 'Protection.', ['Locked', 'FormulaHidden']),
      Borders: () => bordersThing(areas, guard),
    },
  });
}

/** Widths and heights of what stands in the cells: about so many points a letter (an assumption: fonts are not measured). */
function fitting(areas: readonly Area[], guard: Guard): Thing['methods'] {
  const each = (deed: (area: Area) => void) => (): null => {
    guard();
    areas.forEach(deed);
    return null;
  };
  return {
    AutofitColumns: each(({ sheet, box }) => {
      const longest = new Map<number, number>();
      for (const [, column, { held }] of cellsIn(sheet, box))
        longest.set(column, Math.max(longest.get(column) ?? 0, String(held?.value ?? '').length));
      for (const [column, letters] of longest)
        layers(sheet.columns, column, column, 'ColumnWidth', Math.max(1, letters) * 5.25 + 3.75);
    }),
    AutofitRows: each(({ sheet, box }) => {
      for (const row of sheet.rows.keys())
        if (row >= box.top && row <= box.bottom) sheet.rows.get(row)?.delete('RowHeight');
    }),
  };
}

const OWN = [
  'HorizontalAlignment',
  'VerticalAlignment',
  'WrapText',
  'IndentLevel',
  'ColumnWidth',
  'RowHeight',
  'TextOrientation',
  'ReadingOrder',
  'ShrinkToFit',
  'UseStandardHeight',
  'UseStandardWidth',
  'AutoIndent',
];

const same = (values: readonly unknown[]): unknown => (values.every((value) => value === values[0]) ? values[0] : null);

function bordersThing(areas: readonly Area[], guard: Guard): Thing {
  const border = (edge: unknown): Thing => {
    const cells = areas.flatMap((area) =>
      edgeOf(area.box, String(edge)).map(({ box, side }) => ({ area: { ...area, box }, side })),
    );
    const names = ['Style', 'Weight', 'Color', 'TintAndShade'];
    return thing('RangeBorder', {
      scalars: Object.fromEntries(
        names.map((name): [string, Access] => [
          name,
          {
            get: () => same(cells.map((one) => getFormat(one.area, `Border.${one.side}.${name}`))),
            set: (value) => {
              guard();
              for (const one of cells) setFormat(one.area, `Border.${one.side}.${name}`, value);
            },
          },
        ]),
      ),
    });
  };
  return thing('RangeBorderCollection', { indexer: border });
}

/** Which sides of which cells an edge of a box is. Lines inside a single row or column are none, and no fault (from memory). */
function edgeOf(box: Box, edge: string): readonly { box: Box; side: string }[] {
  switch (edge) {
    case 'EdgeTop':
      return [{ box: { ...box, bottom: box.top }, side: 'Top' }];
    case 'EdgeBottom':
      return [{ box: { ...box, top: box.bottom }, side: 'Bottom' }];
    case 'EdgeLeft':
      return [{ box: { ...box, right: box.left }, side: 'Left' }];
    case 'EdgeRight':
      return [{ box: { ...box, left: box.right }, side: 'Right' }];
    case 'InsideHorizontal':
      return box.top === box.bottom ? [] : [{ box: { ...box, bottom: box.bottom - 1 }, side: 'Bottom' }];
    case 'InsideVertical':
      return box.left === box.right ? [] : [{ box: { ...box, right: box.right - 1 }, side: 'Right' }];
    case 'DiagonalDown':
    case 'DiagonalUp':
      return [{ box, side: edge }];
    default:
      throw refuse.argument();
  }
}

/** Everything set on one cell, for assertions. */
export const looksOf = (area: Area): Readonly<Record<string, unknown>> =>
  Object.fromEntries(cellAt(area.sheet, area.box.top, area.box.left)?.format ?? []);
