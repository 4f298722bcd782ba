/** Workbooks the workbench can make by itself: the worked example, and a new model with the same tables, empty. */
import type { Example } from '../inputs/examples/example';
import type { FileGiven } from './files';

/** One sample: what it is called, and how its file comes about. */
export interface Sample {
  readonly name: string;
  readonly file: () => Promise<FileGiven>;
}

/** The template, filled with an example, as a file. */
async function made(name: string, fill: (example: Example) => Example): Promise<FileGiven> {
  const [{ templateReport }, { hepatitisCEngland }, { newXlsx }] = await Promise.all([
    import('../inputs/template'),
    import('../inputs/examples/hepatitis-c-england'),
    import('../workbook/xlsx'),
  ]);
  const workbook = newXlsx();
  await workbook.write(templateReport(fill(hepatitisCEngland)));
  return { name, bytes: await workbook.bytes() };
}

/** The settings of a model stay, since every model needs them; its title and the other tables are yours to fill. */
function emptied(example: Example): Example {
  const settings = (example.tables.Model ?? []).map((row) =>
    row.Setting === 'Title' ? { ...row, Value: 'New model', Source: '' } : row,
  );
  return { title: 'New model', about: 'A model to fill in.', tables: { Model: settings } };
}

/** A new model. */
export const newModel = (): Promise<FileGiven> => made('New model.xlsx', emptied);

/** The first is open when the workbench starts. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  { name: 'Hepatitis C, England', file: () => made('Hepatitis C, England.xlsx', (example) => example) },
];
