/** What stands above all else: numbers of the method, each in a cell of its own, and flags that say which periods are of a kind. */
import { Exact } from '../decimals';
import type { LiveBlock, LiveRow } from './document';
import { CONSTANT_COLUMN, type Grid } from './layout';
import { fixedCell, rowAnchored } from './references';

const NAMES: Readonly<Record<string, string>> = {
  '0.5': 'a half',
  '2': 'two',
  '7': 'days in a week',
  '12': 'months in a year',
  '144': 'months in a year, squared',
};

/** What formulas were found to need. */
export class Tops {
  readonly constants = new Set<string>();
  readonly flags = new Map<string, Map<string, string>>();

  addFlag(sheet: string, pattern: string, name: string): void {
    const held = this.flags.get(sheet) ?? new Map<string, string>();
    this.flags.set(sheet, held);
    if (!held.has(pattern)) held.set(pattern, name);
  }

  /** Both together: what was needed once stays, so that writing comes to an end. */
  with(other: Tops): Tops {
    const both = new Tops();
    for (const tops of [this, other]) {
      for (const value of tops.constants) both.constants.add(value);
      for (const [sheet, flags] of tops.flags) for (const [pattern, name] of flags) both.addFlag(sheet, pattern, name);
    }
    return both;
  }

  /** How many numbers and flags there are. */
  get count(): number {
    return [...this.flags.values()].reduce((sum, flags) => sum + flags.size, this.constants.size);
  }

  /** Numbers of the method, the smallest first. */
  values(): readonly string[] {
    return [...this.constants].sort((a, b) => Number(a) - Number(b));
  }

  /** They stand on the sheet of the years. */
  constantRef(value: string, home: Grid): string {
    const index = this.values().indexOf(value);
    return fixedCell(CALC, CONSTANT_COLUMN, FIRST_TOP + 1 + Math.max(0, index), home.sheet);
  }

  flagRef(pattern: string, home: Grid): string {
    const index = [...(this.flags.get(home.sheet)?.keys() ?? [])].indexOf(pattern);
    const row = flagBand(this, home) + 1 + Math.max(0, index);
    return rowAnchored({ sheet: home.sheet, column: { by: 0 }, row }, home.sheet);
  }
}

const CALC = 'Calc';
const FIRST_TOP = 7;
const rowsWithGap = (rows: number): number => (rows === 0 ? 0 : rows + 2);
const constantRows = (tops: Tops, grid: Grid): number => (grid.sheet === CALC ? rowsWithGap(tops.constants.size) : 0);
const flagBand = (tops: Tops, grid: Grid): number => grid.firstRow + constantRows(tops, grid);

/** Rows that these take on a sheet. */
export function topRows(tops: Tops, grid: Grid): number {
  return constantRows(tops, grid) + rowsWithGap(tops.flags.get(grid.sheet)?.size ?? 0);
}

export function topBlocks(tops: Tops, grid: Grid): readonly LiveBlock[] {
  const numbers = grid.sheet === CALC && tops.constants.size > 0 ? [numbersBlock(tops, grid)] : [];
  const flags = tops.flags.get(grid.sheet);
  return [...numbers, ...(flags ? [flagsBlock(flags, grid, flagBand(tops, grid))] : [])];
}

const row = (at: number, label: string, cells: LiveRow['cells']): LiveRow => ({
  row: at,
  labels: [label],
  cells,
  first: false,
  keys: [],
});

function numbersBlock(tops: Tops, grid: Grid): LiveBlock {
  return {
    name: 'Numbers of the method',
    unit: '1',
    words: 'no formula below holds a number of its own',
    source: 'METHODS',
    usedBy: [],
    kind: 'structure',
    band: grid.firstRow,
    rows: tops
      .values()
      .map((value, index) =>
        row(grid.firstRow + 1 + index, NAMES[value] ?? value, [
          { column: CONSTANT_COLUMN, value: new Exact(value).toString(), formula: null, link: false },
        ]),
      ),
  };
}

function flagsBlock(flags: ReadonlyMap<string, string>, grid: Grid, band: number): LiveBlock {
  return {
    name: `Flags of the ${grid.axis.name}s`,
    unit: '1',
    words: `1 in the ${grid.axis.name}s that are of this kind, else 0`,
    source: 'the structure of the model',
    usedBy: [],
    kind: 'structure',
    band,
    rows: [...flags].map(([pattern, name], index) =>
      row(
        band + 1 + index,
        name,
        Array.from(pattern, (value, period) => ({
          column: grid.firstColumn + period,
          value,
          formula: null,
          link: false,
        })),
      ),
    ),
  };
}
