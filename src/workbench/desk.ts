/**
 * The desk: one workbook, as the file it came from and as the sheet on the screen. It is the port the pane works
 * on. Saving puts what was typed back into the file itself, so that whatever the browser cannot show is kept.
 */
import type { FileGiven } from '../taskpane/picking';
import type { Grid } from '../workbook/grid';
import type { DrawChart } from '../workbook/grid/charts';
import type { ReadsSheets, SheetsRead } from '../workbook/sheets-read';
import type { CellAddress, Report, Snapshot, Workbook, Writing, Written } from '../workbook/workbook';

/** What the desk needs of the page. */
export interface DeskPlace {
  readonly element: HTMLElement;
  readonly dark: boolean;
  readonly draw: DrawChart;
  readonly say: (sentence: string) => void;
}

/** Milliseconds without a change after which the pane is told once more. */
const QUIET = 900;
let desks = 0;

export class Desk implements Workbook, ReadsSheets {
  private readonly ready: Promise<Grid>;
  /** What was written since the file was opened, in order: each with the sheets that nothing later has written anew. */
  private reports: readonly Report[] = [];
  /** Sheets of the file that were written again although the user had changed them. */
  private replaced: readonly string[] = [];
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private closeScreen: () => void = () => undefined;
  private darken: (dark: boolean) => void = () => undefined;
  private readonly watchers = new Set<() => void>();
  /** Tells one desk from the next. */
  readonly serial: number;

  constructor(
    private file: FileGiven,
    place: DeskPlace,
  ) {
    desks += 1;
    this.serial = desks;
    this.ready = this.open(place);
  }

  /** Name of the file. */
  get name(): string {
    return this.file.name;
  }
  /** Rejects, with a plain message, where the file cannot be shown. */
  opened(): Promise<unknown> {
    return this.ready;
  }

  private async open(place: DeskPlace): Promise<Grid> {
    const [{ readBook }, { openXlsx }, { Grid: SheetInBrowser }, { startUniver }, { FloatingCharts }] =
      await Promise.all([
        import('../workbook/xlsx/sheets'),
        import('../workbook/xlsx'),
        import('../workbook/grid'),
        import('../workbook/grid/univer'),
        import('../workbook/grid/charts'),
      ]);
    const book = readBook(this.file.bytes);
    const { owned, language } = await (await openXlsx(this.file.bytes)).read();
    const screen = startUniver(place.element, place.dark, place.say);
    this.closeScreen = screen.close;
    this.darken = (dark) => {
      screen.api.toggleDarkMode(dark);
    };
    const grid = new SheetInBrowser(screen.api, book, {
      owned,
      language,
      charts: new FloatingCharts(screen.api, place.draw),
      typing: () => place.element.contains(document.activeElement),
    });
    grid.watch(() => {
      this.tell();
    });
    return grid;
  }

  /** The pane looks at most once in three quarters of a second, so it is told at once and again when all is quiet. */
  private tell(): void {
    const say = (): void => {
      for (const changed of this.watchers) changed();
    };
    say();
    clearTimeout(this.quiet);
    this.quiet = setTimeout(say, QUIET);
  }

  /** Calls back after cells change; gives a way to stop. */
  readonly watch = (changed: () => void): (() => void) => {
    this.watchers.add(changed);
    return () => {
      this.watchers.delete(changed);
    };
  };

  async read(): Promise<Snapshot> {
    return (await this.ready).read();
  }
  async readSheets(): Promise<SheetsRead> {
    return (await this.ready).readSheets();
  }
  /** Finishes what was being typed into a cell. */
  async settle(): Promise<void> {
    await (await this.ready).settle();
  }
  async show(address: CellAddress): Promise<void> {
    await (await this.ready).show(address);
  }

  async isEditing(): Promise<boolean> {
    return (await this.ready).isEditing();
  }

  async write(report: Report, how: Writing = {}): Promise<Written> {
    const grid = await this.ready;
    const { owned } = await grid.read();
    // Sheets of ours that the user changed stay: they become part of the file before others are written beside them.
    if (this.reports.length > 0 && owned.some((sheet) => sheet.changed)) {
      this.file = { ...this.file, bytes: await this.bytes() };
      this.reports = [];
      this.replaced = [];
    }
    const written = await grid.write(report, how);
    this.reports = [...this.reports.flatMap((earlier) => without(earlier, report)), report];
    this.replaced = [...this.replaced, ...(how.replace ?? [])];
    return written;
  }

  /** The file as it now stands: what was typed, and the sheets that were written. */
  async bytes(): Promise<Uint8Array> {
    const [{ editFile }, { openXlsx }, grid] = await Promise.all([
      import('../workbook/xlsx/edit'),
      import('../workbook/xlsx'),
      this.ready,
    ]);
    const typed = await grid.edits(true);
    const kept = editFile(this.file.bytes, typed.cells, typed.tables);
    if (this.reports.length === 0) return kept;
    const workbook = await openXlsx(kept);
    for (const report of this.reports) await workbook.write(report, { replace: this.replaced });
    const onOurs = await grid.edits(false);
    return editFile(await workbook.bytes(), onOurs.cells, onOurs.tables);
  }

  /** Follows the page into the dark and back. */
  setDark(dark: boolean): void {
    this.darken(dark);
  }

  /** Clears the desk. */
  close(): void {
    clearTimeout(this.quiet);
    void this.ready
      .then((grid) => {
        grid.close();
      })
      .catch(() => undefined)
      .finally(() => {
        this.closeScreen();
      });
  }
}

/** The sheets of a report that a later one does not write anew. */
function without(report: Report, later: Report): readonly Report[] {
  const sheets = report.sheets.filter(({ key }) => !later.sheets.some((sheet) => sheet.key === key));
  const names = report.names.filter(({ sheet }) => sheets.some(({ name }) => name === sheet));
  return sheets.length === 0 ? [] : [{ ...report, sheets, names }];
}
