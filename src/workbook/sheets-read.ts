/** The port for reviewers: every sheet of a workbook with its formulas, as plain data. */
import type { Cell, NameSnapshot } from './workbook';

/** A cell of any sheet, as a reviewer reads it; rows and columns are 1-based. `format`: its number format, where known. */
export interface SheetCell extends Cell {
  readonly row: number;
  readonly column: number;
  readonly format?: string;
}
/** A whole sheet, the user's own or one of ours; of its tables the cells they cover, the header first. */
export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
  readonly tables: readonly {
    readonly name: string;
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}
/** Every sheet of a workbook with its formulas, hidden ones too: for what is remarked on them. */
export interface SheetsRead {
  readonly sheets: readonly SheetRead[];
  readonly names: readonly NameSnapshot[];
}

/** A workbook whose sheets can be read whole. */
export interface ReadsSheets {
  readSheets(): Promise<SheetsRead>;
}
