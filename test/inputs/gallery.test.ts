/** The gallery: every worked model reads without a fault, gives figures, says its sources, and stands on its public ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assess';
import type { Results } from '../../src/engine/results';
import { workedExample } from '../../src/inputs/examples/gallery';
import { WORKED } from '../../src/inputs/examples/worked';
import { templateReport } from '../../src/inputs/template';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';

jest.setTimeout(240_000);

async function resultsOf(name: string): Promise<Results> {
  const workbook = newXlsx();
  await workbook.write(templateReport(workedExample(name)));
  const { results, findings } = assess(await (await openXlsx(await workbook.bytes())).read());
  expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  if (!results) throw new Error(name);
  return results;
}
const total = (rows: readonly { readonly values: readonly string[] }[] = []): number =>
  rows.flatMap(({ values }) => values).reduce((sum, value) => sum + Number(value), 0);

test('there are seven, each with a page, a picture and one command', () => {
  expect(WORKED).toHaveLength(7);
  const folder = join(__dirname, '../../docs/gallery');
  const files = readdirSync(folder);
  for (const { name } of WORKED) {
    expect(files).toEqual(expect.arrayContaining([`${name}.md`, `${name}.png`]) as string[]);
    const page = readFileSync(join(folder, `${name}.md`), 'utf8');
    for (const part of [`](${name}.png)`, `realise template NEW.xlsx --example ${name}\n`])
      expect(page).toContain(part);
  }
  for (const { name } of WORKED) expect(workedExample(name).tables).toHaveProperty('Population');
  expect(() => workedExample('no such')).toThrow(/Choose from hepatitis-c/);
});

test.each(WORKED.slice(2).map(({ name }) => [name]))('%s says of each figure whether it is published', (name) => {
  const { sources = [], tables } = workedExample(name);
  expect(new Set(sources.map(({ kind }) => kind)).size).toBe(3);
  const named = Object.values(tables).flatMap((rows) =>
    rows.flatMap(({ Source = '' }) => [...Source.matchAll(/Sources (\d+)/g)].map(([, number]) => Number(number))),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((number) => number > sources.length)).toEqual([]);
});

test('insulin pumps: 1,500 people and 200 places a year are seven and a half years', async () => {
  const { realisation } = await resultsOf('insulin-pumps');
  expect(total(realisation?.starts)).toBeCloseTo(1500, 6);
  const months = realisation?.starts[0]?.values ?? [];
  expect(months.reduce((last, people, month) => (Number(people) > 1e-9 ? month : last), -1)).toBe(89);
});

test('Oncotype DX: 2,032 tested a year is the published funnel', async () => {
  const { eligible } = await resultsOf('oncotype-dx');
  const people = eligible.reduce((sum, { values }) => sum + Number(values[0]), 0);
  expect(Math.round(people)).toBe(2032);
});

test('AI mammography: it pays at EUR 1 an examination and not at EUR 3', async () => {
  const { impact, scenarios, eligible } = await resultsOf('ai-mammography');
  const dearer = scenarios.find(({ scenario }) => scenario === 'At EUR 3');
  expect(Number(impact.total.at(-1))).toBeLessThan(0);
  expect(Number(dearer?.impact.total.at(-1))).toBeGreaterThan(0);
  // 255,000 examinations, read twice for a minute: 8,500 hours, 6.5 man-years of 1,308 hours.
  const hours = (2 * Number(eligible[0]?.values[0])) / 60;
  expect(hours / 1308).toBeCloseTo(6.5, 2);
});

test('CAR-T: 740 eligible a year from 2023, and who waits too long is lost', async () => {
  const { eligible, realisation } = await resultsOf('car-t');
  expect(eligible.reduce((sum, { values }) => sum + Number(values[1]), 0)).toBe(740);
  const [demand, starts] = [total(realisation?.demand), total(realisation?.starts)];
  const waiting = (realisation?.backlog ?? []).reduce((sum, { values }) => sum + Number(values.at(-1)), 0);
  expect(total(realisation?.leavers)).toBeGreaterThan(100);
  expect(demand - starts - waiting).toBeCloseTo(total(realisation?.leavers), 6);
});

test('a combination: ill and well apart through the chain, and the scarce scan is a gate of the therapy', async () => {
  const { tests, realisation } = await resultsOf('triage-and-therapy');
  const of = (test: string, measure: string): number =>
    Number(tests.find((row) => row.test === test && row.measure === measure && row.world === 'with')?.values[4]);
  // Half of 12,000 are tested; 45 % are ill, and the triage finds 90 % of them and 40 % of the well.
  expect(of('Amyloid PET', 'tested')).toBeCloseTo(6000 * (0.45 * 0.9 + 0.55 * 0.4), 9);
  expect(of('Amyloid PET', 'truePositive')).toBeCloseTo(6000 * 0.45 * 0.9 * 0.92, 9);
  expect(of('Amyloid PET', 'falsePositive')).toBeCloseTo(6000 * 0.55 * 0.4 * 0.05, 9);
  const bound = new Set(realisation?.binding.flatMap(({ values }) => values));
  expect(bound).toContain('Scanner slots');
  const { parts } = realisation ?? {};
  if (!parts) throw new Error('no parts');
  const alone = parts.parts.reduce((sum, part) => sum + Number(part.alone), Number(parts.none));
  expect(alone + Number(parts.interaction)).toBeCloseTo(Number(parts.whole), 3);
  // With fewer scans in vain the same slots start more people.
  const better = realisation?.scenarios.find(({ scenario }) => scenario === 'A better algorithm');
  expect(total(better?.starts)).toBeGreaterThan(total(realisation?.starts) + 100);
});
