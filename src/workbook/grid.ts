/**
 * The workbook as a sheet in the browser, over Univer's open-source part.
 *
 * Univer keeps cells, formulas and looks; tables, charts and the marks of our sheets are kept here. What the
 * user typed is given back cell by cell, so that a file can be saved without losing what this sheet cannot show.
 */
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { isSameBasis, MOVED } from './basis';
import type { Book, BookSheet, CellEdit, TableEdit } from './book';
import { absoluteRange, dressGrown, insertSheet, removeSheet, setName } from './grid/changes';
import type { ChartLayer } from './grid/chart-source';
import { workbookData } from './grid/data';
import { editsBetween, isChanged, placeKey } from './grid/edits';
import { keepOpened, linksOf, linkTarget, tablesEdited, tablesIn, type Keeping } from './grid/keeping';
import { laidTable } from './grid/laid';
import { planReport, type Target } from './grid/report';
import { writtenConditions, writtenValidations } from './grid/rules';
import { numberText, seriesOf } from './grid/series';
import { SheetCells } from './grid/sheet-cells';
import { sheetRead } from './grid/sheet-read';
import { followTyping, openTables } from './grid/tables';
import { writtenSheet } from './grid/written';
import type { ReadsSheets, SheetsRead } from './sheets-read';
import type { CellAddress, OwnedSheet, Report, Snapshot, Workbook, Writing, Written } from './workbook';

/** How a sheet is opened. `charts` absent: no screen, hence no charts. */
export interface GridOptions {
  readonly language: string;
  /** Sheets of ours that the file already held. */
  readonly owned: readonly OwnedSheet[];
  readonly charts?: ChartLayer;
  /** Is the user at work in the sheet? Then a cell being typed into is left to him. */
  readonly typing?: () => boolean;
}

const UNIT = 'workbook';
/** Milliseconds after which formulas that have no end are given up. */
const LONGEST_CALCULATION = 30_000;

/** The sheet in the browser. */
export class Grid implements Workbook, ReadsSheets {
  private readonly keeping = new Map<string, Keeping>();
  private readonly listeners = new Set<() => void>();
  private readonly workbook: FWorkbook;
  private sheetsMade = 0;
  /** True from a change of cells until the formulas have followed it. */
  private unsettled = false;

  constructor(
    private readonly api: FUniver,
    book: Book,
    private readonly options: GridOptions,
  ) {
    const ids = book.sheets.map(() => this.newId());
    this.workbook = api.createWorkbook(workbookData(book, UNIT, ids));
    book.sheets.forEach((sheet, index) => {
      this.keep(sheet, ids[index] ?? '');
    });
    this.listen();
    this.follow();
    this.sheet(book.open)?.activate();
  }

  private newId(): string {
    this.sheetsMade += 1;
    return `sheet-${String(this.sheetsMade)}`;
  }

  private keep(sheet: BookSheet, id: string): void {
    const owned = this.options.owned.find((candidate) => candidate.name === sheet.name);
    this.keeping.set(id, keepOpened(sheet, this.cells(id).isBlank, owned));
  }

  private listen(): void {
    this.api.addEvent(this.api.Event.CommandExecuted, (event) => {
      if (event.id !== 'sheet.mutation.set-range-values') return;
      // Univer puts the values of formulas in with the same mutation, and marks it.
      this.unsettled ||= event.options?.fromFormula !== true && event.options?.onlyLocal !== true;
      this.typed();
    });
    this.api.addEvent(this.api.Event.ActiveSheetChanged, () => {
      this.showCharts();
    });
  }

  /** A click on a link goes where it leads. There are no clicks without a screen. */
  private follow(): void {
    if (this.options.charts === undefined) return;
    this.api.addEvent(this.api.Event.CellClicked, ({ worksheet, row, column }) => {
      const link = this.kept(worksheet)?.links.get(placeKey(row + 1, column + 1));
      const target = link === undefined ? null : linkTarget(link);
      if (target !== null) this.show(target).catch(() => undefined);
    });
  }

  /** After any change of cells: tables grow, charts redraw, listeners hear of it. */
  private typed(): void {
    for (const [id, keeping] of this.keeping) {
      if (keeping.tables.length === 0) continue;
      const before = keeping.tables;
      keeping.tables = followTyping(before, this.cells(id).isBlank);
      void dressGrown(this.api, UNIT, id, before, keeping.tables);
    }
    for (const listener of this.listeners) listener();
  }

  /** Calls back after cells change; gives a way to stop. */
  readonly watch = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => {
      this.listeners.delete(changed);
    };
  };

  private sheets(): readonly FWorksheet[] {
    return this.workbook.getSheets();
  }
  private sheet(name: string): FWorksheet | undefined {
    return this.sheets().find((sheet) => sheet.getSheetName() === name);
  }
  private cells(id: string): SheetCells {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (sheet === null) throw new Error(`There is no sheet ${id}.`);
    return new SheetCells(sheet);
  }

  async read(): Promise<Snapshot> {
    await this.settle();
    return {
      sheets: this.sheets().map((sheet) => sheet.getSheetName()),
      tables: this.sheets()
        .flatMap((sheet) => tablesIn(sheet, this.kept(sheet)))
        .filter((table) => table.name.startsWith('BIM_')),
      names: this.workbook
        .getDefinedNames()
        .map((name) => ({ name: name.getName(), refersTo: `=${name.getFormulaOrRefString()}` })),
      owned: this.owned(),
      language: this.options.language,
      calculated: true,
    };
  }

  async readSheets(): Promise<SheetsRead> {
    await this.settle();
    return {
      sheets: this.sheets().map((sheet) => sheetRead(sheet, this.kept(sheet))),
      names: (await this.read()).names,
    };
  }

  /** A cell that was left while being typed into is finished, and formulas have their values. */
  async settle(): Promise<void> {
    const left = this.options.typing !== undefined && !this.options.typing();
    if (left && this.workbook.isCellEditing()) await this.workbook.endEditingAsync(true);
    if (!this.unsettled) return;
    await this.api.getFormula().onCalculationResultApplied(LONGEST_CALCULATION);
    this.unsettled = false;
  }

  private kept(sheet: FWorksheet): Keeping | undefined {
    return this.keeping.get(sheet.getSheetId());
  }

  private owned(): readonly OwnedSheet[] {
    return this.sheets().flatMap((sheet) => {
      const keeping = this.keeping.get(sheet.getSheetId());
      if (!keeping?.owned) return [];
      const { key, stamp, wasChanged } = keeping.owned;
      return [
        {
          name: sheet.getSheetName(),
          key,
          stamp,
          changed: wasChanged || isChanged(keeping.before, new SheetCells(sheet).all()),
        },
      ];
    });
  }

  private editsOf(sheet: FWorksheet): readonly CellEdit[] {
    const keeping = this.keeping.get(sheet.getSheetId());
    return keeping === undefined ? [] : editsBetween(sheet.getSheetName(), keeping.before, new SheetCells(sheet).all());
  }

  /** What the user typed into sheets of the file (`inFile`), or into sheets written since. */
  async edits(
    inFile: boolean,
  ): Promise<{ readonly cells: readonly CellEdit[]; readonly tables: readonly TableEdit[] }> {
    await this.settle();
    const sheets = this.sheets().filter((sheet) => this.keeping.get(sheet.getSheetId())?.inFile === inFile);
    return {
      cells: sheets.flatMap((sheet) => this.editsOf(sheet)),
      tables: sheets.flatMap((sheet) => tablesEdited(sheet, this.kept(sheet))),
    };
  }

  async write(report: Report, { replace = [], signal, basis }: Writing = {}): Promise<Written> {
    await this.settle();
    signal?.throwIfAborted();
    if (basis !== undefined && !isSameBasis(basis, await this.read())) throw new Error(MOVED);
    const names = this.sheets().map((sheet) => sheet.getSheetName());
    const tables = this.sheets().flatMap((sheet) =>
      (this.keeping.get(sheet.getSheetId())?.tables ?? []).map(({ table }) => ({
        name: table.name,
        sheet: sheet.getSheetName(),
      })),
    );
    const plan = planReport(report, { sheets: names, tables, owned: this.owned() }, replace);
    for (const name of plan.kept) this.disown(name);
    for (const target of plan.targets) await this.writeSheet(report, target);
    for (const { name, sheet, range } of plan.names) await setName(this.api, UNIT, name, absoluteRange(sheet, range));
    // Only a first write turns to its results: afterwards whoever edits and runs stays where they are.
    const opened = plan.targets.find(
      ({ spec, replaces }) => [spec.name, spec.key].includes(report.open) && replaces === null,
    );
    if (opened !== undefined) this.sheet(opened.name)?.activate();
    this.showCharts();
    return {
      sheets: plan.targets.map(({ spec, name }) => ({ key: spec.key, name, cells: spec.cells.length })),
      kept: plan.kept,
    };
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
      data: writtenSheet(spec, id, name),
      index: old?.getIndex() ?? this.sheets().length,
      conditions: writtenConditions(spec),
      validations: writtenValidations(spec),
    });
    if (active) this.workbook.getSheetBySheetId(id)?.activate();
    if (old !== undefined) {
      await removeSheet(this.api, UNIT, old.getSheetId(), old.getSheetName());
      this.keeping.delete(old.getSheetId());
    }
    const cells = this.cells(id);
    this.keeping.set(id, {
      tables: openTables(spec.tables.map(laidTable), cells.isBlank),
      charts: spec.charts,
      links: linksOf(spec),
      before: cells.all(),
      inFile: false,
      owned: { key: spec.key, stamp: report.stamp, wasChanged: false },
    });
  }

  private showCharts(): void {
    const sheet = this.workbook.getActiveSheet();
    const cells = new SheetCells(sheet);
    this.options.charts?.show(
      (this.keeping.get(sheet.getSheetId())?.charts ?? []).map((spec) => ({
        spec,
        read: () => seriesOf(spec, cells),
        watch: this.watch,
        format: numberText,
      })),
    );
  }

  show(address: CellAddress): Promise<void> {
    const sheet = this.sheet(address.sheet);
    const range = sheet?.getRange(address.cell);
    if (sheet === undefined || range === undefined)
      return Promise.reject(new Error(`There is no sheet “${address.sheet}” in this workbook.`));
    sheet.activate();
    sheet.setActiveRange(range);
    // A few rows and columns before it, so that its labels can be seen.
    if (this.options.charts !== undefined)
      sheet.scrollToCell(Math.max(0, range.getRow() - 6), Math.max(0, range.getColumn() - 4));
    return Promise.resolve();
  }

  isEditing(): Promise<boolean> {
    return Promise.resolve(this.workbook.isCellEditing());
  }

  /** Takes the workbook off the screen. */
  close(): void {
    this.options.charts?.show([]);
    this.api.disposeUnit(UNIT);
  }
}
