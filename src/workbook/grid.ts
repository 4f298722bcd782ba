/**
 * The workbook as a sheet in the browser, over Univer's open-source part.
 *
 * Univer keeps cells, formulas and looks; tables, charts and the marks of our sheets are kept here. What the
 * user typed is given back cell by cell, so that a file can be saved without losing what this sheet cannot show.
 */
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import type { Book, BookSheet, BookTable, CellEdit, TableEdit } from './book';
import { insertSheet, removeSheet, setName } from './grid/changes';
import type { ChartLayer } from './grid/chart-source';
import { workbookData } from './grid/data';
import { editsBetween, isChanged, placeKey, type CellsByPlace } from './grid/edits';
import { planReport, type Target } from './grid/report';
import { writtenConditions, writtenValidations } from './grid/rules';
import { numberText, seriesOf } from './grid/series';
import { SheetCells } from './grid/sheet-cells';
import { followTyping, headersOf, openTables, type LiveTable } from './grid/tables';
import { writtenSheet } from './grid/written';
import type { CellAddress, ChartSpec, OwnedSheet, Report, Snapshot, TableSnapshot, Workbook, Written } from './workbook';

/** How a sheet is opened. `charts` absent: no screen, hence no charts. */
export interface GridOptions {
  readonly language: string;
  /** Sheets of ours that the file already held. */
  readonly owned: readonly OwnedSheet[];
  readonly charts?: ChartLayer;
}

/** What is kept of a sheet beside its cells. */
interface Keeping {
  tables: readonly LiveTable[];
  readonly charts: readonly ChartSpec[];
  /** Cells as they were opened or written. */
  readonly before: CellsByPlace;
  /** True for a sheet that stands in the opened file. */
  readonly inFile: boolean;
  owned: { readonly key: string; readonly stamp: string; readonly wasChanged: boolean } | null;
}

const UNIT = 'workbook';

/** The sheet in the browser. */
export class Grid implements Workbook {
  private readonly keeping = new Map<string, Keeping>();
  private readonly listeners = new Set<() => void>();
  private readonly workbook: FWorkbook;
  private sheetsMade = 0;

  constructor(private readonly api: FUniver, book: Book, private readonly options: GridOptions) {
    const ids = book.sheets.map(() => this.newId());
    this.workbook = api.createWorkbook(workbookData(book, UNIT, ids));
    book.sheets.forEach((sheet, index) => { this.keep(sheet, ids[index] ?? ''); });
    this.listen();
    this.sheet(book.open)?.activate();
  }

  private newId(): string {
    this.sheetsMade += 1;
    return `sheet-${String(this.sheetsMade)}`;
  }

  private keep(sheet: BookSheet, id: string): void {
    const owned = this.options.owned.find((candidate) => candidate.name === sheet.name);
    const full = sheet.cells.filter((cell) => cell.value !== null || cell.formula !== undefined || cell.error !== undefined);
    this.keeping.set(id, {
      tables: openTables(sheet.tables, this.cells(id).isBlank), charts: [], inFile: true,
      before: new Map(full.map((cell) => [placeKey(cell.row, cell.column), cell])),
      owned: owned === undefined ? null : { key: owned.key, stamp: owned.stamp, wasChanged: owned.changed },
    });
  }

  private listen(): void {
    this.api.addEvent(this.api.Event.CommandExecuted, (event) => {
      if (event.id === 'sheet.mutation.set-range-values') this.typed();
    });
    this.api.addEvent(this.api.Event.ActiveSheetChanged, () => { this.showCharts(); });
  }

  /** After any change of cells: tables grow, charts redraw, listeners hear of it. */
  private typed(): void {
    for (const [id, keeping] of this.keeping) {
      if (keeping.tables.length > 0) keeping.tables = followTyping(keeping.tables, this.cells(id).isBlank);
    }
    for (const listener of this.listeners) listener();
  }

  /** Calls back after cells change; gives a way to stop. */
  readonly watch = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => { this.listeners.delete(changed); };
  };

  private sheets(): readonly FWorksheet[] { return this.workbook.getSheets(); }
  private sheet(name: string): FWorksheet | undefined { return this.sheets().find((sheet) => sheet.getSheetName() === name); }
  private cells(id: string): SheetCells {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (sheet === null) throw new Error(`There is no sheet ${id}.`);
    return new SheetCells(sheet);
  }

  async read(): Promise<Snapshot> {
    await this.settle();
    return {
      sheets: this.sheets().map((sheet) => sheet.getSheetName()),
      tables: this.sheets().flatMap((sheet) => this.tablesOf(sheet)).filter((table) => table.name.startsWith('BIM_')),
      names: this.workbook.getDefinedNames().map((name) => ({ name: name.getName(), refersTo: `=${name.getFormulaOrRefString()}` })),
      owned: this.owned(), language: this.options.language, calculated: true,
    };
  }

  /** A cell being typed into is finished, and formulas have their values. */
  private async settle(): Promise<void> {
    if (this.options.charts !== undefined && this.workbook.isCellEditing()) await this.workbook.endEditingAsync(true);
    await this.api.getFormula().whenComputingCompleteAsync();
  }

  private tablesOf(sheet: FWorksheet): readonly TableSnapshot[] {
    const cells = new SheetCells(sheet);
    return (this.keeping.get(sheet.getSheetId())?.tables ?? []).map(({ table }) => {
      const hidden = cells.hidden(table.top + 1, table.bottom);
      const columns = Array.from({ length: table.right - table.left + 1 }, (_, at) => table.left + at);
      return {
        name: table.name, sheet: sheet.getSheetName(), row: table.top, column: table.left, headers: headersOf(table, cells.text),
        rows: Array.from({ length: table.bottom - table.top }, (_, at) => columns.map((column) => cells.snapshot(table.top + 1 + at, column))),
        ...(hidden.length > 0 ? { hiddenRows: hidden } : {}),
      };
    });
  }

  private owned(): readonly OwnedSheet[] {
    return this.sheets().flatMap((sheet) => {
      const keeping = this.keeping.get(sheet.getSheetId());
      if (!keeping?.owned) return [];
      const { key, stamp, wasChanged } = keeping.owned;
      return [{ name: sheet.getSheetName(), key, stamp, changed: wasChanged || isChanged(keeping.before, new SheetCells(sheet).all()) }];
    });
  }

  private editsOf(sheet: FWorksheet): readonly CellEdit[] {
    const keeping = this.keeping.get(sheet.getSheetId());
    return keeping === undefined ? [] : editsBetween(sheet.getSheetName(), keeping.before, new SheetCells(sheet).all());
  }

  /** What the user typed into sheets of the file (`inFile`), or into sheets written since. */
  async edits(inFile: boolean): Promise<{ readonly cells: readonly CellEdit[]; readonly tables: readonly TableEdit[] }> {
    await this.settle();
    const sheets = this.sheets().filter((sheet) => this.keeping.get(sheet.getSheetId())?.inFile === inFile);
    return { cells: sheets.flatMap((sheet) => this.editsOf(sheet)), tables: sheets.flatMap((sheet) => this.tablesEdited(sheet)) };
  }

  /** Tables that grew, or whose headers were typed anew. */
  private tablesEdited(sheet: FWorksheet): readonly TableEdit[] {
    const tables = (this.keeping.get(sheet.getSheetId())?.tables ?? []).map(({ table, opened }) => ({
      opened, now: { ...table, headers: headersOf(table, new SheetCells(sheet).text) },
    }));
    return tables
      .filter(({ opened, now }) => now.bottom !== opened.bottom || now.headers.join('\n') !== opened.headers.join('\n'))
      .map(({ now }) => ({ sheet: sheet.getSheetName(), table: now }));
  }

  async write(report: Report): Promise<Written> {
    await this.settle();
    const names = this.sheets().map((sheet) => sheet.getSheetName());
    const tables = this.sheets().flatMap((sheet) => (this.keeping.get(sheet.getSheetId())?.tables ?? []).map(({ table }) => ({ name: table.name, sheet: sheet.getSheetName() })));
    const plan = planReport(report, { sheets: names, tables, owned: this.owned() });
    for (const name of plan.kept) this.disown(name);
    for (const target of plan.targets) await this.writeSheet(report, target);
    for (const { name, sheet, range } of plan.names) {
      await setName(this.api, UNIT, name, `'${sheet.replaceAll("'", "''")}'!${absolute(range.from)}${same(range.from, range.to) ? '' : `:${absolute(range.to)}`}`);
    }
    // Only a first write turns to its results: afterwards whoever edits and runs stays where they are.
    const opened = plan.targets.find(({ spec, replaces }) => [spec.name, spec.key].includes(report.open) && replaces === null);
    if (opened !== undefined) this.sheet(opened.name)?.activate();
    this.showCharts();
    return { sheets: plan.targets.map(({ spec, name }) => ({ key: spec.key, name, cells: spec.cells.length })), kept: plan.kept };
  }

  /** A sheet of ours that a user changed becomes his. */
  private disown(name: string): void {
    const keeping = this.keeping.get(this.sheet(name)?.getSheetId() ?? '');
    if (keeping !== undefined) keeping.owned = null;
  }

  private async writeSheet(report: Report, { spec, name, replaces }: Target): Promise<void> {
    const old = replaces === null ? undefined : this.sheet(replaces);
    const id = this.newId();
    const active = old !== undefined && this.workbook.getActiveSheet().getSheetId() === old.getSheetId();
    await insertSheet(this.api, UNIT, {
      data: writtenSheet(spec, id, name), index: old?.getIndex() ?? this.sheets().length,
      conditions: writtenConditions(spec), validations: writtenValidations(spec),
    });
    if (active) this.workbook.getSheetBySheetId(id)?.activate();
    if (old !== undefined) {
      await removeSheet(this.api, UNIT, old.getSheetId(), old.getSheetName());
      this.keeping.delete(old.getSheetId());
    }
    const cells = this.cells(id);
    this.keeping.set(id, {
      tables: openTables(spec.tables.map(toBookTable), cells.isBlank), charts: spec.charts, before: cells.all(), inFile: false,
      owned: { key: spec.key, stamp: report.stamp, wasChanged: false },
    });
  }

  private showCharts(): void {
    const sheet = this.workbook.getActiveSheet();
    const cells = new SheetCells(sheet);
    this.options.charts?.show((this.keeping.get(sheet.getSheetId())?.charts ?? []).map((spec) => ({
      spec, read: () => seriesOf(spec, cells), watch: this.watch, format: numberText,
    })));
  }

  show(address: CellAddress): Promise<void> {
    const sheet = this.sheet(address.sheet);
    const range = sheet?.getRange(address.cell);
    if (sheet === undefined || range === undefined) return Promise.reject(new Error(`There is no sheet “${address.sheet}” in this workbook.`));
    sheet.activate();
    sheet.setActiveRange(range);
    // A few rows and columns before it, so that its labels can be seen.
    if (this.options.charts !== undefined) sheet.scrollToCell(Math.max(0, range.getRow() - 6), Math.max(0, range.getColumn() - 4));
    return Promise.resolve();
  }

  /** Takes the workbook off the screen. */
  close(): void {
    this.options.charts?.show([]);
    this.api.disposeUnit(UNIT);
  }
}

const letters = (column: number): string => (column <= 26 ? '' : letters(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26));
const absolute = ([row, column]: readonly [number, number]): string => `$${letters(column)}$${String(row)}`;
const same = (one: readonly [number, number], two: readonly [number, number]): boolean => one[0] === two[0] && one[1] === two[1];
const toBookTable = (table: { readonly name: string; readonly row: number; readonly column: number; readonly headers: readonly string[]; readonly rows: number }): BookTable => ({
  name: table.name, headers: table.headers, top: table.row, left: table.column, bottom: table.row + table.rows, right: table.column + table.headers.length - 1,
});
