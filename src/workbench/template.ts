/** A new model: the documented input workbook, with its example, as a file on the desk. */
import type { FileGiven } from './files';

/** The template as a new file. */
export async function templateFile(): Promise<FileGiven> {
  const [{ templateReport }, { newXlsx }] = await Promise.all([
    import('../inputs/template'),
    import('../workbook/xlsx'),
  ]);
  const workbook = newXlsx();
  await workbook.write(templateReport());
  return { name: 'New model.xlsx', bytes: await workbook.bytes() };
}
