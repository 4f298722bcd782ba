/**
 * The fast reading against the exact one, to a billionth: the published and worked models and random ones, with inputs
 * moved so that tiers, limits and choices go both ways; every figure, and the last ones alone. An odd number of draws, so
 * that one runs beside itself.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Model } from '../../../src/engine/graph/model';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import type { Snapshot } from '../../../src/workbook/workbook';
import { openXlsx } from '../../../src/workbook/xlsx';
import { publishedCases } from '../../published/cases';
import { realisationCases } from '../../published/realisation/cases';
import { valueWorkbooks } from '../../random/value';
import { snapshotOf, workbooks } from '../../random/workbooks';
import { ends, hold } from './fast';

function modelOf(snapshot: Snapshot): Model | null {
  const { assumptions } = readAssumptions(snapshot);
  return (assumptions && runModel(assumptions).run?.of.model) ?? null;
}

describe('the published and worked models', () => {
  const cases = [...publishedCases, ...realisationCases];
  test.each(cases.map((c) => [c.name, c.workbook] as const))('%s', async (_, workbook) => {
    const model = modelOf(await (await openXlsx(readFileSync(workbook))).read());
    expect(model).not.toBeNull();
    if (!model) return;
    const held = hold(model, 3, 11);
    expect(held.wrong).toEqual([]);
    expect(held.ties).toBe(0);
    expect(held.compiled).toBe(true);
    expect(held.compared).toBeGreaterThan(20);
  });

  test.each(cases.slice(0, 6).map((c) => [c.name, c.workbook] as const))(
    '%s where WebAssembly is refused',
    async (_, workbook) => {
      const model = modelOf(await (await openXlsx(readFileSync(workbook))).read());
      const held = model && hold(model, 2, 12, true);
      expect(held?.wrong).toEqual([]);
      expect(held?.compiled).toBe(false);
    },
  );
});

/** FAST_RUNS: how many models of each family; more than these few are tried now and then, and said. */
const RUNS = Number(process.env['FAST_RUNS'] ?? '8');

describe('random models', () => {
  const families = {
    core: workbooks({}),
    streams: workbooks({ streams: true, cohorts: true }),
    care: workbooks({ regimens: true, agreements: true, tests: true }),
    'value, by cohorts': valueWorkbooks({ accounting: 'cohort' }),
    'value, by stock': valueWorkbooks({ accounting: 'stock' }),
  };
  test.each(Object.entries(families))('%s', (family, drawn) => {
    let [held, ties, compared, largest] = [0, 0, 0, 0];
    fc.sample(drawn, { numRuns: RUNS, seed: 21 }).forEach((tables, n) => {
      const model = modelOf(snapshotOf(tables));
      if (!model) return;
      held += 1;
      for (const found of [hold(model, 3, n), hold(model, 1, n, true), hold(model, 1, n, false, ends(model))]) {
        expect(found.wrong).toEqual([]);
        ties += found.ties;
        compared += found.compared;
        largest = Math.max(largest, found.largest);
      }
    });
    if (RUNS > 8)
      process.stdout.write(`${family}: ${String(held)} models, ${String(compared)} figures, ${String(largest)}\n`);
    expect(held).toBeGreaterThan(5);
    expect(ties).toBeLessThanOrEqual(held);
  });
});
