/**
 * LibreOffice as a second opinion in tests: opens a written workbook, recalculates all of it, gives every value.
 * Each call starts its own office with its own profile (two to four seconds), so tests may run side by side.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The Python that LibreOffice's bridge is installed for. */
const PYTHON = process.env.REALISE_PYTHON ?? '/usr/bin/python3';
const PATIENCE_MS = 180_000;

/** What LibreOffice makes of a workbook. Errors are texts such as "#ERR 502"; empty cells are left out. */
export interface Recalculated {
  readonly sheets: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  /** Names of charts by sheet. */
  readonly charts: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
}

/** What else is wanted: pictures of pages or charts in a folder, the workbook as LibreOffice saves it, cells changed before. */
export interface Wishes {
  readonly pages?: string;
  readonly charts?: string;
  readonly saveAs?: string;
  readonly set?: readonly (readonly [sheet: string, cell: string, value: number | string])[];
}

/** Opens a workbook (its bytes) in LibreOffice, recalculates every formula, and gives the values of all sheets. */
export async function recalculate(bytes: Uint8Array, wishes: Wishes = {}): Promise<Recalculated> {
  const folder = await mkdtemp(path.join(tmpdir(), 'realise-book-'));
  try {
    const file = path.join(folder, 'book.xlsx');
    await writeFile(file, bytes);
    const wanted = [
      ...(wishes.pages === undefined ? [] : ['--pages', wishes.pages]),
      ...(wishes.charts === undefined ? [] : ['--charts', wishes.charts]),
      ...(wishes.saveAs === undefined ? [] : ['--save-as', wishes.saveAs]),
      ...(wishes.set ?? []).flatMap((change) => ['--set', ...change.map(String)]),
    ];
    const { stdout } = await run(PYTHON, [path.join(__dirname, 'office.py'), file, ...wanted], {
      timeout: PATIENCE_MS,
      maxBuffer: 1 << 30,
    });
    if (wishes.pages !== undefined)
      await run(
        'pdftoppm',
        ['-png', '-r', '70', path.join(wishes.pages, 'pages.pdf'), path.join(wishes.pages, 'page')],
        { timeout: PATIENCE_MS },
      );
    return JSON.parse(stdout) as Recalculated;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
