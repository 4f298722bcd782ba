/** Lists of trials read in a worker, since an export may hold thousands: products, and the rows of a register of them. */
import type { Finding } from '../engine/finding';
import { importTrials, registerRows, type TrialsImport } from '../import-trials';
import type { ExampleRow } from '../inputs/examples/example';
import type { TrialFile } from '../trials/read-trials';

/** `checked`: the month in which the list is read, as `2026-11`. */
export interface TrialsTask {
  readonly kind: 'import trials';
  readonly files: readonly TrialFile[];
  readonly firstYear: number;
  readonly checked: string;
}

/** What was found in lists of trials. */
export interface TrialsFound extends Omit<TrialsImport, 'findings'> {
  /** Of BIM_Horizon, for the products that go on, which come first. */
  readonly rows: readonly ExampleRow[];
  readonly findings: readonly Finding[];
}
export interface TrialsAnswer {
  readonly kind: 'imported';
  readonly found: TrialsFound;
}

export function imported({ files, firstYear, checked }: TrialsTask): TrialsAnswer {
  const found = importTrials(files);
  return {
    kind: 'imported',
    found: { ...found, rows: registerRows(found, firstYear, checked), findings: found.findings.map(asFinding) },
  };
}

/** The place in a file is said, since there is no cell to go to. */
const asFinding = ({ severity, at, message }: TrialsImport['findings'][number]): Finding => ({
  severity,
  code: 'trials',
  at: null,
  message: at === '' ? message : `${at}: ${message}`,
  remedy: '',
});
