/** The workbook a command is asked about. */
import { openXlsx, type XlsxWorkbook } from '../workbook/xlsx';
import { readBytes } from './files';
import { messageOf, Mistake } from './terminal';

export const openModel = (file: string): Promise<XlsxWorkbook> => opened(file, (_, workbook) => workbook);

/** What is made of a workbook and its bytes; what cannot be read of either is a mistake that names the file. */
export async function opened<T>(
  file: string,
  make: (bytes: Uint8Array, workbook: XlsxWorkbook) => T | Promise<T>,
): Promise<T> {
  const bytes = await readBytes(file);
  try {
    return await make(bytes, await openXlsx(bytes));
  } catch (error) {
    throw new Mistake(`${file}: ${messageOf(error)}`);
  }
}
