/** Faults 23–29 and 58–61: languages, calculation, errors, text that looks like numbers, dates, precision, versions. */
import { calculator } from '../../excel-host/calculate';
import { report, sheetSpec, type SeedSheet } from '../contract';
import { excelBench } from '../excelBench';
import { asked, assessed, INPUTS, MODEL, NOTES, resting, sheetOf, usersCells, writingUnder } from './bench';

/** The model with one cell of the inputs otherwise. */
function withCell(row: number, column: number, value: SeedSheet['rows'][number][number]) {
  const rows = INPUTS.rows.map((line, r) =>
    r === row - 1
      ? Array.from({ length: Math.max(line.length, column) }, (_, c) => (c === column - 1 ? value : (line[c] ?? null)))
      : line,
  );
  return { sheets: [{ ...INPUTS, rows }, NOTES] };
}
const codes = async (row: number, column: number, value: SeedSheet['rows'][number][number]) => {
  const workbook = await excelBench(withCell(row, column, value)).open();
  const { findings, results } = await assessed(workbook);
  return {
    results,
    findings: findings.filter((one) => one.severity === 'error').map((one) => [one.code, one.at?.cell]),
  };
};

describe('fault 23: languages', () => {
  const given = {
    ...report('run 1'),
    sheets: [sheetSpec('summary', 'Summary', [{ row: 10, column: 2, value: '123.456', style: 'body' }])],
  };
  test.each(['de-DE', 'fr-FR', 'pl-PL', 'ar-SA', 'hi-IN', 'tr-TR'])(
    'in %s cells hold what they hold in English',
    async (culture) => {
      const english = await writingUnder(() => undefined, { given });
      const other = await writingUnder(
        ({ host }) => {
          host.book.culture = culture;
        },
        { given },
      );
      const cells = ({ bench }: typeof english): string =>
        JSON.stringify([...sheetOf(bench, 'Summary').cells].map(([row, line]) => [row, [...line]]));
      expect(cells(other)).toBe(cells(english));
      const { results } = await assessed(other.workbook);
      expect((await other.workbook.read()).language).toBe(culture);
      expect(results?.impact.total).toEqual((await assessed(english.workbook)).results?.impact.total);
      expect(asked(other.bench.host.exchanges)).not.toContain('FormulasLocal');
      expect(asked(other.bench.host.exchanges)).not.toContain('NumberFormatLocal');
    },
  );

  test('numbers cross as numbers, and no text that a language could read as one crosses without its apostrophe', async () => {
    const { bench } = await writingUnder(() => undefined, { given });
    const sent = bench.host.exchanges.flatMap(({ request }) =>
      request.Actions.filter((action) => action.Name === 'Formulas').flatMap((action) =>
        (action.ArgumentInfo?.Arguments ?? []).flat(2),
      ),
    );
    const texts = sent.filter(
      (one): one is string => typeof one === 'string' && /\d/.test(one) && !one.startsWith('='),
    );
    expect(texts).toContain("'123.456");
    expect(texts.filter((text) => !text.startsWith("'"))).toEqual([]);
  });
});

test('fault 24: what cells show is never asked for: sums rest on values', async () => {
  const { bench, workbook } = await writingUnder(() => undefined);
  await workbook.read();
  expect(asked(bench.host.exchanges)).not.toContain('text');
  expect(asked(bench.host.exchanges)).not.toContain('Text');
});

test('fault 25: calculation on request is respected, neither set nor triggered, and computed inputs are said to be stale', async () => {
  const bench = excelBench(MODEL);
  Object.assign(bench.host.book, { calculation: 'Manual', calculationState: 'Pending' });
  const workbook = await bench.open();
  const { findings, results } = await assessed(workbook);
  expect(results).not.toBeNull();
  expect(findings.find((one) => one.code === 'manual-calculation')?.remedy).toMatch(/Press F9/);
  await workbook.write(report('run 1'));
  const sets = bench.host.exchanges.flatMap(({ request }) =>
    request.Actions.filter((action) => action.ActionType === 4),
  );
  expect(sets.filter((action) => /Calculation/.test(action.Name))).toEqual([]);
  expect(asked(bench.host.exchanges)).not.toContain('Calculate');
  expect(bench.host.book.calculation).toBe('Manual');
});

test.each(['#N/A', '#REF!', '#DIV/0!', '#SPILL!', '#BUSY!', '#CALC!', '#CONNECT!', '#VALUE!'])(
  'fault 26: %s in an input is named with its cell, and there is no figure',
  async (error) => {
    const { results, findings } = await codes(12, 4, { error });
    expect(results).toBeNull();
    expect(findings).toEqual([[expect.any(String), 'D12']]);
  },
);

test('fault 27: a workbook that iterates circles is said to do so; a circle that it does not iterate is an error', async () => {
  const bench = excelBench(MODEL);
  bench.host.book.iterates = true;
  const { findings, results } = await assessed(await bench.open());
  expect(findings.map((one) => one.code)).toContain('iterative-calculation');
  expect(results).not.toBeNull();
  const calm = await assessed(await excelBench(MODEL).open());
  expect(calm.findings.map((one) => one.code)).not.toContain('iterative-calculation');
});

test.each([
  ['a number as text', '100'],
  ['a number with a blank at its end', '100 '],
  ['a no-break space between thousands', '1\u00a0000'],
  ['full-width digits', '１００'],
  ['a per cent as text', '5 %'],
  ['a boolean', true],
] as const)('fault 28: %s where a number belongs is an error with its cell, and no figure', async (_what, value) => {
  const { results, findings } = await codes(12, 4, value);
  expect(results).toBeNull();
  expect(findings.map(([, cell]) => cell)).toEqual(['D12']);
});

test('fault 28: 50 where a share belongs, from a sheet that counts in per cent, is an error', async () => {
  const { results, findings } = await codes(9, 6, 50);
  expect(results).toBeNull();
  expect(findings.map(([, cell]) => cell)).toContain('F9');
});

test('fault 29: a date where a year belongs is no year, whatever its serial number', async () => {
  const { results, findings } = await codes(3, 2, { date: 46_023 });
  expect(results).toBeNull();
  expect(findings.map(([, cell]) => cell)).toContain('B3');
});

test('fault 58: figures do not move with the clock or the time zone', async () => {
  const zone = process.env.TZ;
  const figures: unknown[] = [];
  for (const place of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin']) {
    process.env.TZ = place;
    figures.push((await assessed(await excelBench(MODEL).open())).results);
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(figures[1]).toEqual(figures[0]);
  expect(figures[2]).toEqual(figures[0]);
});

test('fault 59: a workbook of a later contract is refused politely, with its cell', async () => {
  const rows = INPUTS.rows.map((line, n) => (n === 2 ? ['Schema', 2, ...line.slice(2)] : line));
  const { findings, results } = await assessed(await excelBench({ sheets: [{ ...INPUTS, rows }, NOTES] }).open());
  expect(results).toBeNull();
  expect(findings.filter((one) => one.at?.cell === 'B3').map((one) => one.message)).toEqual([
    expect.stringMatching(/Schema/),
  ]);
});

test('fault 60: a figure of more digits than a cell keeps is the nearest double there', async () => {
  const { bench } = await writingUnder(() => undefined);
  expect(await bench.look('Summary', 'C5')).toBe(Number('1234567.891234567891'));
});

test('faults 52 and 61: reading and computing asks for nothing that changes a cell, and no sheet is perturbed', async () => {
  const bench = excelBench(MODEL);
  bench.host.book.calculator = await calculator();
  const workbook = await bench.open();
  const before = usersCells(bench.host.book);
  await assessed(workbook);
  await resting(workbook);
  const changing = bench.host.exchanges.flatMap(({ request }) =>
    request.Actions.filter((action) => action.ActionType === 4),
  );
  expect(changing).toEqual([]);
  expect(usersCells(bench.host.book)).toBe(before);
  expect(bench.host.book.sheets).toHaveLength(2);
});
