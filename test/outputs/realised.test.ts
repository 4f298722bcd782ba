/** Realised and Gates: what they say and show of the worked models, and that every figure agrees with every other. */
import { Decimal } from 'decimal.js';
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess';
import type { Realisation } from '../../src/engine/realisation-results';
import type { Results } from '../../src/engine/results';
import { DIMENSION_LOOKS, dimensionOf } from '../../src/outputs/dimensions';
import { figuresOf } from '../../src/outputs/figures';
import { realisationAnswers, realisationCautions, realisationLead } from '../../src/outputs/realisation-words';
import { bindingByMonth, monthName, stretches } from '../../src/outputs/realised';
import { buildReport } from '../../src/outputs/report';
import type { RangeSpec, Report, SheetSpec } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { realisationCases } from '../published/realisation/cases';
import { ALLOWED, reckoner, tokensOf } from './formula';
import { at, rowOf, sheetOf } from './read';

jest.setTimeout(240_000);

interface Told {
  readonly results: Results;
  readonly realisation: Realisation;
  readonly report: Report;
}
const told = new Map<string, Told>();
const NAMES = ['micro_example', 'inclisiran_england', 'hepatitis_c_england', 'oncotype_netherlands'];

beforeAll(async () => {
  for (const { name, workbook } of realisationCases.filter((each) => NAMES.includes(each.name))) {
    const { results } = assess(await (await openXlsx(readFileSync(workbook))).read());
    if (!results?.realisation) throw new Error(`${name} gives no realisation`);
    told.set(name, { results, realisation: results.realisation, report: buildReport(results, '23 Nov 2026 00:50') });
  }
});

function of(name: string): Told {
  const found = told.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}
const covers = ({ from, to }: RangeSpec): readonly string[] => {
  const places: string[] = [];
  for (let row = from[0]; row <= to[0]; row += 1)
    for (let column = from[1]; column <= to[1]; column += 1) places.push(`${String(row)}:${String(column)}`);
  return places;
};
const text = (answers: ReturnType<typeof realisationAnswers>, question: string): string =>
  answers.find((each) => each.question === question)?.text ?? '';

describe.each(NAMES)('the report of %s', (name) => {
  const sheets = (): readonly SheetSpec[] => of(name).report.sheets;

  test('puts one thing in one place, tables and charts clear of what is printed', () => {
    for (const sheet of sheets()) {
      const places = sheet.cells.flatMap((cell) =>
        covers({ from: [cell.row, cell.column], to: [cell.row, cell.column + (cell.span ?? 1) - 1] }),
      );
      expect([sheet.name, new Set(places).size]).toEqual([sheet.name, places.length]);
      for (const chart of sheet.charts)
        expect([chart.name, covers(chart.at).filter((place) => places.includes(place))]).toEqual([chart.name, []]);
      for (const table of sheet.tables) expect(table.column).toBeGreaterThan(sheet.print.area.to[1]);
      const columns = sheet.tables.map(({ column, headers }) => [column, column + headers.length] as const);
      for (const [index, [from]] of columns.entries())
        expect(columns.slice(0, index).every(([, to]) => from > to)).toBe(true);
    }
  });

  test('plots cells that hold something', () => {
    for (const sheet of sheets()) {
      const filled = new Set(
        sheet.cells.filter(({ value }) => value !== '').map(({ row, column }) => `${String(row)}:${String(column)}`),
      );
      for (const chart of sheet.charts) {
        expect(chart.description).not.toBe('');
        for (const { values, categories, name: label } of chart.series) {
          expect(covers(values)).toHaveLength(covers(categories).length);
          expect([...covers(categories), ...covers(label)].filter((place) => !filled.has(place))).toEqual([]);
        }
      }
    }
  });

  test('passes its checks, with formulas of the whitelist that come to what they hold', () => {
    const { report } = of(name);
    const checks = sheetOf(report, 'checks');
    expect(at(checks, 4, 3)).toMatch(/^● All \d+ OK$/);
    expect(at(checks, rowOf(checks, 'Nobody is lost: planned = started + waiting + left'), 7)).toBe('● OK');
    expect(at(checks, rowOf(checks, 'Potential less each step is what is realised'), 7)).toBe('● OK');
    const reckon = reckoner(report);
    for (const sheet of report.sheets)
      for (const cell of sheet.cells) {
        if (typeof cell.value === 'string' || !('formula' in cell.value)) continue;
        const { formula, cached } = cell.value;
        expect(tokensOf(formula).filter((token) => /^[A-Z]+$/.test(token) && !ALLOWED.includes(token))).toEqual([]);
        const value = reckon(sheet.name, cell);
        if (typeof cached === 'string') expect([formula, value]).toEqual([formula, cached]);
        else expect(Number(value)).toBeCloseTo(Number(cached.number), 3);
      }
  });

  test('the flat tables hold every month of every queue and gate', () => {
    const { realisation, report } = of(name);
    const rows = (sheet: string, table: string): number | undefined =>
      sheetOf(report, sheet).tables.find((each) => each.name === table)?.rows;
    const months = realisation.months.length;
    expect(rows('realised', 'BIM_Out_Starts')).toBe(realisation.demand.length * months);
    expect(rows('gates', 'BIM_Out_Gates')).toBe(realisation.held.length * months);
    expect(rows('realised', 'BIM_Out_Value')).toBeGreaterThan(15);
  });

  test('dimensions have one colour each, in cells and charts', () => {
    const { report, realisation } = of(name);
    for (const key of ['realised', 'gates']) {
      const sheet = sheetOf(report, key);
      for (const cell of sheet.cells)
        if (
          cell.column === 3 &&
          typeof cell.value === 'string' &&
          cell.value in DIMENSION_LOOKS &&
          cell.style.startsWith('of')
        )
          expect(cell.style).toBe(DIMENSION_LOOKS[dimensionOf(cell.value)].named);
      for (const chart of sheet.charts)
        for (const series of chart.series) {
          const label = at(sheet, ...series.name.from)?.split(',')[0] ?? '';
          if (label in DIMENSION_LOOKS)
            expect([chart.name, label, series.colour]).toEqual([
              chart.name,
              label,
              DIMENSION_LOOKS[dimensionOf(label)].colour,
            ]);
        }
    }
    const gates = sheetOf(report, 'gates');
    const row = rowOf(gates, 'Binding gate');
    bindingByMonth(realisation).forEach((gate, month) => {
      const style = gates.cells.find((cell) => cell.row === row && cell.column === 7 + month)?.style;
      expect(style).toBe(gate ? DIMENSION_LOOKS[gate.dimension].binds : 'monthTotal');
    });
  });

  test('where there is one new technology, the binding gate is the engine’s', () => {
    const { realisation } = of(name);
    const [only, ...others] = realisation.binding;
    if (others.length === 0)
      expect(bindingByMonth(realisation).map((gate) => gate?.gate ?? 'demand')).toEqual(only?.values);
  });
});

describe('the example of the contract', () => {
  test('stands on the sheet as it is worked out by pencil', () => {
    const sheet = sheetOf(of('micro_example').report, 'realised');
    const row = rowOf(sheet, 'Realised', rowOf(sheet, 'People starting N'));
    expect([at(sheet, row - 1, 7), at(sheet, row, 7)]).toEqual(['120', '88']);
    expect(at(sheet, rowOf(sheet, 'Waiting'), 7)).toBe('32');
    const impact = rowOf(sheet, 'Budget impact, cost of tasks included');
    expect([at(sheet, impact + 1, 7), at(sheet, impact + 2, 7), at(sheet, impact + 3, 7)]).toEqual([
      '41000',
      '28400',
      '-12600',
    ]);
    expect(at(sheet, rowOf(sheet, 'Impact after cash released') + 1, 7)).toBe('19600');
  });

  test('its months stand on Gates: who starts, how much of the places is in use, which gate binds', () => {
    const sheet = sheetOf(of('micro_example').report, 'gates');
    const months = (label: string, from = 1): readonly (string | undefined)[] =>
      [7, 8, 9].map((column) => at(sheet, rowOf(sheet, label, from), column));
    expect(months('Realised starts')).toEqual(['0', '8', '8']);
    expect(months('Waiting at the end of the month')).toEqual(['10', '12', '14']);
    expect(months('Places')).toEqual(['0', '100', '100']);
    expect(months('Binding gate')).toEqual(['W', 'W', 'P']);
    const held = rowOf(sheet, 'People held back by each gate');
    expect(months('Waves not yet live', held)).toEqual(['10', '10', '0']);
    expect(months('Places', held)).toEqual(['0', '2', '14']);
  });

  test('the answers come in order, and say that value is negative', () => {
    const { results, realisation } = of('micro_example');
    const figures = figuresOf(results);
    const answers = realisationAnswers(figures, realisation);
    expect(answers.map(({ question }) => question)).toEqual(['planned', 'happens', 'holds', 'costs', 'first']);
    expect(text(answers, 'planned')).toBe(
      '120 people start N in 2026, and the budget pays £41.0 thousand more than without it.',
    );
    expect(text(answers, 'happens')).toContain('88 of them start (73 %); 32 still wait at the end of 2026.');
    expect(text(answers, 'holds')).toContain(
      'Waves not yet live (process) for 2 months: January 2026 to February 2026.',
    );
    expect(text(answers, 'costs')).toContain('avoid a loss of £6.2 thousand');
    expect(text(answers, 'first')).toMatch(/^No gate is worth opening by itself/);
    expect(realisationLead(figures, realisation)).toBe(
      'By the end of 2026, 88 people have started N, not 120. Held back longest by Places (10 months), then by waves not yet live (2 months).',
    );
    const cautions = realisationCautions(figures, realisation).join(' ');
    expect(cautions).toContain('do not add up');
    expect(cautions).toContain('worth less than nothing');
    expect(cautions).toContain('every gate is understated');
  });
});

describe('inclisiran in England', () => {
  test('the gate that binds longest is not the one to open first, and training is not worth its cost', () => {
    const { results, realisation } = of('inclisiran_england');
    const figures = figuresOf(results);
    const answers = realisationAnswers(figures, realisation);
    expect(realisationLead(figures, realisation)).toContain('Held back longest by GP hours (22 months)');
    expect(text(answers, 'first')).toContain('Not worth its cost: Train more (gains nothing for £600.0 thousand)');
    expect(text(answers, 'first')).toContain(
      'The first gate to open: waves not yet live (process), worth £25.8 million opened alone',
    );
    const [first] = stretches(realisation);
    expect([first?.gate.gate, monthName(realisation.months[first?.to ?? 0] ?? '')]).toEqual(['access', 'January 2023']);
  });

  test('the waterfall floats between its ends', () => {
    const { realisation, report } = of('inclisiran_england');
    const sheet = sheetOf(report, 'realised');
    const chart = sheet.charts.find((each) => each.name === 'From potential to realised');
    const [base, ends] = chart?.series ?? [];
    expect(base?.colour).toBe('none');
    const [top] = ends?.values.from ?? [0];
    expect(at(sheet, top, ends?.values.from[1] ?? 0)).toBe(realisation.value.potential);
    // Under the first step stands what is left after it: the plan.
    expect(new Decimal(at(sheet, top + 1, base?.values.from[1] ?? 0) ?? '').toFixed(6)).toBe(
      new Decimal(realisation.value.planned).toFixed(6),
    );
  });

  test('the Gantt chart marks the critical tasks alone', () => {
    const { realisation, report } = of('inclisiran_england');
    const sheet = sheetOf(report, 'gates');
    const chart = sheet.charts.find((each) => each.name === 'Plan');
    const critical = chart?.series.find((each) => at(sheet, ...each.name.from) === 'critical');
    realisation.schedule?.tasks.forEach((task, index) => {
      const length = Number(at(sheet, (critical?.values.from[0] ?? 0) + index, critical?.values.from[1] ?? 0));
      expect([task.task, length > 0]).toEqual([task.task, task.critical === 'true']);
    });
  });

  test('scenarios stand on Compare with what is realised in them', () => {
    const { realisation, report } = of('inclisiran_england');
    const sheet = sheetOf(report, 'compare');
    const row = rowOf(sheet, 'Practice margin', rowOf(sheet, 'Realised value'));
    const margin = realisation.scenarios.find((each) => each.scenario === 'Practice margin');
    expect(at(sheet, row, 5)).toBe(margin?.value.realised);
  });
});
