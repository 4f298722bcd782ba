/** What Excel does of its own accord when cells are written, beyond what was asked. */
import { overlap, type Box } from '../address';
import { cellAt, cellsIn, enter, type Area, type Book } from '../book';

/** A filter's rows are passed over, so that what was meant for them lands further down (office-js issue 224). */
export const past = (filtered: ReadonlySet<number>, box: Box): ((row: number) => number) => {
  if (filtered.size === 0) return (row) => row;
  const open: number[] = [];
  for (let row = box.top; open.length <= box.bottom - box.top; row += 1) if (!filtered.has(row)) open.push(row);
  return (row) => open[row - box.top] ?? row;
};

/** A formula typed into a column of a table fills the blank cells of that column (office-js issues 2093, 6745). */
export function fillColumns(book: Book, { sheet, box }: Area): void {
  for (const table of book.tables) {
    const body = { ...table.box, top: table.box.top + 1 };
    const hit = table.sheet === sheet ? overlap(body, box) : null;
    if (hit === null) continue;
    for (const [, column, { held }] of [...cellsIn(sheet, hit)]) {
      if (held?.formula === undefined) continue;
      for (let row = body.top; row <= body.bottom; row += 1)
        if ((cellAt(sheet, row, column)?.held ?? null) === null) enter(sheet, row, column, held.formula);
    }
  }
}

/** A formula as Excel words it when it is read back. */
export const wording = (book: Book, formula: string | undefined): string | undefined =>
  book.insertsAt ? formula?.replace(/^=(?=[A-Z])/, '=@') : formula;
