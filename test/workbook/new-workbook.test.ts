/** A new workbook beside this one: Excel is given the whole file, and where it refuses or is silent, that is said. */
import { openNewWorkbook } from '../../src/workbook/excel/newWorkbook';
import { excelBench } from './excelBench';

const PATIENCE = { seconds: 0.05, attempts: 1, pause: 0 };
/** More than a call takes arguments. */
const BYTES = Uint8Array.from({ length: 200_000 }, (_, n) => n % 251);

/** An Excel that answers so when it is given a file. */
async function opened(answer: (file: string) => Promise<void>, excelApi = '1.15'): Promise<void> {
  await excelBench({ sheets: [] }, { excelApi }).open();
  Object.defineProperty(Excel, 'createWorkbook', { value: answer, configurable: true });
  await openNewWorkbook(BYTES, PATIENCE);
}

test('is opened from the bytes as they are', async () => {
  const given: string[] = [];
  await opened((file) => {
    given.push(file);
    return Promise.resolve();
  });
  expect(given.map((file) => Buffer.from(file, 'base64').equals(Buffer.from(BYTES)))).toEqual([true]);
});

test.each([
  ['refuses', () => Promise.reject(Object.assign(new Error('no'), { code: 'InternalServerError' }))],
  ['does not answer', () => new Promise<void>(() => undefined)],
])('an Excel that %s is said to, with what to do instead', async (_, answer) => {
  await expect(opened(answer)).rejects.toThrow(/Nothing was changed.*realise share/s);
});

test('an Excel that cannot is not asked', async () => {
  await expect(opened(() => Promise.resolve(), '1.7')).rejects.toThrow(/opens no new workbooks/);
});
