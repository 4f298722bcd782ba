/** A figure twice: as a cell of the live model shows it in Excel, and as the engine of the pane gives it. */
import { cellAt, type Table } from '../excel-host/book';
import { until } from './pane';
import type { Walk } from './walk';

/** Where the budget impact of the last year stands on the result sheet in formulas. */
function place({ book }: Walk): { readonly table: Table; readonly row: number; readonly column: number } {
  for (const table of book.tables.filter(({ name }) => name.startsWith('BIM_Out_Impact'))) {
    const { sheet, box } = table;
    for (let column = box.left; column <= box.right; column += 1)
      if (
        cellAt(sheet, box.top, column)?.held?.value === 'Budget impact' &&
        cellAt(sheet, box.bottom, column)?.held?.formula !== undefined
      )
        return { table, row: box.bottom, column };
  }
  throw new Error('there is no budget impact in formulas');
}

/** What its cell shows, asked of Excel from the page of the add-in. */
export function shownLive(walk: Walk): Promise<number> {
  const { table, row, column } = place(walk);
  return walk.pane.evaluate(
    ([sheet, down, along]) =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem(sheet).getCell(down, along).load('values');
        await context.sync();
        return Number(cell.values[0]?.[0]);
      }),
    [table.sheet.name, row - 1, column - 1] as const,
  );
}

/** What the engine gives for that year in the last run, by the add-in's function. */
export async function shownByEngine(walk: Walk): Promise<number> {
  const { table, row } = place(walk);
  const { host } = walk.opened;
  const call = host.call('IMPACT', [cellAt(table.sheet, row, table.box.left)?.held?.value]);
  const last = (): unknown => host.given.get(call)?.at(-1)?.value;
  await until('a figure of the run', () => typeof last() === 'number');
  host.end(call);
  return Number(last());
}

/** Excel is asked to calculate. */
export const calculate = ({ pane }: Walk): Promise<void> =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.application.calculate('Recalculate');
      await context.sync();
    }),
  );
