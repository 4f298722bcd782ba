/** Faults 23–29 and 58–61: languages, calculation, errors, text that looks like numbers, dates, precision, versions. */
import { assess } from '../../../src/assess';
import { buildReport } from '../../../src/outputs/report';
import { showsLess } from '../../../src/workbook/excel/shown';
import type { Snapshot } from '../../../src/workbook/workbook';
import { setFormat } from '../../excel-host/things/format';
import { report, sheetSpec, type SeedSheet } from '../contract';
import { excelBench } from '../excelBench';
import { asked, assessed, INPUTS, MODEL, NOTES, resting, sheetOf, usersCells, writingUnder } from './bench';

/** The model with one cell of the inputs otherwise. */
function withCell(row: number, column: number, value: SeedSheet['rows'][number][number], inputs = INPUTS) {
  const rows = inputs.rows.map((line, r) =>
    r === row - 1
      ? Array.from({ length: Math.max(line.length, column) }, (_, c) => (c === column - 1 ? value : (line[c] ?? null)))
      : line,
  );
  return { sheets: [{ ...inputs, rows }, NOTES] };
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

describe('fault 24: what cells show', () => {
  test('is never asked for: sums rest on values', async () => {
    const { bench, workbook } = await writingUnder(() => undefined);
    await workbook.read();
    expect(asked(bench.host.exchanges)).not.toContain('text');
    expect(asked(bench.host.exchanges)).not.toContain('Text');
  });

  test.each<[format: string, value: number, less: boolean]>([
    ['0', 100.5, true],
    ['0', 100, false],
    ['£#,##0.00', 99.999, true],
    ['£#,##0.00', 99.99, false],
    ['0%', 0.125, true],
    ['0.0%', 0.125, false],
    ['#,##0,', 1_500, true],
    ['#,##0,', 2_000, false],
    ['0.0;[Red]-0', -1.5, true],
    ['0.00 "0 left"', 1.25, false],
    ['General', 1 / 3, false],
    ['@', 1.5, false],
    ['# ?/?', 0.3, false],
    ['0.00E+00', 12_345, false],
    ['0.0', 0.1 + 0.2, false],
  ])('%s shows less than %d holds: %s', (format, value, less) => {
    expect(showsLess(value, format)).toBe(less);
  });

  test('where it is less than they hold, that is a warning with the cell, and the sums use what they hold', async () => {
    const plain = excelBench(withCell(12, 4, 100.5));
    const whole = (await assessed(await plain.open())).results?.impact.total;
    const bench = excelBench(withCell(12, 4, 100.5));
    setFormat(
      { sheet: sheetOf(bench, 'Inputs'), box: { top: 12, bottom: 12, left: 4, right: 4 } },
      'NumberFormat',
      '0',
    );
    const { findings, results } = await assessed(await bench.open());
    expect(results?.impact.total).toEqual(whole);
    expect(findings.filter((one) => one.code === 'shown-rounded').map((one) => [one.severity, one.at?.cell])).toEqual([
      ['warning', 'D12'],
    ]);
  });

  test('a workbook that rounds to what it shows is said to do so', async () => {
    const bench = excelBench(MODEL);
    bench.host.book.roundsAsShown = true;
    expect((await assessed(await bench.open())).findings.map((one) => one.code)).toContain('precision-as-displayed');
    const calm = await assessed(await excelBench(MODEL).open());
    expect(calm.findings.map((one) => one.code)).not.toContain('precision-as-displayed');
  });
});

describe('fault 25: calculation on request', () => {
  /** The unit cost is computed from a cell that was changed since Excel last calculated. */
  const stale = async (arrange: (bench: ReturnType<typeof excelBench>) => void = () => undefined) => {
    const bench = excelBench(withCell(12, 4, { formula: '=Notes!B1*100' }));
    const { book } = bench.host;
    const workbook = await bench.open();
    await workbook.read();
    book.calculation = 'Manual';
    await bench.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Notes').getRange('B1').values = [[2]];
      await context.sync();
    });
    arrange(bench);
    return { bench, workbook };
  };
  const costIn = ({ tables }: Snapshot) => tables.find((one) => one.name === 'BIM_Costs')?.rows[0]?.[3]?.value;

  test('a run asks Excel to calculate before it reads, in the same two round trips; its mode stays', async () => {
    const { bench, workbook } = await stale();
    expect(costIn(await workbook.read())).toBe(100); // a look, which must not calculate
    expect(bench.host.book.calculations).toBe(0);
    const said = bench.host.exchanges.length;
    const snapshot = await workbook.read({ fresh: true });
    expect([costIn(snapshot), bench.host.exchanges.length - said, bench.host.book.calculations]).toEqual([200, 2, 1]);
    const { findings } = assess(snapshot);
    expect(findings.find((one) => one.code === 'recalculated')?.severity).toBe('notice');
    await workbook.write(report('run 1'));
    const sets = bench.host.exchanges.flatMap(({ request }) =>
      request.Actions.filter((action) => action.ActionType === 4 && /Calculation/.test(action.Name)),
    );
    expect([sets, bench.host.book.calculation]).toEqual([[], 'Manual']);
  });

  test('an Excel that misreports its mode is told by its state', async () => {
    const { workbook } = await stale(({ host }) => {
      host.book.misreports = true;
    });
    expect(costIn(await workbook.read({ fresh: true }))).toBe(200);
  });

  test('where Excel does not come to an end, computed inputs are said to be stale', async () => {
    const { bench, workbook } = await stale(({ host }) => {
      host.book.neverDone = true;
    });
    const { findings } = assess(await workbook.read({ fresh: true }));
    expect(findings.find((one) => one.code === 'manual-calculation')?.remedy).toMatch(/Press F9/);
    expect(bench.host.book.calculations).toBe(1);
  });

  test('where it calculates by itself, nobody asks it to', async () => {
    const bench = excelBench(MODEL);
    const { findings } = assess(await (await bench.open()).read({ fresh: true }));
    expect(findings.map((one) => one.code)).not.toContain('recalculated');
    expect(bench.host.book.calculations).toBe(0);
  });
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

describe('fault 60: figures of more digits than a cell keeps', () => {
  test('are the nearest double in the cell', async () => {
    const { bench } = await writingUnder(() => undefined);
    expect(await bench.look('Summary', 'C5')).toBe(Number('1234567.891234567891'));
  });

  test('stand whole, as text, on the sheet Run; where every cell keeps all, there is nothing to say', async () => {
    const runSheetOf = async (cost: number) => {
      const { results } = await assessed(
        await excelBench(withCell(2, 7, 1234.5678, withCell(12, 4, cost).sheets[0])).open(),
      );
      if (results === null) throw new Error('no results');
      const spec = buildReport(results, '2026-11-23 08:00').sheets.find((one) => one.key === 'run');
      return { results, texts: (spec?.cells ?? []).map((cell) => cell.value) };
    };
    const long = await runSheetOf(100.123456789);
    expect(long.results.impact.total[0]?.replace('.', '').length).toBeGreaterThan(15);
    for (const digits of long.results.impact.total) expect(long.texts).toContain(digits);
    expect(long.texts).toContain('All digits, as text: cells keep 15 to 17 of them');
    expect((await runSheetOf(100)).texts).not.toContain('All digits, as text: cells keep 15 to 17 of them');
  });
});

test('faults 52 and 61: reading and computing asks for nothing that changes a cell, and no sheet is perturbed', async () => {
  const bench = excelBench(MODEL);
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
