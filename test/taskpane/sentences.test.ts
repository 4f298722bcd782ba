/** Sentences a commissioner could read aloud, for each turn the figures can take. */
import type { Results } from '../../src/engine/results';
import { numeralsOf, tableScale } from '../../src/taskpane/figures';
import {
  BASE,
  categoryRows,
  costOf,
  figuresOf,
  scenarioNames,
  yearRows,
  type WorldView,
} from '../../src/taskpane/reading';
import { leadOf, listed, spoken, stackDescription } from '../../src/taskpane/sentences';
import { results } from './fixture';

const GB = numeralsOf('en-GB', 'GBP');
const lead = (given: Results, view: WorldView = 'change', scenario = BASE): string =>
  spoken(leadOf(given, figuresOf(given, scenario), view, GB));
/** The same model with other totals and line. */
function totals(total: readonly string[], threshold: string | null): Results {
  const base = results();
  return {
    ...base,
    impact: { ...base.impact, total, test: threshold === null ? null : { threshold, passed: true, years: [] } },
  };
}

describe('the lead of the change', () => {
  it.each([
    [
      ['7000000', '8000000', '9000000', '9000000', '9000000'],
      '6000000',
      'Lipsiran adds £42.0m over five years. It is over the £6.0m line in 2026, by £1.0m, and stays over.',
    ],
    [
      ['1000000', '2000000', '3000000', '3000000', '3000000'],
      '6000000',
      'Lipsiran adds £12.0m over five years. It stays under the £6.0m line in every year.',
    ],
    [
      ['1000000', '7000000', '3000000', '3000000', '3000000'],
      '6000000',
      'Lipsiran adds £17.0m over five years. It goes over the £6.0m line in 2027, by £1.0m, and is under it again after that.',
    ],
    [
      ['7000000', '1000000', '7000000', '1000000', '1000000'],
      '6000000',
      'Lipsiran adds £17.0m over five years. It is over the £6.0m line in 2026, by £1.0m, and in one of the four years after.',
    ],
    [
      ['1000000', '1000000', '1000000', '1000000', '6000001'],
      '6000000',
      'Lipsiran adds £10.0m over five years. It goes over the £6.0m line in 2030, by £0.00m.',
    ],
    [
      ['100000', '300000', '200000', '0', '0'],
      null,
      'Lipsiran adds £600k over five years. The dearest year is 2027, at £300k.',
    ],
    [
      ['-100000', '-300000', '-200000', '0', '0'],
      null,
      'Lipsiran saves £600k over five years. No year costs more than it would without.',
    ],
    [
      ['0', '0', '0', '0', '0'],
      null,
      'Lipsiran adds nothing over five years. No year costs more than it would without.',
    ],
  ] as const)('%j with a line of %s', (total, threshold, text) => {
    expect(lead(totals(total, threshold))).toBe(text);
  });

  it('exactly on the line is not over it', () => {
    expect(lead(totals(['6000000', '6000000', '6000000', '6000000', '6000000'], '6000000'))).toContain('stays under');
  });
  it('names several new technologies', () => {
    const two = {
      ...results(),
      technologies: [
        { technology: 'A', role: 'new' },
        { technology: 'B', role: 'new' },
      ] as const,
    };
    expect(lead(two)).toMatch(/^A and B add £23\.8m/);
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
  });
  it('of another scenario has its figures', () => {
    expect(lead(results(), 'change', 'Half the uptake')).toBe(
      'Lipsiran adds £11.9m over five years. It stays under the £6.0m line in every year.',
    );
  });
  it('of one world says what care costs', () => {
    expect(lead(results(), 'without')).toBe(
      'Without Lipsiran, care costs £5.7m in 2026 and £6.0m in 2030; £29.3m over five years.',
    );
  });
});

describe('readings', () => {
  it('make the change the difference of the worlds', () => {
    const given = results();
    const rows = yearRows(given, figuresOf(given, BASE), 'change');
    expect(rows[3]).toMatchObject({
      year: 2029,
      impact: '6090925.47',
      room: '-90925.47',
      without: '5916000',
      with: '12006925.47',
    });
  });
  it('count what a payer bears, and lines of no payer', () => {
    const given = results();
    const other = {
      ...given,
      costs: [
        ...given.costs,
        {
          world: 'with',
          subgroup: '',
          technology: '',
          category: 'Travel',
          payer: 'Patients',
          values: ['9', '9', '9', '9', '9'],
        },
        { world: 'with', subgroup: '', technology: '', category: 'X', payer: '', values: ['1', '1', '1', '1', '1'] },
      ],
    };
    expect(costOf(other, figuresOf(other, BASE), 'with')[3]).toBe('12006926.47');
  });
  it('put categories from largest to smallest, offsets last', () => {
    const given = results();
    expect(categoryRows(given, figuresOf(given, BASE), 'change').map((row) => row.category)).toEqual([
      'Drugs',
      'Administration',
      'Implementation',
      'Monitoring',
      'Hospital care avoided',
    ]);
  });
  it('list Base once and survive a scenario that is gone', () => {
    expect(scenarioNames(results())).toEqual(['Base', 'Faster uptake', 'Half the uptake']);
    expect(figuresOf(results(), 'Gone').scenario).toBe(BASE);
  });
});

describe('a chart in words', () => {
  it('says rise, line and largest part', () => {
    const given = results();
    const rows = categoryRows(given, figuresOf(given, BASE), 'change');
    expect(stackDescription('Budget impact', rows, given.years, '6000000', tableScale(given.impact.total), GB)).toBe(
      'Stacked columns. Budget impact rises from £1.97m in 2026 to £7.03m in 2030 and is over the £6.0m line from 2029. Drugs is the largest part in every year.',
    );
  });
});
