/**
 * The user's own formulas tried in Excel: the sheets that the answers rest on are copied cell by cell to hidden sheets,
 * which read each other; numbers are typed over there, Excel calculates, and the copies are deleted whatever happens.
 * `Worksheet.copy` would not do: a sheet copied alone goes on reading the others, and takes tables and names with it.
 */
import type { CellValue } from '../workbook';
import type { SheetRead, SheetsRead } from '../sheets-read';
import type { SumsAsked, SumsTried, TypedOver } from '../tries-sums';
import { columnLetters } from './a1';
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
const nameOfCopy = (n: number): string => `Realise trial ${String(n + 1)}`;

interface Copy {
  readonly of: SheetRead;
  readonly name: string;
}

export async function trySums(session: Session, asked: SumsAsked): Promise<SumsTried> {
  const read = await readSheets(session);
  const copies = reached(read, asked.sheet).map((of, n): Copy => ({ of, name: nameOfCopy(n) }));
  if (copies.reduce((sum, { of }) => sum + of.cells.length, 0) > MOST_CELLS)
    throw new Plain('The sheets are too large to be copied for a trial. Nothing was changed.');
  try {
    const held = await copied(session, copies, read);
    return { answers: await answersTo(session, copies, asked), held };
  } finally {
    await removed(session, copies);
  }
}

/** The sheet of the answers and every sheet that its formulas read, at whatever remove. */
function reached({ sheets }: SheetsRead, first: string): readonly SheetRead[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found = new Map<string, SheetRead>();
  const visit = (name: string): void => {
    const sheet = byName.get(name.toLowerCase());
    if (!sheet || found.has(sheet.name)) return;
    found.set(sheet.name, sheet);
    const named = new Set(sheet.cells.flatMap(({ formula }) => (formula === undefined ? [] : sheetsNamed(formula))));
    for (const next of named) visit(next);
  };
  visit(first);
  return [...found.values()];
}

/** Makes the copies; gives how many formulas stand as their values. */
async function copied({ context, send }: Session, copies: readonly Copy[], { names }: SheetsRead): Promise<number> {
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const byName = new Map(copies.map(({ of, name }) => [of.name.toLowerCase(), name]));
  for (const { name } of copies) context.workbook.worksheets.add(name).visibility = 'Hidden';
  await send();
  let [held, room] = [0, LARGEST_LOAD];
  for (const { of, name } of copies) {
    const sheet = context.workbook.worksheets.getItem(name);
    for (const row of rowsOf(of)) {
      const bytes = row.contents.length * CELL;
      if (bytes > room) {
        await send(); // as much as Excel takes in one go
        room = LARGEST_LOAD;
      }
      room -= bytes;
      const last = `${columnLetters(row.from + row.contents.length - 1)}${String(row.row)}`;
      sheet.getRange(`${columnLetters(row.from)}${String(row.row)}:${last}`).formulas = [
        row.contents.map((content) => {
          if (content?.formula === undefined) return content?.typed ?? null;
          const follows = !readsByName(content.formula, known);
          if (!follows) held += 1;
          return follows ? overCopies(content.formula, byName) : content.typed;
        }),
      ];
    }
  }
  await send();
  return held;
}

interface Content {
  readonly formula?: string | undefined;
  /** As it would be typed: texts behind an apostrophe, so that they stay texts. */
  readonly typed: string | number | boolean | null;
}
interface RowContent {
  readonly row: number;
  readonly from: number;
  readonly contents: readonly (Content | null)[];
}

/** Rows of a sheet from their first cell to their last; what is blank stays as it is. */
function rowsOf({ cells }: SheetRead): readonly RowContent[] {
  const rows = new Map<number, Map<number, Content>>();
  for (const { row, column, value, formula, error } of cells) {
    const held = rows.get(row) ?? new Map<number, Content>();
    held.set(column, { formula, typed: error ?? (typeof value === 'string' ? `'${value}` : value) });
    rows.set(row, held);
  }
  return [...rows].map(([row, held]) => {
    const columns = [...held.keys()];
    const [from, to] = [Math.min(...columns), Math.max(...columns)];
    return { row, from, contents: Array.from({ length: to - from + 1 }, (_, n) => held.get(from + n) ?? null) };
  });
}

/** Types each try over, reads the answers, and puts back what stood there. */
async function answersTo(
  { context, send }: Session,
  copies: readonly Copy[],
  { sheet, range, tries }: SumsAsked,
): Promise<readonly (readonly CellValue[])[]> {
  const { worksheets, application } = context.workbook;
  const copyOf = (name: string): string | undefined =>
    copies.find(({ of }) => of.name.toLowerCase() === name.toLowerCase())?.name;
  const put = (typed: readonly TypedOver[]): readonly (() => void)[] =>
    typed.flatMap(({ sheet: of, cell, value }) => {
      const name = copyOf(of);
      if (name === undefined) return [];
      const before = contentAt(copies, of, cell);
      worksheets.getItem(name).getRange(cell).values = [[value]];
      return [
        () => {
          worksheets.getItem(name).getRange(cell).formulas = [[before]];
        },
      ];
    });
  const byName = new Map(copies.map(({ of, name }) => [of.name.toLowerCase(), name]));
  const contentOf = (content: string | number | boolean): string | number | boolean =>
    typeof content === 'string' && content.startsWith('=') ? overCopies(content, byName) : content;
  const answers: Excel.Range[] = [];
  for (const [n, typed] of tries.entries()) {
    const back = put(typed);
    application.calculate('Recalculate');
    const answer = worksheets.getItem(copyOf(sheet) ?? sheet).getRange(range);
    answer.load('values');
    answers.push(answer);
    for (const undo of back) undo();
    if (n % TOGETHER === TOGETHER - 1) await send(); // a few tries a round trip, so that Cancel and the watchdog are heard
  }
  await send();
  return answers.map(({ values }) => (values as CellValue[][]).flat());

  function contentAt(all: readonly Copy[], name: string, cell: string): string | number | boolean {
    const at = all
      .find(({ of }) => of.name.toLowerCase() === name.toLowerCase())
      ?.of.cells.find(({ row, column }) => `${columnLetters(column)}${String(row)}` === cell.replaceAll('$', ''));
    if (!at) return '';
    if (at.formula !== undefined) return contentOf(at.formula);
    return typeof at.value === 'string' ? `'${at.value}` : (at.value ?? '');
  }
}

/** Deletes the copies, those of a trial that broke off among them. */
async function removed({ context, send }: Session, copies: readonly Copy[]): Promise<void> {
  try {
    const items = copies.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name));
    await send();
    for (const item of items) if (!item.isNullObject) item.delete();
    await send();
  } catch {
    throw new Plain(
      `The trial ended, but its hidden sheets could not be removed: ${copies.map(({ name }) => name).join(', ')}. Delete them; your own sheets are as they were.`,
    );
  }
}
