/** The comparer itself: a changed figure is seen, whatever its path. */
import { compare } from './compare';
import type { ExpectedCase } from './compare';
import { figuresAt } from './path';
import { publishedCases } from './cases';
import { budgetImpact } from '../second/budget-impact';
import { readTables } from '../second/xlsx-tables';

/** The expected figures with one of them moved well beyond its tolerance. */
const withBug = (expected: ExpectedCase, entry: number, year: number): ExpectedCase => ({
  ...expected,
  compare: expected.compare.map((e, i) =>
    i !== entry
      ? e
      : {
          ...e,
          values: e.values.map((v, j) =>
            j !== year || v === null ? v : /^-?[\d.]/.test(v) ? String(Number(v) * 3 + 1e9) : `${v}?`,
          ),
        },
  ),
});

describe('comparing with published figures', () => {
  test('every planted bug is seen, and only it', () => {
    for (const { workbook, expected } of publishedCases) {
      const run = budgetImpact(readTables(workbook));
      expected.compare.forEach(({ path, values }, entry) => {
        if (path.startsWith('uncertainty.')) return;
        values.forEach((value, year) => {
          if (value === null) return;
          const { mismatches } = compare(run, withBug(expected, entry, year), ['uncertainty.']);
          expect([path, year, mismatches.length]).toEqual([path, year, 1]);
        });
      });
    }
  });

  const object = {
    years: [2026, 2027],
    costs: [
      { world: 'with', technology: 'A', values: ['1', '2'] },
      { world: 'with', technology: 'B, C', values: ['10', '20'] },
      { world: 'without', technology: 'A', values: ['100', '200'] },
    ],
    impact: { byCategory: { 'Hospital care': ['-5', '0.5'] }, test: { passed: false, years: [2026] } },
  };
  test.each([
    ['costs', ['111', '222']],
    ['costs[world=with]', ['11', '22']],
    ["costs[world=with,technology='B, C']", ['10', '20']],
    ['costs[world=with] - costs[world=without]', ['-89', '-178']],
    ['costs[world=with] / costs[technology=A,world=without]', ['0.11', '0.11']],
    ["impact.byCategory['Hospital care']", ['-5', '0.5']],
    ['sum(costs[world=with])', ['33']],
    ['costs[world=with] + impact.byCategory.Nothing', ['11', '22']],
    ['impact.test.passed', [false]],
    ['impact.test.years', [2026]],
    ['years', [2026, 2027]],
    ['costs[world=nowhere]', undefined],
  ])('path %s', (path, figures) => {
    expect(figuresAt(object, path)).toEqual(figures);
  });

  test('tolerances are absolute or relative, at their edge still inside', () => {
    const one = (value: string, tolerance: { abs?: string; rel?: string }): number =>
      compare({ x: ['100'] }, { case: '', source: '', compare: [{ path: 'x', values: [value], tolerance, why: '' }] })
        .mismatches.length;
    expect([one('100.5', { abs: '0.5' }), one('100.5', { abs: '0.4999' })]).toEqual([0, 1]);
    expect([one('125', { rel: '0.2' }), one('125', { rel: '0.1999' })]).toEqual([0, 1]);
    expect([one('100', {}), one('100.0000000000000000000000001', {})]).toEqual([0, 1]);
  });
});
