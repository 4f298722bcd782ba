/** The affordability test as lines of the summary: the room under the limit, and a lamp for each tested year. */
import type { Affordability } from './affordability';
import { ZERO } from './amounts';
import { impactRow } from './figures';
import { tableLamp, testLamp, YEARLY } from './lamps';
import { moneyLine } from './lines';
import { differenceFormat, moneyShort } from './money';
import { absolute, address, COLUMN, put, yearColumn, type Page } from './page';
import { liveCell } from './live-terms';
import { constant, stock, type Row } from './row';

/** Writes the lines; returns the row whose total column holds the limit. */
export function testLines(page: Page, test: Affordability): number {
  const { money, results, years } = page.figures;
  const impact = impactRow(results, results.impact.total);
  const room = impact.years.map((value, index) =>
    test.tested.includes(index) && value ? test.threshold.minus(value) : null,
  );
  const difference = { member: 'limit − impact', format: differenceFormat(money) };
  const [roomRow, impactAt] = [page.next, page.rows.get('impact')?.row ?? page.next];
  const left = (column: number): string => `=${absolute(roomRow + 1, COLUMN.total)}-${address(impactAt, column)}`;
  moneyLine(page, 'room', 'Room under the test limit', { ...stock(room, null), written: left }, difference);
  const limit = results.live?.threshold;
  const linked = (column: number): string | null =>
    limit && column === COLUMN.total ? `=${liveCell(limit, column)}` : null;
  const row = moneyLine(
    page,
    'test',
    'Affordability test',
    { ...constant(test.threshold, years), written: linked },
    {
      member: `limit ${moneyShort(money, test.threshold)} a year`,
      free: years.map((_, index) => yearColumn(index)),
    },
  );
  lampsOfYears(page, test, row, impact);
  return row;
}

function lampsOfYears(page: Page, test: Affordability, row: number, impact: Row): void {
  const impactAt = page.rows.get('impact')?.row ?? row;
  const limit = absolute(row, COLUMN.total);
  impact.years.forEach((value, index) => {
    const column = yearColumn(index);
    if (!test.tested.includes(index)) put(page, row, column, 'not tested', 'aside');
    else
      tableLamp(page, row, column, testLamp(address(impactAt, column), value ?? ZERO, limit, test.threshold, YEARLY));
  });
}
