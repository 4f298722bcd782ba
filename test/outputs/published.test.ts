/** Reports of the published models, from figures of the second calculation: every shape of model gives a sound report. */
import type { ImpactFigures, Results } from '../../src/engine/results';
import { buildReport } from '../../src/outputs/report';
import { publishedCases } from '../published/cases';
import { budgetImpact, type SecondResults } from '../second/budget-impact';
import { openBook } from '../second/sheet';
import { readModel } from '../second/model';
import { readTables } from '../second/xlsx-tables';
import { reckoner } from './formula';
import { at, sheetOf } from './read';

type Impact = SecondResults['impact'];

const impactOf = (impact: Impact): ImpactFigures => ({
  ...impact,
  byCategory: { ...impact.byCategory },
  bySubgroup: { ...impact.bySubgroup },
  byPayer: { ...impact.byPayer },
  pmpy: null,
  perTreated: impact.total.map(() => null),
  ofBudget: impact.total.map(() => null),
});

function resultsOf(workbook: string): Results {
  const tables = readTables(workbook);
  const second = budgetImpact(tables);
  const { payer } = readModel(openBook(tables));
  const names = [...new Set(second.patients.map((each) => each.technology))];
  const isNew = (name: string): boolean =>
    second.patients
      .filter((each) => each.technology === name && each.world === 'without')
      .every((each) => each.values.every((value) => value === '0'));
  return {
    ...second,
    engine: '0.1.0',
    inputs: 'sha256:0123456789abcdef',
    title: 'Published model',
    payer,
    impact: impactOf(second.impact),
    breakEven: [],
    findings: [],
    baseline: second.baseline,
    goals: [],
    technologies: names.map((technology) => ({ technology, role: isNew(technology) ? 'new' : 'current' })),
    scenarios: second.scenarios.map((each) => ({ ...each, impact: impactOf(each.impact) })),
  };
}

test.each(publishedCases.map((each) => [each.name, each.workbook] as const))(
  'the report of %s passes its own checks',
  (_, workbook) => {
    const results = resultsOf(workbook);
    const given = buildReport(results, '22 Nov 2026 18:40');
    const checks = sheetOf(given, 'checks');
    expect(at(checks, 4, 3)).toMatch(/^● All \d+ OK$/);
    const reckon = reckoner(given);
    for (const sheet of given.sheets) {
      const places = sheet.cells.map((cell) => `${String(cell.row)}:${String(cell.column)}`);
      expect(new Set(places).size).toBe(places.length);
      for (const cell of sheet.cells) {
        if (typeof cell.value === 'string' || !('formula' in cell.value) || typeof cell.value.cached !== 'string')
          continue;
        expect([cell.value.formula, reckon(sheet.name, cell)]).toEqual([cell.value.formula, cell.value.cached]);
      }
    }
    expect(at(sheetOf(given, 'summary'), 4, 2)).not.toMatch(/undefined|NaN|null/);
  },
);
