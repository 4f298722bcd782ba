/** The functions of Excel: figures of a run, errors with reasons, and never a stale figure. */
import { assess, explainFigure } from '../../src/assess';
import { Board, NOT_RUN } from '../../src/functions/board';
import { FUNCTIONS } from '../../src/functions/catalogue';
import { associate } from '../../src/functions/functions';
import { standingOf } from '../../src/functions/standing';
import type { Calculator } from '../../src/taskpane/calculator';
import type { Model } from '../../src/taskpane/state';
import { excelBench } from '../workbook/excelBench';
import { MODEL } from '../workbook/faults/bench';

/** What a cell shows: a number, or "#N/A: why". */
type Shown = number | string;

class Fault {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}
const functions = new Map<string, (...values: unknown[]) => void>();
Object.assign(globalThis, {
  CustomFunctions: {
    Error: Fault,
    ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
    associate: (name: string, of: (...values: unknown[]) => void) => functions.set(name, of),
  },
});

/** A cell with a function in it, and all that it has shown. */
function cell(name: string, ...values: unknown[]): { readonly shown: Shown[]; readonly clear: () => void } {
  const shown: Shown[] = [];
  const invocation = {
    onCanceled: (): void => undefined,
    setResult: (given: number | Fault) => {
      shown.push(given instanceof Fault ? `${given.code}: ${given.message}` : given);
    },
  };
  functions.get(name)?.(...values, invocation);
  return {
    shown,
    clear: () => {
      invocation.onCanceled();
    },
  };
}

/** A pane that has read the model of the tests. */
async function ran(): Promise<{ board: Board; model: Extract<Model, { kind: 'read' }> }> {
  const snapshot = await (await excelBench(MODEL).open()).read();
  const board = new Board();
  const model = { kind: 'read', snapshot, assessment: assess(snapshot), changes: [] } as const;
  const calculator: Calculator = {
    ask: (task) =>
      Promise.resolve().then(() =>
        task.kind === 'explain'
          ? { kind: 'explained', explanation: explainFigure(task.snapshot, task.figure, task.options) }
          : { kind: 'failed', message: '' },
      ),
    cancel: () => undefined,
  };
  associate({ board, calculator });
  return { board, model };
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('figures of a run: by year, in all, by category, by patient', async () => {
  const { board, model } = await ran();
  board.tell(standingOf(model));
  // 1,000 people; 10, 30 and 50 in a hundred come to pay 100 in place of 40.
  expect(cell('IMPACT', 2026).shown).toEqual([6000]);
  expect(cell('IMPACT', '2028', null, 'acquisition').shown).toEqual([30000]);
  expect(cell('IMPACT').shown).toEqual([54000]);
  expect(cell('PATIENTS', 2027, 'New').shown).toEqual([300]);
  expect(cell('PATIENTS', 2027, 'Old', 'Adults', 'without', 'Base').shown).toEqual([1000]);
  expect(cell('PATIENTS', 2027).shown).toEqual([1000]);
  const figure = cell('FIGURE', 'Budget impact[2027]');
  await later();
  expect(figure.shown).toEqual([18000]);
});

test('what is not there is said, with what there is', async () => {
  const { board, model } = await ran();
  board.tell(standingOf(model));
  expect(cell('IMPACT', 2031).shown).toEqual(['#VALUE!: There is no year 2031. There is: 2026, 2027, 2028.']);
  expect(cell('IMPACT', 2026, 'Best').shown).toEqual(['#VALUE!: There is no scenario Best. There is: Base.']);
  expect(cell('IMPACT', 2026, null, 'Travel').shown).toEqual([
    '#VALUE!: There is no category Travel. There is: Acquisition.',
  ]);
  expect(cell('PATIENTS', 2026, 'Newer').shown).toEqual(['#VALUE!: There is no technology Newer. There is: New, Old.']);
  expect(cell('PATIENTS', null).shown).toEqual(['#VALUE!: There is no year (blank). There is: 2026, 2027, 2028.']);
  const figure = cell('FIGURE', 'Budget impact[1999]');
  await later();
  expect(figure.shown).toEqual([expect.stringMatching(/^#VALUE!: /)]);
});

test('a figure goes when an input changes, and comes back with the next run', async () => {
  const { board, model } = await ran();
  const { shown } = cell('IMPACT', 2026);
  expect(shown).toEqual([`#N/A: ${NOT_RUN}`]);
  board.tell(standingOf(model));
  const change = { label: 'x', before: '1', after: '2', share: false, at: null };
  board.tell(standingOf({ ...model, changes: [change] }));
  board.tell(standingOf(model));
  expect(shown).toEqual([
    `#N/A: ${NOT_RUN}`,
    6000,
    '#N/A: 1 input changed since the last run of Realise. Choose Run.',
    6000,
  ]);
});

test('a figure that was asked of an earlier run is not shown when it comes late', async () => {
  const { board, model } = await ran();
  board.tell(standingOf(model));
  const { shown } = cell('FIGURE', 'Budget impact[2027]');
  board.tell({ kind: 'none', why: 'changed' });
  await later();
  expect(shown).toEqual(['#N/A: changed']);
});

test('errors and missing models give #N/A with the reason, and a cleared cell is told no more', async () => {
  const { board, model } = await ran();
  const { shown, clear } = cell('IMPACT', 2026);
  board.tell(standingOf({ kind: 'none', snapshot: model.snapshot }));
  board.tell(standingOf({ ...model, assessment: { ...model.assessment, results: null } }));
  expect(shown.slice(1)).toEqual([
    expect.stringMatching(/^#N\/A: There is no model/),
    expect.stringMatching(/^#N\/A: The model has errors/),
  ]);
  expect(board.size).toBe(1);
  clear();
  board.tell(standingOf(model));
  expect([board.size, shown.length]).toEqual([0, 3]);
});

test('the help has a word on every argument, within what Excel shows', () => {
  expect(FUNCTIONS.map((one) => one.id)).toEqual([...functions.keys()]);
  for (const { description, parameters } of FUNCTIONS) {
    expect(description.length).toBeLessThan(255);
    expect(new Set(parameters.map((one) => one.name)).size).toBe(parameters.length);
    for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(10);
  }
});
