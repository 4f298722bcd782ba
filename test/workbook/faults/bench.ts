/** A small real model on sheets of a user's own, and what every fault must leave behind: his cells, and the result. */
import { assess, type Assessment } from '../../../src/assess';
import { basisOf } from '../../../src/workbook/basis';
import type { Report, Workbook, Writing, Written } from '../../../src/workbook/workbook';
import { findSheet, type Book, type Cell, type Sheet } from '../../excel-host/book';
import type { Exchange } from '../../excel-host/core';
import type { HostOptions } from '../../excel-host/host';
import { report, type Seed, type SeedSheet } from '../contract';
import { excelBench, type ExcelBench } from '../excelBench';

/** The sheet of inputs: 1,000 people, a medicine of 100 a year that half of them come to take. */
export const INPUTS: SeedSheet = {
  name: 'Inputs',
  rows: [
    ['Setting', 'Value', null, 'Subgroup', 'Step', 'Op', 'Base'],
    ['Currency', 'GBP', null, 'Adults', 'People', 'count', 1000],
    ['First year', 2026],
    ['Years', 3],
    [],
    ['Technology', 'Role', null, 'World', 'Technology', 'Year 1', 'Year 2', 'Year 3'],
    ['New', 'new', null, 'without', 'New', 0, 0, 0],
    ['Old', 'current', null, 'without', 'Old', 1, 1, 1],
    [null, null, null, 'with', 'New', 0.1, 0.3, 0.5],
    [],
    ['Technology', 'Category', 'Per', 'Unit cost'],
    ['New', 'Acquisition', 'patient-year', 100],
    ['Old', 'Acquisition', 'patient-year', 40],
  ],
  tables: {
    BIM_Model: 'A1:B4',
    BIM_Population: 'D1:G2',
    BIM_Technologies: 'A6:B8',
    BIM_Uptake: 'D6:H9',
    BIM_Costs: 'A11:D13',
  },
};
/** A sheet that is no business of ours. */
export const NOTES: SeedSheet = {
  name: 'Notes',
  rows: [
    ['=SUM is text here', 1],
    ['x', { formula: '=B1+1', value: 2 }],
  ],
};
export const MODEL: Seed = { sheets: [INPUTS, NOTES] };

export const sheetOf = ({ host }: ExcelBench, name: string): Sheet => {
  const sheet = findSheet(host.book, name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
};

/** Everything that stands in the sheets that are not ours, as text. */
export const usersCells = (book: Book): string =>
  JSON.stringify(
    book.sheets
      .filter(({ name }) => ['Inputs', 'Notes'].includes(name))
      .map(({ name, cells }) => [
        name,
        [...cells].map(([row, line]) => [row, [...line].map(([column, cell]: [number, Cell]) => [column, cell.held])]),
      ]),
  );

/** Names of every method called and property set in what was said, as "Worksheet…": what was asked of Excel at all. */
export const asked = (exchanges: readonly Exchange[]): ReadonlySet<string> =>
  new Set(
    exchanges.flatMap(({ request }) => [
      ...request.Actions.map((action) => action.Name),
      ...Object.values(request.ObjectPaths).map((path) => path.Name),
      ...request.Actions.flatMap((action) => action.QueryInfo?.Select ?? []),
    ]),
  );

export interface Outcome {
  readonly bench: ExcelBench;
  readonly workbook: Workbook;
  /** What was said, or "written". */
  readonly message: string;
  readonly written: Written | null;
}

export interface Trial {
  readonly seed?: Seed;
  readonly options?: HostOptions;
  readonly seconds?: number;
  readonly given?: Report;
  readonly how?: Writing;
  /** Where the fault is to be the user's own doing, his cells do change. */
  readonly userTypes?: true;
}

/**
 * Writes while something goes wrong. Holds the two invariants of every fault: the user's cells are what they were, and
 * the result is not lost, since the same report can be written once the fault is over, to sheets that hold it whole.
 */
export async function writingUnder(arrange: (bench: ExcelBench) => void, trial: Trial = {}): Promise<Outcome> {
  const { seed = MODEL, options = {}, seconds, given = report('run 1'), how, userTypes } = trial;
  const bench = excelBench(seed, options, seconds);
  const workbook = await bench.open();
  await workbook.read();
  const before = usersCells(bench.host.book);
  arrange(bench);
  const outcome = await workbook.write(given, how).then(
    (written) => ({ message: 'written', written }),
    (error: unknown) => ({ message: error instanceof Error ? error.message : String(error), written: null }),
  );
  if (userTypes === undefined) expect(usersCells(bench.host.book)).toBe(before);
  return { bench, workbook, ...outcome };
}

/** The fault is over: the same is written again, each sheet once, and nobody has changed it. */
export async function recovers({ bench, workbook }: Outcome, given: Report = report('run 1')): Promise<Written> {
  const written = await workbook.write(given);
  const { owned } = await workbook.read();
  expect(owned.map((sheet) => [sheet.name, sheet.changed, sheet.unfinished ?? false])).toEqual(
    written.sheets.map((sheet) => [sheet.name, false, false]),
  );
  expect(bench.host.book.sheets.filter((sheet) => /^Summary/.test(sheet.name))).toHaveLength(1);
  return written;
}

/** Reads and computes, as the pane does. */
export async function assessed(workbook: Workbook): Promise<Assessment> {
  return assess(await workbook.read());
}

/** The figure that everything is about, or the findings where there is none. */
export async function impactOf(workbook: Workbook): Promise<readonly string[]> {
  const { results, findings } = await assessed(workbook);
  return results?.impact.total ?? findings.filter((one) => one.severity === 'error').map((one) => one.code);
}

/** The condition of a write that rests on the inputs as they are read now. */
export async function resting(workbook: Workbook): Promise<Writing> {
  return { basis: basisOf(await workbook.read()) };
}
