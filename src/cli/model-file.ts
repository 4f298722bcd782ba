/** The workbook a command is asked about. */
import { openXlsx, type XlsxWorkbook } from '../workbook/xlsx';
import { readBytes } from './files';
import { messageOf, Mistake } from './terminal';

/** Opens it; what cannot be read is a mistake that names the file. */
export async function openModel(file: string): Promise<XlsxWorkbook> {
  const bytes = await readBytes(file);
  try {
    return await openXlsx(bytes);
  } catch (error) {
    throw new Mistake(`${file}: ${messageOf(error)}`);
  }
}
