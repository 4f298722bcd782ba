/** Workbooks the workbench can make by itself: the worked examples, and a new model with the same tables, empty. */
import type { Example } from '../inputs/examples/example';
import { WORKED } from '../inputs/examples/worked';
import type { FileGiven } from '../taskpane/picking';

/** One sample: what it is called, and how its file comes about. */
export interface Sample {
  readonly name: string;
  /** What it shows, in a line. */
  readonly shows: string;
  readonly file: () => Promise<FileGiven>;
}

/** The template of an example, as a file. */
async function made(name: string, example: () => Promise<Example>): Promise<FileGiven> {
  const [{ templateReport }, { newXlsx }, filled] = await Promise.all([
    import('../inputs/template'),
    import('../workbook/xlsx'),
    example(),
  ]);
  const workbook = newXlsx();
  await workbook.write(templateReport(filled));
  return { name, bytes: await workbook.bytes() };
}

const hepatitisC = async (): Promise<Example> =>
  (await import('../inputs/examples/hepatitis-c-england')).hepatitisCEngland;
const worked = async (name: string): Promise<Example> =>
  (await import('../inputs/examples/gallery')).workedExample(name);

/** The settings of a model stay, since every model needs them; its title and the other tables are yours to fill. */
function emptied(example: Example): Example {
  const settings = (example.tables.Model ?? []).map((row) =>
    row.Setting === 'Title' ? { ...row, Value: 'New model', Source: '' } : row,
  );
  return { title: 'New model', about: 'A model to fill in.', tables: { Model: settings } };
}

/** A new model. */
export const newModel = (): Promise<FileGiven> => made('New model.xlsx', async () => emptied(await hepatitisC()));

const [first, ...others] = WORKED.map(({ name, label, shows }): Sample => ({
  name: label,
  shows,
  // The first is loaded alone: it is open when the workbench starts.
  file: () => made(`${label}.xlsx`, () => (name === 'hepatitis-c' ? hepatitisC() : worked(name))),
}));
if (first === undefined) throw new Error('There are no worked models.');

/** The gallery; the first is open when the workbench starts. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [first, ...others];
