/** A new workbook beside this one: Excel is given the whole file, and where it refuses or is silent, that is said. */
import { openNewWorkbook } from '../../src/workbook/excel/newWorkbook';
import type { ExcelHost } from '../excel-host/host';
import { excelBench } from './excelBench';

const PATIENCE = { seconds: 25, attempts: 1, pause: 0 };
/** More than a call takes arguments. */
const BYTES = Uint8Array.from({ length: 200_000 }, (_, n) => n % 251);

/** An Excel that is given the file. */
async function opened(
  arrange: (host: ExcelHost) => void = () => undefined,
  { excelApi = '1.15', patience = PATIENCE } = {},
): Promise<ExcelHost> {
  const { host, open } = excelBench({ sheets: [{ name: 'Sheet1', rows: [] }] }, { excelApi, undo: 'desktop' });
  await open();
  arrange(host);
  await openNewWorkbook(BYTES, patience);
  return host;
}

test('is opened from the bytes as they are, and is no step of Undo', async () => {
  const { book, history } = await opened();
  expect(book.beside.map((file) => Buffer.from(file, 'base64').equals(Buffer.from(BYTES)))).toEqual([true]);
  expect([history?.steps(), book.sheets.length]).toEqual([0, 1]);
});

test('an Excel that refuses is said to, with what to do instead', async () => {
  const refusing = opened(({ forbid }) => {
    forbid('Application.CreateWorkbook', 'InternalServerError');
  });
  await expect(refusing).rejects.toThrow(/Nothing was changed.*realise share/s);
});

test('an Excel that does not answer is said to, with what to do instead', async () => {
  const silent = opened(
    ({ inject }) => {
      inject(1, { kind: 'silent' });
    },
    { patience: { ...PATIENCE, seconds: 0.05 } },
  );
  await expect(silent).rejects.toThrow(/Nothing was changed.*realise share/s);
});

test('an Excel that cannot is not asked', async () => {
  await expect(opened(undefined, { excelApi: '1.7' })).rejects.toThrow(/opens no new workbooks/);
});
