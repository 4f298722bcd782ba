/** When a run writes into the sheet. */
import type { Calculator } from '../../src/taskpane/calculator';
import { writingRuns } from '../../src/workbench/runs';
import type { Answer, Task } from '../../src/worker/tasks';
import type { Report, Snapshot, Workbook } from '../../src/workbook/workbook';

const SNAPSHOT: Snapshot = { sheets: [], tables: [], names: [], owned: [], language: 'en-GB', calculated: true };
const ASSESS: Task = { kind: 'assess', snapshot: SNAPSHOT, options: {} };
const REPORT: Report = { title: 'A model', stamp: '', language: 'en-GB', sheets: [], names: [], open: '' };

function bench(results: object | null, kept: readonly string[] = []) {
  const written: Report[] = [];
  const said: string[] = [];
  const asked: Task[] = [];
  const inner: Calculator = {
    cancel: () => undefined,
    ask: (task) => {
      asked.push(task);
      const answer =
        task.kind === 'draft' || task.kind === 'draft live'
          ? { kind: 'drafted', report: REPORT }
          : { kind: 'assessed', assessment: { findings: [], read: [], results } };
      return Promise.resolve(answer as Answer);
    },
  };
  const workbook: Pick<Workbook, 'write'> = {
    write: (report) => {
      written.push(report);
      return Promise.resolve({ sheets: [], kept });
    },
  };
  const runs = writingRuns(
    inner,
    workbook,
    () => new Date(2026, 10, 22, 18, 40),
    (sentence) => said.push(sentence),
  );
  return { runs, written, said, asked };
}

test('opening a file reads it and writes nothing; the run after it writes', async () => {
  const { runs, written, asked } = bench({});
  await runs.ask(ASSESS);
  expect(written).toEqual([]);
  expect((await runs.ask(ASSESS)).kind).toBe('assessed');
  expect(written).toEqual([REPORT]);
  expect(asked.at(-1)).toMatchObject({ kind: 'draft', now: '22 Nov 2026 18:40' });
});

test('a model with errors writes nothing', async () => {
  const { runs, written } = bench(null);
  await runs.ask(ASSESS);
  await runs.ask(ASSESS);
  expect(written).toEqual([]);
});

test('a sheet that was kept is named', async () => {
  const { runs, said } = bench({}, ['Summary']);
  await runs.ask(ASSESS);
  await runs.ask(ASSESS);
  expect(said).toEqual(['You had changed “Summary”. It is kept, and a new sheet stands beside it.']);
});

test('a workbook that holds a live model of ours gets one again', async () => {
  const { runs, asked } = bench({});
  const owned = [{ name: 'Calc', key: 'calc', stamp: '', changed: false }];
  const task: Task = { ...ASSESS, snapshot: { ...SNAPSHOT, owned } };
  await runs.ask(task);
  await runs.ask(task);
  expect(asked.at(-1)).toMatchObject({ kind: 'draft live', snapshot: { owned } });
});
