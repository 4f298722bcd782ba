/** The pane in an emulated Excel on the web, the workbook beside it, and the hands of a person on both. */
import type { Frame } from 'playwright-core';
import { addSheet, cellAt, enter, findSheet, type Book, type Sheet, type Table } from '../excel-host/book';
import type { ExcelSite, OpenAddin } from './excel-site';
import { button, looksRight } from './pane';

export class Walk {
  pane: Frame;
  readonly book: Book;

  private constructor(readonly opened: OpenAddin) {
    this.pane = opened.pane;
    this.book = opened.host.book;
  }

  static async begin(site: ExcelSite): Promise<Walk> {
    const opened = await site.visit({
      host: { undo: 'web' },
      arrange: (host) => {
        addSheet(host.book, 'Sheet1');
      },
    });
    opened.page.setDefaultTimeout(120_000);
    return new Walk(opened);
  }

  looks(station: string): Promise<void> {
    return looksRight(this.opened.page, this.pane, station);
  }

  sheet(name: string): Sheet {
    const found = findSheet(this.book, name);
    if (found === undefined) throw new Error(`there is no sheet ${name}`);
    return found;
  }
  table(name: string): Table {
    const found = this.book.tables.find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no table ${name}`);
    return found;
  }
  /** Types into the first row of prices, as a person does; gives what stood there. */
  price(header: string, value: string | number): unknown {
    const { sheet, box } = this.table('BIM_Prices');
    for (let column = box.left; column <= box.right; column += 1)
      if (cellAt(sheet, box.top, column)?.held?.value === header) return this.type(sheet, box.top + 1, column, value);
    throw new Error(`prices have no ${header}`);
  }
  /** Adds a column Confidential to the prices, and marks the first row. */
  marks(): void {
    const { sheet, box } = this.table('BIM_Prices');
    this.table('BIM_Prices').box = { ...box, right: box.right + 1 };
    enter(sheet, box.top, box.right + 1, 'Confidential');
    this.type(sheet, box.top + 1, box.right + 1, 'yes');
  }
  type(sheet: Sheet, row: number, column: number, value: string | number): unknown {
    const before = cellAt(sheet, row, column)?.held?.value;
    this.opened.host.type(sheet, row, column, value);
    return before;
  }
  /** Everything on the sheets of inputs. */
  inputs(): string {
    const tables = this.book.tables.filter((table) => !/^BIM_Out_/.test(table.name));
    return JSON.stringify(
      tables.map(({ name, sheet }) => [name, [...sheet.cells].map(([row, line]) => [row, [...line].map(heldIn)])]),
    );
  }

  foot(words: RegExp): Promise<void> {
    return this.pane.locator('footer span').getByText(words).first().waitFor();
  }
  /** A change is told quietly, in the foot; then the model is run again. */
  async changeThenRun(): Promise<void> {
    await this.foot(/changed/);
    await button(this.pane, 'Run again').click();
  }
  async write(): Promise<void> {
    await button(this.pane, /^Write \d+ sheets?$/).click();
    await button(this.pane, 'See the result').waitFor(); // the whole of it
  }
}

const heldIn = ([column, cell]: readonly [number, { readonly held: unknown }]): unknown => [column, cell.held];
