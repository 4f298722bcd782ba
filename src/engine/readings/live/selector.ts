/**
 * The selector: a cell in which the user chooses a scenario. Above the model stand the names of the scenarios and the
 * values of their changes, each a link to the user's own cell; beside every input that one changes, what each makes of it.
 */
import type { Given } from '../../assumptions';
import { membersIn } from '../../graph/axis';
import type { Block } from '../../graph/quantity';
import { formulaCells, inputCells, valuesIn } from './cells';
import type { LiveBlock, LiveCell, LiveRow } from './document';
import { CONSTANT_COLUMN, rowMembers, type Grid, type PlacedBlock } from './layout';
import { fixedCell, refText, type CellRef } from './references';
import { rowFormulas } from './rows';
import { changedCells, inputOf, rowOfCell, seriesNamed, startOf, valueIndex, type Choices } from './scenarios';
import type { LiveRequest, Part } from './request';

/** Where the selector's own blocks begin. */
export interface SelectorAt {
  readonly names: number;
  readonly shown: number;
  readonly values: number;
}

/** Rows that the selector's blocks take above the model. */
export const selectorRows = ({ scenarios, values }: Choices): number =>
  scenarios.length === 0 ? 0 : scenarios.length + 3 + 4 + values.length + 2;

export const selectorAt = (from: number, { scenarios }: Choices): SelectorAt => ({
  names: from,
  shown: from + scenarios.length + 3,
  values: from + scenarios.length + 7,
});

/** Reference to the number of the scenario shown: 1 is Base. */
export const shownRef = (at: SelectorAt, grid: Grid, home: Grid): string =>
  fixedCell(grid.sheet, CONSTANT_COLUMN, at.shown + 2, home.sheet);

/** The rows of one changed row of an input, from `from` downwards. */
export interface ChoiceRow {
  readonly row: number;
  /** What a blank year would have: where a change starts from it. */
  readonly start: number | null;
  readonly base: number;
}

/** Where the choices of an input stand: below a band, and up to the blank row after them. */
export interface ChoicesAt {
  readonly band: number;
  readonly rows: readonly ChoiceRow[];
  readonly below: number;
}

/** Lays out the rows of an input's choices below a band; null where no scenario changes it. */
export function choicesAt(block: Block, band: number, choices: Choices, model: LiveRequest['model']): ChoicesAt | null {
  const rows = choices.touched.get(block);
  if (!rows) return null;
  let next = band + 1;
  const made = rows.map((row): ChoiceRow => {
    const starts =
      seriesNamed(model, block) !== null &&
      choices.scenarios.some((one) =>
        changedCells(block, one).some(
          (cell) => rowOfCell(block, cell) === row && startOf(inputOf(one, block).given[cell] ?? null) !== null,
        ),
      );
    const base = next + (starts ? 1 : 0);
    next = base + 1 + choices.scenarios.length;
    return { row, start: starts ? base - 1 : null, base };
  });
  return { band, rows: made, below: next + 1 };
}

/** What a choice block is written from. */
export interface ChoiceFrame {
  readonly choices: Choices;
  readonly at: SelectorAt;
  readonly years: Grid;
  readonly request: LiveRequest;
  readonly ground: Parameters<typeof rowFormulas>[3];
  /** Where the choices of other inputs stand (which years are typed). */
  readonly choicesOf: (block: Block) => ChoicesAt | undefined;
  readonly partOf: (block: Block) => Part | null;
}

/** The block of an input's choices: for each changed row what it is in Base, and in each scenario. */
export function choiceBlock(placed: PlacedBlock, { band, rows }: ChoicesAt, frame: ChoiceFrame): LiveBlock {
  const { block } = placed;
  return {
    name: `${block.name}: by scenario`,
    unit: block.unit,
    words: 'what is typed, and what each scenario makes of it',
    source: 'BIM_Scenarios',
    usedBy: [block.name],
    kind: 'formula',
    band,
    rows: rows.flatMap((at) => rowsOfChoice(placed, at, frame)),
  };
}

function rowsOfChoice(placed: PlacedBlock, at: ChoiceRow, frame: ChoiceFrame): readonly LiveRow[] {
  const { block } = placed;
  const { choices, request } = frame;
  const members = rowMembers(placed, at.row);
  const labels = placed.rowAxes.map((axis, k) => axis.members[members[k] ?? 0] ?? '');
  const named = (name: string): readonly string[] => [labels.join(' · ') || block.name, name];
  const row = (number: number, name: string, cells: readonly LiveCell[], first = false): LiveRow => ({
    row: number,
    labels: named(name),
    cells,
    first,
    keys: [],
  });
  const base = inputCells(placed, at.row, valuesIn(placed, request.run.block({ block })));
  return [
    ...(at.start === null ? [] : [startRow(placed, at, at.start, frame, row)]),
    row(at.base, 'Base', base),
    ...choices.scenarios.map((one, index) => {
      const values = valuesIn(placed, inputOf(one, block).values);
      const texts = scenarioTexts(placed, at, one, frame);
      return row(at.base + 1 + index, one.name, formulaCells(placed, at.row, texts, values));
    }),
  ];
}

const here = ({ period, grid }: PlacedBlock, row: number): string => {
  const column: CellRef['column'] = period ? { by: 0 } : { at: CONSTANT_COLUMN };
  return refText({ sheet: grid.sheet, column, row }, grid.sheet);
};

/** One formula for all periods: those that a change does not concern keep what Base has, by a flag. */
function scenarioTexts(
  placed: PlacedBlock,
  at: ChoiceRow,
  one: Choices['scenarios'][number],
  frame: ChoiceFrame,
): readonly string[] {
  const { block, period, grid } = placed;
  const { given } = inputOf(one, block);
  const changed = new Map(
    changedCells(block, one)
      .filter((cell) => rowOfCell(block, cell) === at.row)
      .map((cell) => [periodIn(block, cell), cell]),
  );
  const base = here(placed, at.base);
  const text = (of: Given | null): string => {
    if (block.input?.marks) return '1';
    const index = of ? valueIndex(frame.choices.values, of.at) : -1;
    if (!of || index < 0) return base;
    const value = fixedCell(frame.years.sheet, CONSTANT_COLUMN, frame.at.values + 1 + index, grid.sheet);
    if (!of.change) return value;
    const { op, from } = of.change;
    const before = from?.change
      ? text(from)
      : from === null && at.start !== null
        ? here(placed, at.start)
        : from && valueIndex(frame.choices.values, from.at) >= 0
          ? text(from)
          : base;
    return op === 'x' ? `${/[+]/.test(before) ? `(${before})` : before}*${value}` : `${before}+${value}`;
  };
  const size = period ? period.size : 1;
  const texts = Array.from({ length: size }, (_, index) => {
    const cell = changed.get(index);
    return cell === undefined ? base : text(given[cell] ?? null);
  });
  const kinds = [...new Set(texts)];
  if (kinds.length === 1) return texts;
  const last = kinds.includes(base) ? base : (kinds.at(-1) ?? base);
  const whole = kinds
    .filter((kind) => kind !== last)
    .reduceRight((rest, kind) => {
      const pattern = texts.map((each) => (each === kind ? '1' : '0')).join('');
      return `IF(${frame.ground.flag(pattern, 'years of a scenario')}=1,${kind},${rest})`;
    }, last);
  return texts.map(() => whole);
}

const periodIn = ({ axes }: Block, cell: number): number =>
  membersIn(axes, cell)[axes.findIndex((one) => one.period)] ?? 0;

/** What a row's series gives by itself: its own formula, on what Base has typed. */
function startRow(
  placed: PlacedBlock,
  at: ChoiceRow,
  row: number,
  frame: ChoiceFrame,
  make: (row: number, name: string, cells: readonly LiveCell[], first: boolean) => LiveRow,
): LiveRow {
  const { request, ground, choicesOf, partOf } = frame;
  const series = seriesNamed(request.model, placed.block);
  const part = series && partOf(series);
  if (!series || !part?.formula) return make(row, 'before a change', [], false);
  const there = ground.placeOf(series);
  const standsAt = (of: PlacedBlock, number: number): PlacedBlock => ({ ...of, band: number - 1 - at.row });
  const marks = request.model.find(`${placed.block.name} or not`)?.block;
  const marked = marks && choicesOf(marks)?.rows.find((one) => one.row === at.row);
  const { texts, first } = rowFormulas(there, part.formula, at.row, {
    ...ground,
    placeOf: (block) => {
      if (block === placed.block) return standsAt(ground.placeOf(block), at.base);
      if (block === series) return standsAt(ground.placeOf(block), row);
      if (block === marks && marked) return standsAt(ground.placeOf(block), marked.base);
      return ground.placeOf(block);
    },
  });
  const values = valuesIn(there, request.run.block({ block: series }));
  return make(row, 'before a change', formulaCells(there, at.row, texts, values), first);
}

/** The row of an input that scenarios change: the one of its choices that is shown. */
export function chosenCells(
  placed: PlacedBlock,
  at: ChoiceRow,
  frame: Pick<ChoiceFrame, 'choices' | 'at' | 'years' | 'request'>,
): readonly LiveCell[] {
  const size = placed.period ? placed.period.size : 1;
  const values = valuesIn(placed, frame.request.run.block({ block: placed.block }));
  const [first, last] = [here(placed, at.base), here(placed, at.base + frame.choices.scenarios.length)];
  const text = `INDEX(${first}:${last},${shownRef(frame.at, frame.years, placed.grid)})`;
  return formulaCells(placed, at.row, new Array<string>(size).fill(text), values);
}
