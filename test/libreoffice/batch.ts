/** Many workbooks recalculated in one run of LibreOffice: it starts once, which takes longer than all the rest. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PYTHON = process.env.REALISE_PYTHON ?? '/usr/bin/python3';
const PATIENCE_MS = 3_600_000;

/** A workbook, cells to change in it (null clears one), and the sheets whose values are wanted. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly set?: readonly (readonly [sheet: string, cell: string, value: number | string | null])[];
  readonly sheets: readonly string[];
}

export type Sheets = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** The values of each workbook's sheets after recalculation. */
export async function recalculateAll(jobs: readonly Job[]): Promise<readonly Sheets[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'realise-books-'));
  try {
    const listed = jobs.map(({ set = [], sheets }, index) => ({
      workbook: path.join(folder, `${String(index)}.xlsx`),
      set,
      sheets,
    }));
    for (const [index, job] of jobs.entries()) await writeFile(listed[index]?.workbook ?? '', job.bytes);
    const [asked, answer] = [path.join(folder, 'jobs.json'), path.join(folder, 'answer.json')];
    await writeFile(asked, JSON.stringify(listed));
    await run(PYTHON, [path.join(__dirname, 'batch.py'), asked, answer], { timeout: PATIENCE_MS });
    const found = JSON.parse(await readFile(answer, 'utf8')) as readonly { sheets?: Sheets; error?: string }[];
    return found.map(({ sheets, error }) => {
      if (!sheets) throw new Error(error ?? 'LibreOffice gave nothing');
      return sheets;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
