/**
 * The live reading: the whole model as formulas. Inputs are links to the user's own cells; every other figure is a
 * formula on the figures it is made from, with the value that the exact reading gives beside it.
 */
import type { Axis } from '../../graph/axis';
import type { Block } from '../../graph/quantity';
import { periodsOf, usersOf } from './beside';
import { simple } from '../simple';
import { words } from '../words';
import type { LiveBlock, LiveModel, LiveRow, LiveSheet } from './document';
import { formulaCells, inputCells, valuesIn } from './cells';
import { Keys } from './keys';
import {
  below,
  fineGrid,
  noteColumn,
  periodOf,
  place,
  rowMembers,
  yearGrid,
  type Grid,
  type PlacedBlock,
} from './layout';
import { figuresAt } from './figures-at';
import { partsToWrite } from './parts-to-write';
import type { LiveRequest, Part } from './request';
import { gapBlock } from './gap';
import { selectorBlocks } from './selector-blocks';
import { rowFormulas } from './rows';
import { refuseTooLarge } from './size';
import { choicesOf, NO_CHOICES, type Choices } from './scenarios';
import {
  choiceBlock,
  choicesAt,
  chosenCells,
  selectorAt,
  selectorRows,
  type ChoiceFrame,
  type ChoicesAt,
  type SelectorAt,
} from './selector';
import { Tops, topBlocks, topRows } from './tops';

/** Sheets that hold the model. */
const CALC_SHEET = 'Calc';

/** A request with what scenarios change. */
interface Request extends LiveRequest {
  readonly choices: Choices;
}

/** Writes what these figures rest on. */
export function liveModel(request: LiveRequest): LiveModel {
  const parts = partsToWrite(request);
  const grids = gridsOf(parts, request);
  const inputs = parts.flatMap(({ block, formula }) => (formula || !isTyped(block) ? [] : [block]));
  const { model, run, scenarios = [] } = request;
  // A value follows no scenario, so that none can be chosen beside one.
  const choosable = scenarios.length > 0 && parts.every(({ fixed }) => !fixed);
  const choices = choosable ? choicesOf(model, run, inputs, scenarios) : NO_CHOICES;
  // A first writing finds the numbers of the method and the flags, which stand above everything else.
  let tops = new Tops();
  for (;;) {
    const found = new Tops();
    const written = write(parts, grids, tops, found, { ...request, choices });
    const needed = tops.with(found);
    if (needed.count === tops.count) return { ...written, baseline: request.baseline };
    tops = needed;
  }
}

/** Whether users type it: an input, or which of its cells are typed. */
const isTyped = ({ input }: Block): boolean => input !== null && (input.structural !== true || input.marks === true);

/** One grid for the years, and one for each axis of finer periods. */
function gridsOf(parts: readonly Part[], { year, baseline }: LiveRequest): ReadonlyMap<Axis, Grid> {
  const years = yearGrid(CALC_SHEET, year, baseline);
  const grids = new Map([[year, years]]);
  for (const { block } of parts) {
    const axis = periodOf(block);
    if (axis && !grids.has(axis)) grids.set(axis, fineGrid(`${CALC_SHEET} ${axis.name}s`, axis, years));
  }
  return grids;
}

function write(
  parts: readonly Part[],
  grids: ReadonlyMap<Axis, Grid>,
  tops: Tops,
  found: Tops,
  request: Request,
): Pick<LiveModel, 'sheets' | 'figures'> {
  const gridOf = (block: Pick<Block, 'axes'>): Grid => {
    const grid = grids.get(periodOf(block) ?? request.year);
    if (!grid) throw new Error(`a block has no sheet`);
    return grid;
  };
  const years = gridOf(request.impact?.block ?? { axes: [request.year] });
  const { choices } = request;
  const selected = selectorAt(years.firstRow + topRows(tops, years), choices);
  const placed = new Map<Block, PlacedBlock>();
  const choiceAt = new Map<Block, ChoicesAt>();
  const next = new Map(
    [...grids.values()].map((grid) => [
      grid,
      grid.firstRow + topRows(tops, grid) + (grid === years ? selectorRows(choices) : 0),
    ]),
  );
  for (const { block } of parts) {
    const grid = gridOf(block);
    const from = next.get(grid) ?? grid.firstRow;
    const choice = choicesAt(block, from, choices, request.model);
    if (choice) choiceAt.set(block, choice);
    const at = place(block, grid, choice?.below ?? from);
    placed.set(block, at);
    next.set(grid, below(at));
  }
  refuseTooLarge(parts, new Map([...next].map(([grid, row]) => [grid.sheet, row])), request.year);
  const keys = new Keys();
  const users = usersOf(parts);
  const blocks = parts.map((part) => {
    const { block } = part;
    const at = placed.get(block);
    if (!at) throw new Error(`${block.name} has no place`);
    const frame: Frame = { placed, tops, found, keys, users, request, choiceAt, selected, years };
    const choice = choiceAt.get(block);
    const above = choice ? [choiceBlock(at, choice, choiceFrame(at, frame, parts))] : [];
    return { at, live: [...above, liveBlock(at, part, frame)] };
  });
  const gap = gapBlock(next.get(years) ?? years.firstRow, placed, selected, years, request);
  const sheets = [...grids.values()].map((grid): LiveSheet => ({
    sheet: grid.sheet,
    axis: grid.axis.name,
    periods: periodsOf(grid),
    firstRow: grid.firstRow,
    noteColumn: noteColumn(grid),
    blocks: [
      ...topBlocks(tops, grid),
      ...(grid === years ? selectorBlocks(choices, selected, request.selector) : []),
      ...blocks
        .filter(({ at }) => at.grid === grid)
        .flatMap(({ at, live }) => live.map((block) => numbered(at, block, keys))),
      ...(gap && grid === years ? [gap] : []),
    ],
  }));
  const names = choices.scenarios.length === 0 ? [] : ['Base', ...choices.scenarios.map(({ name }) => name)];
  const last = gap?.rows.at(-1)?.row;
  return {
    sheets,
    figures: {
      ...figuresAt(parts, placed, request),
      gap: last === undefined ? null : { sheet: years.sheet, row: last, sign: 1 },
      scenarios: names,
      names:
        names.length === 0
          ? null
          : { sheet: years.sheet, first: selected.names + 1, last: selected.names + names.length },
    },
  };
}

interface Frame {
  readonly placed: ReadonlyMap<Block, PlacedBlock>;
  readonly tops: Tops;
  readonly found: Tops;
  readonly keys: Keys;
  readonly users: ReadonlyMap<Block, readonly string[]>;
  readonly request: Request;
  readonly choiceAt: ReadonlyMap<Block, ChoicesAt>;
  readonly selected: SelectorAt;
  readonly years: Grid;
}

const choiceFrame = (at: PlacedBlock, frame: Frame, parts: readonly Part[]): ChoiceFrame => ({
  choices: frame.request.choices,
  at: frame.selected,
  years: frame.years,
  request: frame.request,
  ground: groundOf(at, at.band, frame),
  choicesOf: (block) => frame.choiceAt.get(block),
  partOf: (block) => parts.find((part) => part.block === block) ?? null,
});

function liveBlock(at: PlacedBlock, { formula, fixed = false }: Part, frame: Frame): LiveBlock {
  const { block } = at;
  const values = valuesIn(at, frame.request.run.block({ block }));
  const rows = Array.from({ length: at.rows }, (_, index): LiveRow => {
    const members = rowMembers(at, index);
    const labels = at.rowAxes.map((axis, k) => axis.members[members[k] ?? 0] ?? '');
    const shared = { row: at.band + 1 + index, labels, keys: [] };
    if (!formula) {
      const choice = frame.choiceAt.get(block)?.rows.find((one) => one.row === index);
      const { request, selected, years } = frame;
      const cells = choice
        ? chosenCells(at, choice, { choices: request.choices, at: selected, years, request })
        : inputCells(at, index, values);
      return { ...shared, cells, first: false };
    }
    const { texts, first } = rowFormulas(at, formula, index, groundOf(at, at.band + 1 + index, frame));
    return { ...shared, cells: formulaCells(at, index, texts, values), first };
  });
  return {
    name: block.name,
    unit: block.unit,
    words: block.formula ? words(simple(block.formula)) : '',
    source: block.description.source ?? '',
    usedBy: frame.users.get(block) ?? [],
    kind: formula ? 'formula' : fixed ? 'value' : block.input?.structural ? 'structure' : 'input',
    band: at.band,
    rows,
  };
}

/** What formulas on this row refer to. */
function groundOf(
  at: PlacedBlock,
  row: number,
  { placed, tops, found, keys }: Frame,
): Parameters<typeof rowFormulas>[3] {
  const ground: Parameters<typeof rowFormulas>[3] = {
    placeOf: (block) => {
      const there = placed.get(block);
      if (!there) throw new Error(`${block.name} is read but not written`);
      return there;
    },
    constant: (value) => {
      found.constants.add(value);
      return tops.constantRef(value, at.grid);
    },
    flag: (pattern, name) => {
      found.addFlag(at.grid.sheet, pattern, name);
      return tops.flagRef(pattern, at.grid);
    },
    keys: (node) => keys.text(at, node, row, { ...ground, home: at.grid, period: at.period, serves: [0], summed: [] }),
  };
  return ground;
}

/** The rows of a block with the numbers that sums look them up by. */
const numbered = (at: PlacedBlock, block: LiveBlock, keys: Keys): LiveBlock => ({
  ...block,
  rows: block.rows.map((row) => ({ ...row, keys: [...keys.of(at.grid.sheet, row.row)] })),
});
