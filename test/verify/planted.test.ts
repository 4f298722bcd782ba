/** How good the checks are: the share of planted mistakes that they notice on published models. PLANTED_CASES=all tries every one. */
import { readFileSync } from 'node:fs';
import { verify, type Verification } from '../../src/verify/verify';
import { openXlsx } from '../../src/workbook/xlsx';
import { MISTAKES } from '../../src/verify/mistakes';
import { publishedCases } from '../published/cases';

const FEW: ReadonlySet<string> = new Set(['semaglutide_uk', 'cgm_t2dm', 'pmprb']);
const chosen = publishedCases.filter(({ name }) => process.env['PLANTED_CASES'] === 'all' || FEW.has(name));

async function verified(workbook: string): Promise<Verification> {
  const steps = verify(await (await openXlsx(readFileSync(workbook))).read(), { plant: true });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

test('no check fails on a published model, and at least 95 % of what is planted is noticed', async () => {
  let [noticed, real] = [0, 0];
  for (const { name, workbook } of chosen) {
    const { lamps, planted } = await verified(workbook);
    expect([name, lamps.filter((lamp) => lamp.verdict === 'fails').map((lamp) => lamp.number)]).toEqual([name, []]);
    expect(planted).toHaveLength(MISTAKES.length);
    noticed += planted.filter((each) => each.outcome === 'noticed').length;
    real += planted.filter((each) => each.outcome !== 'no effect').length;
  }
  expect(MISTAKES.length).toBeGreaterThanOrEqual(30);
  expect(noticed / real).toBeGreaterThanOrEqual(0.95);
}, 600_000);

test('a workbook with errors is not checked, and every lamp says so', () => {
  const steps = verify(
    { sheets: [], tables: [], names: [], owned: [], language: 'en', calculated: true },
    { plant: true },
  );
  const { value, done } = steps.next();
  expect(done).toBe(true);
  expect((value as Verification).lamps.every((lamp) => lamp.verdict === 'does not apply' && lamp.because !== '')).toBe(
    true,
  );
});
