/**
 * The user's own formulas tried in Excel: the sheets that the answers rest on are copied cell by cell to hidden sheets,
 * which read each other; numbers are typed over there, Excel calculates, and the copies are deleted whatever happens.
 * `Worksheet.copy` would not do: a sheet copied alone goes on reading the others, and takes tables and names with it.
 */
import type { SheetCell, SheetRead, SheetsRead } from '../sheets-read';
import type { Answer, SumsAsked, SumsTried } from '../tries-sums';
import { cellAddress, rangeAddress } from './a1';
import { overCopies, readsByName, sheetsNamed } from './copied-formula';
import { Plain } from './errors';
import { readSheets } from './read-sheets';
import type { Session } from './session';
import { LARGEST_LOAD } from './steps';

/** What a cell costs in a request. */
const CELL = 60;
/** Larger models are not copied: it would take minutes, and their memory again. */
const MOST_CELLS = 300_000;
/** Tries in one round trip. */
const TOGETHER = 10;

/** As it would be typed: a formula, a number, or a text behind an apostrophe, so that it stays a text. */
type Content = string | number | boolean;
interface Copied {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}
/** A copy of a sheet: its name, and what stands in it. */
interface Copy {
  readonly name: string;
  readonly cells: readonly Copied[];
}
/** Copies by the name of their sheet in lower case; `held`: formulas that stand as their values. */
interface Copies {
  readonly of: ReadonlyMap<string, Copy>;
  readonly held: number;
}

export async function trySums(session: Session, asked: SumsAsked): Promise<SumsTried> {
  const read = await readSheets(session);
  const sheets = reached(
    read,
    asked.answers.map(({ sheet }) => sheet),
  );
  if (sheets.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS)
    throw new Plain('The sheets are too large to be copied for a trial. Nothing was changed.');
  const copies = copiesOf(sheets, read);
  try {
    await makeCopies(session, copies);
    return { answers: await answersTo(session, copies, asked), held: copies.held };
  } finally {
    await removed(session, copies);
  }
}

/** The sheets of the answers and every sheet that their formulas read, at whatever remove. */
function reached({ sheets }: SheetsRead, first: readonly string[]): readonly SheetRead[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found = new Map<string, SheetRead>();
  const visit = (name: string): void => {
    const sheet = byName.get(name.toLowerCase());
    if (!sheet || found.has(sheet.name)) return;
    found.set(sheet.name, sheet);
    const named = new Set(sheet.cells.flatMap(({ formula }) => (formula === undefined ? [] : sheetsNamed(formula))));
    for (const next of named) visit(next);
  };
  first.forEach(visit);
  return [...found.values()];
}

function copiesOf(sheets: readonly SheetRead[], { names }: SheetsRead): Copies {
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const nameOf = new Map(sheets.map(({ name }, n) => [name.toLowerCase(), `Realise trial ${String(n + 1)}`]));
  let held = 0;
  const contentOf = ({ value, formula, error }: SheetCell): Content => {
    if (formula !== undefined && !readsByName(formula, known)) return overCopies(formula, nameOf);
    if (formula !== undefined) held += 1;
    return error ?? (typeof value === 'string' ? `'${value}` : (value ?? ''));
  };
  const of = sheets.map(({ name, cells }): readonly [string, Copy] => [
    name.toLowerCase(),
    {
      name: nameOf.get(name.toLowerCase()) ?? '',
      cells: cells.map((cell) => ({ row: cell.row, column: cell.column, content: contentOf(cell) })),
    },
  ]);
  return { of: new Map(of), held };
}

async function makeCopies({ context, send }: Session, { of }: Copies): Promise<void> {
  for (const { name } of of.values()) context.workbook.worksheets.add(name).visibility = 'Hidden';
  await send();
  let room = LARGEST_LOAD;
  for (const { name, cells } of of.values()) {
    const sheet = context.workbook.worksheets.getItem(name);
    for (const { row, from, contents } of rowsOf(cells)) {
      const bytes = contents.length * CELL;
      if (bytes > room) {
        await send(); // as much as Excel takes in one go
        room = LARGEST_LOAD;
      }
      room -= bytes;
      const to = from + contents.length - 1;
      sheet.getRange(rangeAddress({ from: [row, from], to: [row, to] })).formulas = [[...contents]];
    }
  }
  await send();
}

interface Row {
  readonly row: number;
  readonly from: number;
  readonly contents: readonly (Content | null)[];
}

/** Rows of a copy from their first cell to their last; what is blank stays as it is. */
function rowsOf(cells: readonly Copied[]): readonly Row[] {
  const rows = new Map<number, Map<number, Content>>();
  for (const { row, column, content } of cells) {
    const line = rows.get(row) ?? new Map<number, Content>();
    rows.set(row, line.set(column, content));
  }
  return [...rows].map(([row, line]) => {
    const columns = [...line.keys()];
    const [from, to] = [Math.min(...columns), Math.max(...columns)];
    return { row, from, contents: Array.from({ length: to - from + 1 }, (_, n) => line.get(from + n) ?? null) };
  });
}

/** Types each try over, reads the answers, and puts back what stood there. */
async function answersTo(
  { context, send }: Session,
  { of }: Copies,
  { answers: places, tries }: SumsAsked,
): Promise<SumsTried['answers']> {
  const { worksheets, application } = context.workbook;
  const copies = new Map(
    [...of].map(([key, { name, cells }]) => [
      key,
      { name, stood: new Map(cells.map(({ row, column, content }) => [cellAddress(row, column), content])) },
    ]),
  );
  const answers: (readonly Excel.Range[])[] = [];
  for (const [n, typed] of tries.entries()) {
    const cells = typed.flatMap((one) => {
      const copy = copies.get(one.sheet.toLowerCase());
      if (copy === undefined) return [];
      return [
        {
          value: one.value,
          cell: worksheets.getItem(copy.name).getRange(one.cell),
          before: copy.stood.get(one.cell) ?? '',
        },
      ];
    });
    for (const { cell, value } of cells) cell.values = [[value]];
    application.calculate('Recalculate');
    const ranges = places.map(({ sheet, range }) =>
      worksheets.getItem(copies.get(sheet.toLowerCase())?.name ?? sheet).getRange(range),
    );
    for (const range of ranges) range.load('values');
    answers.push(ranges);
    for (const { cell, before } of cells) cell.formulas = [[before]];
    if (n % TOGETHER === TOGETHER - 1) await send(); // a few tries a round trip, so that Cancel and the watchdog are heard
  }
  await send();
  return answers.map((ranges) => ranges.map(({ values }) => values as Answer));
}

/** Deletes the copies, those of a trial that broke off among them. */
async function removed({ context, send }: Session, { of }: Copies): Promise<void> {
  const names = [...of.values()].map(({ name }) => name);
  try {
    const items = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    await send();
    for (const item of items) if (!item.isNullObject) item.delete();
    await send();
  } catch {
    throw new Plain(
      `The trial ended, but its hidden sheets could not be removed: ${names.join(', ')}. Delete them; your own sheets are as they were.`,
    );
  }
}
