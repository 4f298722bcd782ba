/**
 * The formula engine behind the host: excelize's, in WebAssembly. It gives every result as text, so a second formula
 * asks for its type. Known differences from Excel: 15 digits, booleans come as 1 and 0, no dynamic arrays.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import type { init } from 'excelize-wasm';
import { boxAddress } from './address';
import type { Book, Cell, Sheet } from './book';
import type { Held, Value } from './entry';

/** Takes a book as it stands, and gives the result of any cell of it that holds a formula. */
export type Calculator = (book: Book) => (cell: Cell) => Held;

type Excelize = Awaited<ReturnType<typeof init>>;
type File = ReturnType<Excelize['NewFile']>;

let engine: Promise<Excelize> | undefined;

export async function calculator(): Promise<Calculator> {
  engine ??= load();
  const excelize = await engine;
  return (book) => calculate(excelize.NewFile(), book);
}

/** Run as a script of its own: the package imports what it needs at run time, which jest's own modules cannot. */
async function load(): Promise<Excelize> {
  const folder = join(process.cwd(), 'node_modules', 'excelize-wasm');
  const source = `(function (exports, require, __filename, __dirname) {${readFileSync(join(folder, 'main.cjs'), 'utf8')}\n})`;
  const script = new Script(source, {
    filename: join(folder, 'main.cjs'),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const library: { init?: typeof init } = {};
  const run = script.runInThisContext() as (
    exports: object,
    require: NodeJS.Require,
    file: string,
    folder: string,
  ) => void;
  run(library, createRequire(join(folder, 'main.cjs')), join(folder, 'main.cjs'), folder);
  if (library.init === undefined) throw new Error('excelize-wasm has no init');
  return await library.init(join(folder, 'excelize.wasm.gz'));
}

const TYPES = 'Types of results';

function calculate(file: File, book: Book): (cell: Cell) => Held {
  for (const sheet of book.sheets) file.NewSheet(sheet.name);
  file.NewSheet(TYPES);
  const formulas = new Map(book.sheets.flatMap((sheet) => plant(file, sheet)).map((one) => [one.cell, one]));
  for (const name of book.names) file.SetDefinedName({ Name: name.name, RefersTo: name.formula.slice(1) });
  const known = new Map<Cell, Held>();
  return (cell) => {
    const formula = formulas.get(cell);
    const held = known.get(cell) ?? (formula === undefined ? (cell.held ?? {}) : resultOf(file, formula));
    known.set(cell, held);
    return held;
  };
}

interface Formula {
  readonly sheet: Sheet;
  readonly address: string;
  readonly cell: Cell;
}

function resultOf(file: File, { sheet, address, cell }: Formula): Held {
  const formula = cell.held?.formula ?? '';
  const { value, error } = file.CalcCellValue(sheet.name, address, { RawCellValue: true });
  if (error !== null) return { formula, value: error.startsWith('#') ? error : '#VALUE!', error: true };
  file.SetCellFormula(TYPES, 'A1', `=TYPE('${sheet.name.replaceAll("'", "''")}'!${address})`);
  const isText = file.CalcCellValue(TYPES, 'A1', { RawCellValue: true }).value === '2';
  return { formula, value: isText || value === '' ? value : Number(value) };
}

function plant(file: File, sheet: Sheet): readonly Formula[] {
  const formulas: Formula[] = [];
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const address = boxAddress({ top: row, left: column, bottom: row, right: column });
      if (cell.held === null) continue;
      if (cell.held.formula === undefined) file.SetCellValue(sheet.name, address, plainValue(cell.held.value));
      else {
        file.SetCellFormula(sheet.name, address, cell.held.formula);
        formulas.push({ sheet, address, cell });
      }
    }
  }
  return formulas;
}

const plainValue = (value: Value | undefined): Value => value ?? '';
