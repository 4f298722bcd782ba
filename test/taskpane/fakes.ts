/** What the pane stands on, in memory: a report, a workbook that remembers what was asked of it, a calculator that answers at once. */
import type { Assessment } from '../../src/assess';
import type { Explanation } from '../../src/engine/results';
import type { Calculator } from '../../src/taskpane/calculator';
import { isSameBasis, MOVED } from '../../src/workbook/basis';
import { answering as stepping, type Answer, type Task } from '../../src/worker/tasks';
import type { CellAddress, Report, Snapshot, Workbook, Writing, Written } from '../../src/workbook/workbook';
import type { ReadsSheets, SheetsRead } from '../../src/workbook/sheets-read';
import { assessment, explanation, snapshot } from './fixture';

/** A small report: two sheets, one with a result table. */
export function report(): Report {
  const print = {
    area: { from: [1, 1], to: [9, 9] },
    orientation: 'landscape',
    fit: 'one page',
    footer: ['', '', ''],
  } as const;
  const figures = [
    ['Impact', '1970000'],
    ['Room', '4030000.5'],
  ] as const;
  const body = figures.flatMap(([name, value], index) => [
    { row: index + 4, column: 2, value: name, style: 'label' } as const,
    { row: index + 4, column: 3, value: { number: value }, style: 'figure' } as const,
  ]);
  return {
    title: 'Lipsiran',
    stamp: 'stamp',
    language: 'en-GB',
    open: 'Summary',
    names: [{ name: 'BIM_Answer', sheet: 'Annual', range: { from: [1, 1], to: [1, 1] } }],
    sheets: [
      {
        key: 'summary',
        name: 'Summary',
        purpose: 'result',
        widths: [],
        cells: [
          { row: 1, column: 2, value: { formula: '=Annual!C4', cached: { number: '1970000' } }, style: 'figure' },
          { row: 2, column: 2, value: { link: 'Annual!A1', text: 'Annual' }, style: 'link' },
        ],
        tables: [],
        charts: [],
        validations: [],
        conditions: [],
        print,
      },
      {
        key: 'annual',
        name: 'Annual',
        purpose: 'result',
        widths: [],
        cells: body,
        tables: [{ name: 'BIM_Out_Annual', row: 3, column: 2, headers: ['Figure', '2026'], rows: 2 }],
        charts: [],
        validations: [],
        conditions: [],
        print,
      },
    ],
  };
}

/** A workbook in memory that can be edited, can fail, and remembers. */
export class FakeWorkbook implements Workbook, ReadsSheets {
  readonly shown: CellAddress[] = [];
  readonly writes: Report[] = [];
  readonly how: Writing[] = [];
  editing = false;
  reads = 0;
  fault: Error | null = null;
  sheets: SheetsRead = { sheets: [], names: [] };
  constructor(public now: Snapshot = snapshot()) {}
  read(): Promise<Snapshot> {
    this.reads += 1;
    return this.fault === null ? Promise.resolve(this.now) : Promise.reject(this.fault);
  }
  readSheets(): Promise<SheetsRead> {
    return this.fault === null ? Promise.resolve(this.sheets) : Promise.reject(this.fault);
  }
  isEditing(): Promise<boolean> {
    return Promise.resolve(this.editing);
  }
  write(given: Report, how: Writing = {}): Promise<Written> {
    if (this.fault !== null) return Promise.reject(this.fault);
    if (how.signal?.aborted === true) return Promise.reject(how.signal.reason as Error);
    if (!isSameBasis(how.basis, this.now)) return Promise.reject(new Error(MOVED));
    this.writes.push(given);
    this.how.push(how);
    return Promise.resolve({
      sheets: given.sheets.map(({ key, name, cells: all }) => ({ key, name, cells: all.length })),
      kept: [],
    });
  }
  show(address: CellAddress): Promise<void> {
    this.shown.push(address);
    return Promise.resolve();
  }
}

/** The answer of the worker, worked out here to the end. */
export async function answered(task: Task): Promise<Answer> {
  const steps = await stepping(task);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Answers at once with what it is given. */
export function answering(
  given: () => Assessment = assessment,
  explained: () => Explanation = explanation,
): Calculator & { cancelled: number } {
  return {
    cancelled: 0,
    ask: (task) => {
      switch (task.kind) {
        case 'assess':
          return Promise.resolve({ kind: 'assessed', assessment: given() });
        case 'explain':
          return Promise.resolve({ kind: 'explained', explanation: explained() });
        case 'draft':
        case 'draft live':
          return Promise.resolve({ kind: 'drafted', report: report() });
        case 'stress':
        case 'dials':
        case 'turn':
        case 'verify':
        case 'verify on':
        case 'side by side':
        case 'import trials':
        case 'share':
          return Promise.resolve({ kind: 'failed', message: 'This model is invented.' });
      }
    },
    cancel() {
      this.cancelled += 1;
    },
  };
}
