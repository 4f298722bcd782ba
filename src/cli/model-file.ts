/** The workbook a command is asked about. */
import { openXlsx, type XlsxWorkbook } from '../workbook/xlsx';
import { readBytes } from './files';
import { messageOf, Mistake } from './terminal';

export async function openModel(file: string): Promise<XlsxWorkbook> {
  const bytes = await readBytes(file);
  try {
    return await openXlsx(bytes);
  } catch (error) {
    throw new Mistake(`${file}: ${messageOf(error)}`);
  }
}
