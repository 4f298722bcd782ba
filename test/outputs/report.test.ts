/** The report as data: where things stand, what may stand there, and that every figure agrees with every other. */
import { Decimal } from 'decimal.js';
import { buildReport } from '../../src/outputs/report';
import type { RangeSpec, SheetSpec } from '../../src/workbook/workbook';
import { exampleResults, type Choice } from './fixture';
import { ALLOWED, reckoner, tokensOf } from './formula';
import { at, cellAt, rowOf, shown, sheetOf } from './read';

const NOW = '22 Nov 2026 18:40';
const report = (choice: Choice = {}) => buildReport(exampleResults(choice), NOW);
const choices: readonly (readonly [string, Choice])[] = [
  ['the whole model', {}],
  ...Array.from(
    { length: 10 },
    (_, index) => [`${String(index + 1)} years`, { years: index + 1, baseline: index % 2 === 0 }] as const,
  ),
  ['no test, no scenarios', { threshold: null, scenarios: false }],
  ['all payers, plain units', { payer: 'All', scale: '0.0001', currency: 'CHF' }],
  ['a saving, in thousands', { offsets: '60', scale: '0.005', subgroups: ['Adults'] }],
  ['ten subgroups', { subgroups: Array.from({ length: 10 }, (_, index) => `Region ${String(index)}`) }],
  [
    'labels like formulas',
    {
      names: ['=1+1', '@SUM', '-x', '__proto__'],
      title: '=HYPERLINK("x") & sons',
      subgroups: ['+1', 'constructor'],
      payer: '=P',
    },
  ],
];
const covers = ({ from, to }: RangeSpec): readonly string[] => {
  const places: string[] = [];
  for (let row = from[0]; row <= to[0]; row += 1)
    for (let column = from[1]; column <= to[1]; column += 1) places.push(`${String(row)}:${String(column)}`);
  return places;
};
const filled = (sheet: SheetSpec): Set<string> =>
  new Set(sheet.cells.filter((cell) => cell.value !== '').map((cell) => `${String(cell.row)}:${String(cell.column)}`));

describe.each(choices)('a report of %s', (_, choice) => {
  const given = report(choice);

  test('puts one thing in one place', () => {
    for (const sheet of given.sheets) {
      const places = sheet.cells.flatMap((cell) =>
        covers({ from: [cell.row, cell.column], to: [cell.row, cell.column + (cell.span ?? 1) - 1] }),
      );
      expect([sheet.name, new Set(places).size]).toEqual([sheet.name, places.length]);
    }
  });

  test('holds only formulas of the whitelist, and each cached value is what it comes to', () => {
    const reckon = reckoner(given);
    for (const sheet of given.sheets) {
      for (const cell of sheet.cells) {
        if (typeof cell.value === 'string' || !('formula' in cell.value)) continue;
        const { formula, cached } = cell.value;
        const calls = tokensOf(formula).filter((token) => /^[A-Z]+$/.test(token));
        expect(calls.filter((call) => !ALLOWED.includes(call))).toEqual([]);
        const value = reckon(sheet.name, cell);
        if (typeof cached === 'string') expect([formula, value]).toEqual([formula, cached]);
        else
          expect(Math.abs(Number(value) - Number(cached.number))).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(Number(value))),
          );
      }
    }
  });

  test('shows a period in the same column on every sheet', () => {
    const first = exampleResults(choice);
    for (const key of ['annual', 'patients', 'compare'].filter((each) =>
      given.sheets.some((sheet) => sheet.key === each),
    )) {
      const sheet = sheetOf(given, key);
      first.years.forEach((year, index) => {
        expect(at(sheet, 5, 7 + index)).toBe(String(year));
      });
      expect(at(sheet, 5, 6)).toBe(first.baseline === null ? '' : '2025');
    }
    first.years.forEach((year, index) => {
      expect(at(sheetOf(given, 'summary'), 11, 7 + index)).toBe(String(year));
    });
  });

  test('keeps tables apart, with headers and rows that are there', () => {
    for (const sheet of given.sheets) {
      const taken = new Set<string>();
      const cells = filled(sheet);
      for (const table of sheet.tables) {
        const area = covers({
          from: [table.row, table.column],
          to: [table.row + table.rows, table.column + table.headers.length - 1],
        });
        expect(area.filter((place) => taken.has(place))).toEqual([]);
        area.forEach((place) => taken.add(place));
        table.headers.forEach((header, index) => {
          expect(at(sheet, table.row, table.column + index)).toBe(header);
        });
        expect(cells.has(`${String(table.row + table.rows)}:${String(table.column)}`)).toBe(true);
        expect(table.column).toBeGreaterThan(sheet.print.area.to[1]);
      }
    }
  });

  test('plots cells that exist, as many values as categories, right of what is printed', () => {
    for (const sheet of given.sheets) {
      const cells = filled(sheet);
      const places = sheet.charts.flatMap((chart) => covers(chart.at));
      expect(places.length).toBe(new Set(places).size);
      expect(places.filter((place) => cells.has(place))).toEqual([]);
      expect(new Set(sheet.charts.map((chart) => chart.name)).size).toBe(sheet.charts.length);
      for (const chart of sheet.charts) {
        expect(chart.description).not.toBe('');
        expect(chart.at.to[0]).toBeLessThanOrEqual(sheet.print.area.to[0]);
        for (const series of chart.series) {
          expect(covers(series.values)).toHaveLength(covers(series.categories).length);
          expect(covers(series.categories).every((place) => cells.has(place))).toBe(true);
          expect(covers(series.name).every((place) => cells.has(place))).toBe(true);
          if (series.line === undefined) expect(covers(series.values).every((place) => cells.has(place))).toBe(true);
          expect(series.values.from[1]).toBeGreaterThan(sheet.print.area.to[1]);
        }
      }
    }
  });

  test('passes all its own checks', () => {
    const checks = sheetOf(given, 'checks');
    expect(at(checks, 4, 3)).toMatch(/^● All \d+ OK$/);
    for (const sheet of given.sheets.filter((each) => each.key !== 'checks')) {
      expect(
        sheet.cells.filter(
          (cell) => typeof cell.value === 'object' && 'formula' in cell.value && cell.value.formula === '=Checks!$C$4',
        ),
      ).toHaveLength(1);
    }
  });

  test('breaks pages only before sections, and prints every printed cell', () => {
    for (const sheet of given.sheets) {
      const { area, fit } = sheet.print;
      const tables = sheet.tables.map((table) => table.column);
      const printed = sheet.cells.filter((cell) => cell.column <= area.to[1] && cell.value !== '');
      expect(printed.filter((cell) => cell.row > area.to[0])).toEqual([]);
      expect(tables.every((column) => column > area.to[1])).toBe(true);
      if (fit === 'one page') continue;
      for (const row of fit.breaks)
        expect(
          cellAt(sheet, row, 2)?.style === 'section' || sheet.charts.some((chart) => chart.at.from[0] === row),
        ).toBe(true);
    }
  });
});

describe('figures of the report', () => {
  const results = exampleResults();
  const given = buildReport(results, NOW);
  const annual = sheetOf(given, 'annual');
  const sumAt = (rows: readonly number[], column: number): Decimal =>
    rows.reduce((sum, row) => sum.plus(at(annual, row, column) ?? '0'), new Decimal(0));
  Decimal.set({ precision: 60 });

  test('stand at full precision, as the engine gave them', () => {
    const impact = rowOf(annual, 'Budget impact', rowOf(annual, 'With Examplisiran') + 8);
    results.impact.total.forEach((value, index) => {
      expect(at(annual, impact, 7 + index)).toBe(value);
    });
    expect(at(annual, impact, 6)).toBe('0');
  });

  test('add up: categories of each world make its total in every column, exactly', () => {
    const first = rowOf(annual, 'Without Examplisiran');
    const total = rowOf(annual, 'Total without');
    const parts = Array.from({ length: total - first - 1 }, (_, index) => first + 1 + index);
    for (let column = 5; column <= 11; column += 1)
      expect(sumAt(parts, column).toFixed()).toBe(new Decimal(at(annual, total, column) ?? '').toFixed());
    const all = results.costs.filter((line) => line.world === 'without' && ['', 'NHS England'].includes(line.payer));
    expect(at(annual, total, 9)).toBe(
      all.reduce((sum, line) => sum.plus(line.values[2] ?? 0), new Decimal(0)).toFixed(),
    );
  });

  test('both worlds are without in the baseline year', () => {
    expect(at(annual, rowOf(annual, 'Total with'), 6)).toBe(at(annual, rowOf(annual, 'Total without'), 6));
  });

  test('the flat table holds every line and year, the baseline in both worlds', () => {
    const [table] = annual.tables;
    expect(table?.name).toBe('BIM_Out_Annual');
    expect(table?.rows).toBe(results.costs.length * 5 + (results.baseline?.costs.length ?? 0) * 2);
  });

  test('scenarios stand beside Base with their differences', () => {
    const compare = sheetOf(given, 'compare');
    const difference = rowOf(compare, 'Doubled', rowOf(compare, 'Difference from Base'));
    const [base, doubled] = [results.impact.total[4] ?? '', results.scenarios.at(-1)?.impact.total[4] ?? ''];
    expect(at(compare, difference, 11)).toBe(new Decimal(doubled).minus(base).toFixed());
    expect(sheetOf(given, 'compare').charts[0]?.series).toHaveLength(5);
  });

  test('a scenario over the limit is lit so', () => {
    const compare = sheetOf(given, 'compare');
    expect(at(compare, rowOf(compare, 'Doubled', rowOf(compare, 'Limit of a year')), 7)).toBe('■ fails');
    expect(at(compare, rowOf(compare, 'Slow uptake', rowOf(compare, 'Limit of a year')), 7)).toBe('● passes');
    expect(at(compare, rowOf(compare, 'Base', rowOf(compare, 'Limit of a year')), 7)).toBe('▲ close');
  });

  test('a total that does not match its parts turns the master lamp', () => {
    const broken = {
      ...results,
      impact: {
        ...results.impact,
        byCategory: { ...results.impact.byCategory, Acquisition: results.impact.byCategory['Offsets'] ?? [] },
      },
    };
    const lit = buildReport(broken, NOW);
    expect(at(sheetOf(lit, 'checks'), 4, 3)).toMatch(/^■ 1 of \d+ fail$/);
    expect(at(sheetOf(lit, 'summary'), 3, 10)).toMatch(/^■/);
    const row = rowOf(sheetOf(lit, 'checks'), 'Categories add up to the impact');
    expect(at(sheetOf(lit, 'checks'), row, 7)).toBe('■ FAILS');
  });

  test('a warning asks to be read', () => {
    const warned = {
      ...results,
      findings: [{ severity: 'warning' as const, code: 'x', at: null, message: 'Look.', remedy: '' }],
    };
    expect(at(sheetOf(buildReport(warned, NOW), 'checks'), 4, 3)).toMatch(/^▲ \d+ checks, 1 to read$/);
  });
});

describe('what a report says of itself', () => {
  test('names, order, where it opens', () => {
    const given = report();
    expect(given.sheets.map((sheet) => sheet.key)).toEqual([
      'summary',
      'annual',
      'patients',
      'compare',
      'checks',
      'run',
    ]);
    expect(given.open).toBe('Summary');
    expect(given.names.map((name) => name.name)).toEqual(['BIM_Answer', 'BIM_Light', 'BIM_Check']);
    for (const { sheet, range } of given.names)
      expect(
        shown(cellAt(given.sheets.find((each) => each.name === sheet) ?? sheetOf(given, 'run'), ...range.from)),
      ).toBeTruthy();
    expect(given.stamp).toBe('Run 22 Nov 2026 18:40 · inputs 4f2a91c7 · Base · Examplisiran price confidential');
  });

  test('text of the user is never a formula, and its ampersand stays one in footers', () => {
    const given = report({ names: ['=1+1', '@SUM', '-x', '__proto__'], title: 'A & B' });
    const labels = sheetOf(given, 'patients').cells.filter((cell) => cell.value === '=1+1');
    expect(labels.length).toBeGreaterThan(0);
    expect(sheetOf(given, 'annual').cells.filter((cell) => cell.value === '__proto__').length).toBe(0);
    expect(sheetOf(given, 'patients').cells.filter((cell) => cell.value === '__proto__').length).toBe(
      sheetOf(report(), 'patients').cells.filter((cell) => cell.value === 'No add-on').length,
    );
    expect(sheetOf(given, 'run').print.footer[0]).toMatch(/^A && B · Realise/);
  });

  test('it is plain data', () => {
    expect(structuredClone(report())).toEqual(report());
  });

  test('it does not change from run to run', () => {
    expect(JSON.stringify(report())).toBe(JSON.stringify(report()));
  });

  test('every finding is on Run, with a link to its cell', () => {
    const run = sheetOf(report(), 'run');
    expect(run.cells.map((cell) => cell.value)).toContainEqual({ link: "'Cost''s'!Q6", text: "Cost's Q6" });
  });
});
