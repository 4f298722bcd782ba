/**
 * The worked models of value realisation through the whole product, each figure against what the case expects. Their
 * graphs are sound: units agree, nothing is read outside a block, and no task comes back to itself.
 */
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess';
import { soundnessFaults } from '../../src/engine/readings/soundness';
import { unitFaults } from '../../src/engine/readings/units';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { publicObject } from '../../src/outputs/public-object';
import { runModel } from '../../src/run/run-model';
import { openXlsx } from '../../src/workbook/xlsx';
import { compare } from './compare';
import { realisationCases } from './realisation/cases';

describe.each(realisationCases.map((c) => [c.name, c] as const))('%s', (_, { workbook, expected }) => {
  const read = async () => (await openXlsx(readFileSync(workbook))).read();

  test('gives the figures of the case', async () => {
    const { findings, results } = assess(await read());
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compare(results && publicObject(results), expected).mismatches).toEqual([]);
  });

  test('is a sound model', async () => {
    const { assumptions } = readAssumptions(await read());
    const run = assumptions && runModel(assumptions).run;
    expect(run).not.toBeNull();
    if (!run) return;
    expect(unitFaults(run.of.model)).toEqual([]);
    expect(soundnessFaults(run.of.model)).toEqual([]);
  });
});
