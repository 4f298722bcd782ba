/** Every quantity of every model has a live form, wanted by a result or not. */
import fc from 'fast-check';
import type { Run } from '../../src/engine/figures';
import { headlineQuantities } from '../../src/engine/headline';
import { assessLive } from '../../src/assess';
import { realisationFigures } from '../../src/engine/appraisal/realisation';
import { TooLarge, type LiveModel } from '../../src/engine/readings/live/document';
import { partsToWrite } from '../../src/engine/readings/live/parts-to-write';
import { refuseTooLarge } from '../../src/engine/readings/live/size';
import { liveModel } from '../../src/engine/readings/live/live';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { valueWorkbooks } from '../random/value';
import { snapshotOf, workbooks } from '../random/workbooks';
import { CASE_NAMES, modelOf, REALISED_NAMES } from './written';

const runOf = (snapshot: Snapshot): Run | null => {
  const { assumptions } = readAssumptions(snapshot);
  return assumptions && runModel(assumptions).run;
};

const written = ({ of: { model, structure }, exact }: Run): LiveModel =>
  liveModel({
    model,
    run: exact,
    figures: model.quantities,
    year: structure.year,
    baseline: structure.baseline,
    selector: 'Summary!$J$2',
  });

/** Quantities that have figures and no block in the live model. */
function missing(run: Run): readonly string[] {
  const there = new Set(written(run).sheets.flatMap(({ blocks }) => blocks.map(({ name }) => name)));
  return run.of.model.quantities.flatMap(({ block }) =>
    block.size === 0 || there.has(block.name) ? [] : [block.name],
  );
}

test.each([...CASE_NAMES, ...REALISED_NAMES])(
  '%s',
  async (name) => {
    const run = runOf(await (await openXlsx(modelOf(name))).read());
    if (!run) throw new Error('no figures');
    expect(headlineQuantities(run).length).toBeGreaterThan(8);
    expect(missing(run)).toEqual([]);
  },
  60_000,
);

test('random models', () => {
  const families = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };
  for (const tables of fc.sample(workbooks(families), { numRuns: 10, seed: 5 })) {
    const run = runOf(snapshotOf(tables));
    if (run) expect(missing(run)).toEqual([]);
  }
}, 120_000);

test.each(['cohort', 'stock'] as const)(
  'random models of value realisation in %s accounting',
  (accounting) => {
    for (const tables of fc.sample(valueWorkbooks({ accounting, wide: true }), { numRuns: 3, seed: 5 })) {
      const run = runOf(snapshotOf(tables));
      if (run) expect(missing(run)).toEqual([]);
    }
  },
  120_000,
);

/** Blocks that the figures of value realisation were read from. */
function readBy(run: Run): ReadonlySet<string> {
  const read = new Set<string>();
  const exact = new Proxy(run.exact, {
    get: (of, key) =>
      key === 'at'
        ? (...asked: Parameters<typeof of.at>) => {
            read.add(asked[0].block.name);
            return of.at(...asked);
          }
        : (Reflect.get(of, key, of) as unknown),
  });
  realisationFigures({ ...run, exact }, []);
  return read;
}

test('what the figures of value realisation are read from is written without being asked for by name', async () => {
  const snapshot = await (await openXlsx(modelOf('realisation/micro_example'))).read();
  const run = runOf(snapshot);
  if (!run) throw new Error('no figures');
  const there = new Set(assessLive(snapshot).live?.sheets.flatMap(({ blocks }) => blocks.map(({ name }) => name)));
  const read = [...readBy(run)].filter((name) => run.of.model.find(name)?.block.size !== 0);
  expect(read.length).toBeGreaterThan(20);
  expect(read.filter((name) => !there.has(name))).toEqual([]);
});

test('by year, what is counted by month is left out or stands as a value that says so', async () => {
  const snapshot = await (await openXlsx(modelOf('realisation/micro_example'))).read();
  const live = assessLive(snapshot, { byYear: true }).live;
  expect(live?.sheets.map(({ sheet }) => sheet)).toEqual(['Calc']);
  const values = live?.sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'value')) ?? [];
  expect(values.map(({ name }) => name)).toContain('Patient-years by treatment year, delivered');
  expect(
    values.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).every(({ formula }) => formula === null),
  ).toBe(true);
  expect(live?.sheets[0]?.blocks.find(({ name }) => name === 'Realised value')?.kind).toBe('formula');
});

test('a model too large says where, how large, and whether its years alone can be had', async () => {
  const snapshot = await (await openXlsx(modelOf('realisation/micro_example'))).read();
  const run = runOf(snapshot);
  if (!run) throw new Error('no figures');
  const parts = partsToWrite({
    model: run.of.model,
    run: run.exact,
    figures: run.of.model.quantities,
    year: run.of.structure.year,
    baseline: false,
    selector: '',
  });
  const refuse = (rows: number): unknown => {
    try {
      refuseTooLarge(
        parts,
        new Map([
          ['Calc', 10],
          ['Calc months', rows],
        ]),
        run.of.structure.year,
      );
      return null;
    } catch (thrown) {
      return thrown;
    }
  };
  expect(refuse(60_000)).toBeNull();
  const thrown = refuse(60_001);
  expect(thrown).toBeInstanceOf(TooLarge);
  expect(thrown).toMatchObject({
    byYear: true,
    message: expect.stringMatching(/60,001 rows on Calc months.*Most are in/) as string,
  });
});
