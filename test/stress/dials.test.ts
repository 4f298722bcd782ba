/** Dials: what is followed in floats is what exact decimals give, and shares that are turned leave the rest to the others. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parameterWords } from '../../src/inputs/parameter-words';
import { benchOf } from '../../src/stress/bench';
import { dialsOf } from '../../src/stress/dials';
import { followDials } from '../../src/stress/follow';
import { changesFor } from '../../src/stress/give-way';
import { whatIf } from '../../src/stress/what-if';
import { openXlsx } from '../../src/workbook/xlsx';

test('every headline dial, alone and all together, is followed to nine digits', async () => {
  const file = readFileSync(path.join(__dirname, '../published/semaglutide_uk/model.xlsx'));
  const { bench } = benchOf(await (await openXlsx(new Uint8Array(file))).read());
  if (!bench) throw new Error('no bench');
  const dials = dialsOf(bench).filter(({ headline }) => headline);
  expect(dials.map(({ words }) => words)).toContain('Uptake of Semaglutide in 2030');
  const follow = followDials(bench, dials);
  const turned = dials.map(({ parameter, op, now }) => ({ parameter, op, value: String(Number(now) * 1.1) }));
  for (const some of [...turned.map((one) => [one]), turned]) {
    const fast = follow(some);
    const exact = whatIf(bench, changesFor(bench, some)).impact?.total ?? [];
    if (fast?.kind !== 'fast') throw new Error('not followed');
    fast.impact.forEach((value, year) => {
      expect(Math.abs(Number(value) / Number(exact[year]) - 1)).toBeLessThan(1e-9);
    });
  }
});

test('addresses are told in the words of the trade', () => {
  expect(parameterWords('Uptake/with/All/Drug A/2030')).toBe('Uptake of Drug A in 2030');
  expect(parameterWords('Uptake/without/All/Drug A/*')).toBe('Uptake of Drug A in every year, in the world without');
  expect(parameterWords("Prices/'A/B'/pack/Discount", new Set(['pack']))).toBe('Discount of A/B');
  expect(parameterWords('Model/Discount rate')).toBe('Discount rate');
  expect(parameterWords('nothing')).toBe('nothing');
});
