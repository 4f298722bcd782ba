/** A live workbook is an input: read, run and written again, it is ours that is replaced, and nothing of the user's. */
import { assess } from '../../src/assess';
import { openXlsx, type XlsxWorkbook } from '../../src/workbook/xlsx';
import { unzipSync, strFromU8, zipSync, strToU8 } from 'fflate';
import { modelOf, writeLive } from './written';

const NAME = 'htabim_vignette';
const live = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const written = await writeLive(bytes);
  if (!written) throw new Error('no live model');
  return written.bytes;
};
const open = async (bytes: Uint8Array): Promise<XlsxWorkbook> => openXlsx(bytes);

/** The same workbook with one cell of a sheet that holds this text changed. */
function retyped(bytes: Uint8Array, holds: string, from: RegExp, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = Object.keys(parts).find(
    (name) => /worksheets\/sheet/.test(name) && strFromU8(parts[name] ?? new Uint8Array()).includes(holds),
  );
  const text = path === undefined ? '' : strFromU8(parts[path] ?? new Uint8Array());
  const changed = text.replace(from, to);
  if (path === undefined || changed === text) throw new Error('nothing was changed');
  return zipSync({ ...parts, [path]: strToU8(changed) });
}

test('the live workbook gives the same figures as the model', async () => {
  const first = assess(await (await open(modelOf(NAME))).read()).results;
  const again = assess(await (await open(await live(modelOf(NAME)))).read()).results;
  expect(again?.impact.total).toEqual(first?.impact.total);
  expect(again?.inputs).toBe(first?.inputs);
});

test('written again, the same sheets stand, none twice, none changed', async () => {
  const once = await live(modelOf(NAME));
  const twice = await live(once);
  const [a, b] = [await (await open(once)).read(), await (await open(twice)).read()];
  expect(b.sheets).toEqual(a.sheets);
  expect(b.owned.filter(({ changed }) => changed)).toEqual([]);
});

test('a chosen scenario is no change of ours', async () => {
  const chosen = retyped(await live(modelOf(NAME)), 'Scenario ▸', /(<c r="J2"[^>]*><is><t[^>]*>)Base/, '$1optimistic');
  expect((await (await open(chosen)).read()).owned.filter(({ changed }) => changed)).toEqual([]);
});

test('a formula that the user changed is kept, and a new sheet written beside it', async () => {
  const changed = retyped(await live(modelOf(NAME)), 'the model in formulas', /<f>SUM\(/, '<f>MAX(');
  const before = await (await open(changed)).read();
  expect(before.owned.filter((sheet) => sheet.changed).map(({ key }) => key)).toEqual(['calc']);
  const after = await (await open(await live(changed))).read();
  expect(after.sheets).toEqual(expect.arrayContaining(['Calc', 'Calc (Realise)']));
});

test('a sheet of the user called as ours is, is left alone, and links to it stay', async () => {
  const parts = unzipSync(modelOf(NAME));
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const [, costs = ''] = /<sheet [^>]*name="([^"]*)"/.exec(book) ?? [];
  const renamed = zipSync({ ...parts, 'xl/workbook.xml': strToU8(book.replace(`name="${costs}"`, 'name="Calc"')) });
  const written = await writeLive(renamed);
  const snapshot = await (await open(written?.bytes ?? new Uint8Array())).read();
  expect(snapshot.sheets).toEqual(expect.arrayContaining(['Calc', 'Calc (Realise)']));
  const files = unzipSync(written?.bytes ?? new Uint8Array());
  const calc =
    Object.values(files)
      .map((file) => strFromU8(file))
      .find((text) => text.includes('the model in formulas')) ?? '';
  expect(calc).toContain('<f>Calc!');
  expect(calc).not.toContain("<f>'Calc (Realise)'!");
});
