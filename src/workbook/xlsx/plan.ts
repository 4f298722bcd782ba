/** Decides, before anything is written, where each sheet of a report goes and what its tables are called. */
import type { Report, SheetSpec } from '../workbook';
import { freeSheetName, freeTableName, withSheetNames } from '../sheet-names';
import type { Book } from './book';
import type { Package } from './package';
import { readOwned } from './read';
import { tableFrames } from './readTables';
import { attributeOf, childOf } from './xml';

/** One sheet to be written: under which name, over which sheet of ours (a part path), with which table names. */
export interface Place {
  readonly spec: SheetSpec;
  readonly name: string;
  readonly over: string | null;
  readonly tables: readonly string[];
}

export interface Plan {
  readonly places: readonly Place[];
  /** Puts the sheet names of this workbook into a formula of the report. */
  readonly follow: (formula: string) => string;
  /** Sheets of ours that a user had changed, and that are kept. */
  readonly kept: readonly string[];
}

/** Ours and unchanged, or named in `replace`, is written again, wherever it stands and whatever it is called; all else is left alone. */
export function planWrite(pkg: Package, book: Book, report: Report, replace: readonly string[]): Plan {
  refuseUnwritable(book);
  const owned = readOwned(pkg).map((sheet) => ({ ...sheet, changed: sheet.changed && !replace.includes(sheet.key) }));
  const names = book.sheets.map((sheet) => sheet.name);
  const renames = new Map<string, string>();
  const chosen = report.sheets.map((spec) => {
    const own = owned.find((sheet) => sheet.key === spec.key && !sheet.changed);
    const name = own?.name ?? freeSheetName(spec.name, names);
    if (!own) names.push(name);
    if (name !== spec.name) renames.set(spec.name, name);
    return { spec, name, over: own ? (book.sheets.find((sheet) => sheet.name === own.name)?.path ?? null) : null };
  });
  const taken = takenNames(pkg, book, new Set(chosen.map((place) => place.over)));
  const places = chosen.map((place) => ({
    ...place,
    tables: place.spec.tables.map((table) => tableName(table.name, place.spec, taken)),
  }));
  const kept = owned
    .filter((sheet) => sheet.changed && report.sheets.some((spec) => spec.key === sheet.key))
    .map((sheet) => sheet.name);
  return { places, kept, follow: (formula) => withSheetNames(formula, renames) };
}

/** An input table must have its own name to be found: a second one beside it would never be read. */
function tableName(wanted: string, spec: SheetSpec, taken: string[]): string {
  const name = freeTableName(wanted, taken);
  if (name !== wanted && spec.purpose === 'input')
    throw new Error(`This workbook already holds a table ${wanted}. Nothing was written.`);
  taken.push(name);
  return name;
}

/** Names that tables may not take: of every table that stays, and of the workbook. */
function takenNames(pkg: Package, book: Book, rewritten: ReadonlySet<string | null>): string[] {
  const staying = book.sheets.filter((sheet) => sheet.path !== null && !rewritten.has(sheet.path));
  return [
    ...book.names.map((name) => name.name),
    ...staying.flatMap((sheet) => tableFrames(pkg, sheet.name, sheet.path ?? '').map((frame) => frame.name)),
  ];
}

function refuseUnwritable({ root }: Book): void {
  if (Object.values(root.attributes).some((value) => value.startsWith('http://purl.oclc.org/ooxml/'))) {
    throw new Error(
      'This workbook is saved as "Strict Open XML". Save it as an ordinary Excel workbook (.xlsx) to have results written into it. Nothing was written.',
    );
  }
  const lock = attributeOf(childOf(root, 'workbookProtection') ?? root, 'lockStructure');
  if (lock === '1' || lock === 'true') {
    throw new Error(
      'The structure of this workbook is protected, so no sheet can be added. Nothing was written. Remove the protection (Review, Protect Workbook), then try again.',
    );
  }
}
