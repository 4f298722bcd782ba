/** Files: read whole, written beside and renamed, so that no file is ever half-written or lost. */
import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, Mistake } from './terminal';

/** Larger files are refused before they are read. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The bytes of a file, or a mistake that says why not. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new Mistake(`${file} is not a file.`);
    if (facts.size > MOST_BYTES)
      throw new Mistake(`${file} is too large: ${String(Math.round(facts.size / 1048576))} MB.`);
    return await readFile(file);
  } catch (error) {
    throw error instanceof Mistake ? error : new Mistake(`${file} cannot be read: ${reason(error)}.`);
  }
}

/** Refuses an output that is the input, or that is not named as a workbook of the input's kind. */
export async function checkOutput(output: string, input: string | null): Promise<void> {
  const ending = path.extname(output).toLowerCase();
  const wanted = input !== null && path.extname(input).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  if (ending !== wanted)
    throw new Mistake(
      `${output} must end in ${wanted}, as ${input === null ? 'a new workbook does' : 'the model does'}.`,
    );
  await checkPlace(output, input);
}

/** Refuses an output that is no new workbook: where something stands already, nothing is overwritten. */
export async function checkNew(output: string, input: string | null): Promise<void> {
  await checkOutput(output, input);
  const exists = await stat(output).then(
    () => true,
    () => false,
  );
  if (exists) throw new Mistake(`${output} exists already. Choose another name: nothing is overwritten.`);
}

/** Refuses a list of draws that is no .csv, or would stand in place of the model. */
export async function checkCsv(output: string, input: string): Promise<void> {
  if (path.extname(output).toLowerCase() !== '.csv') throw new Mistake(`${output} must end in .csv.`);
  await checkPlace(output, input);
}

/** The folder of an output exists, and the output is not the model. */
async function checkPlace(output: string, input: string | null): Promise<void> {
  const parent = path.dirname(path.resolve(output));
  const isFolder = await stat(parent).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Mistake(`The folder ${parent} does not exist.`);
  if (input !== null && (await sameFile(output, input))) {
    throw new Mistake(
      `${output} is the model itself. Give the results a file of their own: your model is never overwritten.`,
    );
  }
}

/** The same file by name, through links, or as another name of the same data. */
async function sameFile(one: string, other: string): Promise<boolean> {
  const real = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));
  if ((await real(one)) === (await real(other))) return true;
  const facts = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return (
    facts[0] !== null &&
    facts[1] !== null &&
    facts[0]?.ino === facts[1]?.ino &&
    facts[0]?.dev === facts[1]?.dev &&
    facts[0]?.ino !== 0
  );
}

/** Writes a file under a passing name in its own folder, then renames it: whole, or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const passing = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(passing, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(passing, path.resolve(file));
  } catch (error) {
    await rm(passing, { force: true });
    throw new Mistake(`${file} cannot be written: ${reason(error)}. Nothing was written.`);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'you may not'],
  ['EPERM', 'you may not'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EBUSY', 'it is open in another program'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['ENAMETOOLONG', 'the name is too long'],
]);

function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return REASONS.get(code) ?? messageOf(error);
}
