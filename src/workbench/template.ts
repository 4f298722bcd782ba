/** A new model: the documented input workbook of the template, as a file on the desk. */
import type { FileGiven } from './files';
import { fetchFile } from './files';

/** Where the empty template stands beside the page. */
const TEMPLATE = 'assets/samples/template.xlsx';

/** The template as a new file. */
export const templateFile = (): Promise<FileGiven> => fetchFile(TEMPLATE, 'New model.xlsx');
