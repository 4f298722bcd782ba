/** The answer: its words in every turn, and that its figures are figures of the summary's table. */
import { answerOf } from '../../src/outputs/answer';
import { amount, partsThatAdd, plain, printed, sum } from '../../src/outputs/amounts';
import { figuresOf } from '../../src/outputs/figures';
import { moneyFormat, moneyOf, unitWords } from '../../src/outputs/money';
import { buildReport } from '../../src/outputs/report';
import type { ImpactFigures, Results } from '../../src/engine/results';
import { exampleResults, type Choice } from './fixture';
import { at, rowOf, shown, sheetOf } from './read';

const NOW = '22 Nov 2026 18:40';
const turned = (total: readonly string[], choice: Choice = {}, more: Partial<ImpactFigures> = {}): Results => {
  const results = exampleResults({ ...choice, years: total.length });
  const test = results.impact.test && {
    ...results.impact.test,
    years: results.years.filter(
      (year, index) => (results.impact.test?.tested ?? []).includes(year) && Number(total[index]) > 40e6,
    ),
  };
  return { ...results, impact: { ...results.impact, total, test, ...more } };
};
const say = (total: readonly string[], choice: Choice = {}): string => answerOf(figuresOf(turned(total, choice)));

describe('the answer in words', () => {
  test.each([
    [
      'costs, below the limit',
      say(['11357117', '23498047', '38111582.6', '47172565', '55031283']),
      'Adopting Examplisiran costs NHS England £38.1 million more in 2028, the dearest of the first three years, and £175.2 million over 2026–2030. That is £1.9 million below the £40 million a year affordability test.',
    ],
    [
      'over in two years',
      say(['41000000', '52000000', '30000000']),
      'Adopting Examplisiran costs NHS England £52.0 million more in 2027, the dearest year, and £123.0 million over 2026–2028. That is £12.0 million over the £40 million a year affordability test, which fails in 2026 and 2027.',
    ],
    [
      'exactly at the limit',
      say(['40000000', '20000000'], { payer: 'All' }),
      'Adopting Examplisiran costs £40.0 million more in 2026, the dearest year, and £60.0 million over 2026–2027. That is exactly at the £40 million a year affordability test.',
    ],
    [
      'costs, then saves',
      say(['3000000', '-5000000'], { threshold: null }),
      'Adopting Examplisiran costs NHS England £3.0 million more in 2026, the dearest year, but saves £2.0 million over 2026–2027.',
    ],
    [
      'saves throughout',
      say(['-3000000', '-50000000'], { threshold: null }),
      'Adopting Examplisiran saves NHS England £53.0 million over 2026–2027, and £3.0 million even in 2026, the dearest year.',
    ],
    [
      'saves while tested, costs later',
      say(['-30000000', '-4000000', '-5000000', '90000000'], {}),
      'Adopting Examplisiran saves NHS England £4.0 million even in 2027, the dearest of the first three years, but costs £51.0 million more over 2026–2029. That is £44.0 million below the £40 million a year affordability test.',
    ],
    [
      'saves, but not at first',
      say(['0', '-5000000'], { threshold: null }),
      'Adopting Examplisiran saves NHS England £5.0 million over 2026–2027, and costs more in no year.',
    ],
    [
      'one year',
      say(['12000000'], { threshold: null }),
      'Adopting Examplisiran costs NHS England £12.0 million more in 2026.',
    ],
    [
      'nothing',
      say(['0', '0'], { threshold: null }),
      'Adopting Examplisiran leaves the budget of NHS England as it is, 2026–2027.',
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toBe(expected);
  });

  test('two new technologies, and many', () => {
    const results = exampleResults({ threshold: null });
    const two = {
      ...results,
      technologies: results.technologies.map((each, index) => ({
        ...each,
        role: index < 2 ? ('new' as const) : each.role,
      })),
    };
    expect(answerOf(figuresOf(two))).toMatch(/^Adopting Examplisiran and PCSK9 antibody costs /);
    expect(
      answerOf(
        figuresOf({ ...two, technologies: two.technologies.map((each) => ({ ...each, role: 'new' as const })) }),
      ),
    ).toMatch(/^Adopting the new technologies costs /);
    expect(answerOf(figuresOf({ ...two, technologies: [] }))).toMatch(/^The change costs /);
  });
});

/** Figures of a sentence as numbers of its unit: "£38.1 million" is 38.1. */
const figuresIn = (text: string): readonly string[] =>
  [...text.matchAll(/£([\d,]+(?:\.\d+)?)/g)].map((found) => (found[1] ?? '').replaceAll(',', ''));

test.each<[string, Choice]>([
  ['the model', {}],
  ['failing the test', { scale: '2' }],
  ['in thousands', { scale: '0.004', threshold: '300000' }],
  ['saving', { offsets: '90' }],
  ['below ten million', { scale: '0.1' }],
  ['ten years', { years: 10 }],
  ['one year', { years: 1 }],
  ['no test', { threshold: null }],
  ['plain units', { scale: '0.00005', threshold: null }],
])('every figure of the sentence is a figure of the table: %s', (_, choice) => {
  const results = exampleResults(choice);
  const { money } = figuresOf(results);
  const summary = sheetOf(buildReport(results, NOW), 'summary');
  const table = summary.cells.filter(
    (cell) =>
      cell.row > 11 && cell.column >= 5 && cell.column <= summary.print.area.to[1] && typeof cell.value === 'object',
  );
  const inTable = new Set(
    table.map((cell) =>
      Number(
        printed(amount(shown(cell)?.match(/^-?[\d.]+$/)?.[0] ?? '0').abs(), money.places, money.power).replaceAll(
          ',',
          '',
        ),
      ),
    ),
  );
  const figures = figuresIn(at(summary, 4, 2) ?? '');
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) expect([figure, inTable.has(Number(figure))]).toEqual([figure, true]);
});

describe('a model that gives only a part', () => {
  const bare: ImpactFigures = {
    total: ['0', '0', '0', '0', '0'],
    byCategory: {},
    bySubgroup: {},
    byPayer: {},
    cumulative: ['0', '0', '0', '0', '0'],
    discounted: '0',
    pmpm: null,
    pmpy: null,
    test: null,
    perTreated: [],
    ofBudget: [],
  };
  const funnelOnly: Results = {
    ...exampleResults(),
    costs: [],
    patients: [],
    starts: [],
    scenarios: [],
    breakEven: [],
    technologies: [],
    baseline: null,
    impact: bare,
  };

  test('a funnel alone says who is eligible, and that costs are missing', () => {
    const given = buildReport(funnelOnly, NOW);
    expect(given.sheets.map((sheet) => sheet.key)).toEqual(['summary', 'patients', 'checks', 'run']);
    expect(at(sheetOf(given, 'summary'), 4, 2)).toBe(
      '175,413 people are eligible in 2030, after 171,266 in 2026. The workbook has no costs yet, so there is no budget impact.',
    );
    expect(sheetOf(given, 'summary').charts).toEqual([]);
    expect(at(sheetOf(given, 'checks'), 4, 3)).toBe('● All 2 OK');
    expect(sheetOf(given, 'patients').charts.map((chart) => chart.name)).toEqual(['Funnel']);
  });

  test('tests alone are shown on the summary', () => {
    const tests = [
      {
        world: 'with',
        subgroup: 'All',
        test: 'Mammography',
        measure: 'truePositive',
        values: ['90', '91', '92', '93', '94'],
      },
    ];
    const summary = sheetOf(buildReport({ ...funnelOnly, funnel: [], eligible: [], tests }, NOW), 'summary');
    expect(at(summary, 4, 2)).toMatch(/^The tests are computed\. The workbook has no costs yet/);
    expect(at(summary, rowOf(summary, 'Mammography: true positive'), 9)).toBe('92');
  });

  test('technologies without costs show who is on what', () => {
    const results = { ...exampleResults(), costs: [], scenarios: [], breakEven: [], impact: bare, baseline: null };
    const given = buildReport(results, NOW);
    expect(given.sheets.map((sheet) => sheet.key)).toEqual(['summary', 'patients', 'checks', 'run']);
    expect(sheetOf(given, 'summary').cells.some((cell) => cell.value === 'People on Examplisiran')).toBe(true);
  });

  test('nothing at all still gives a summary', () => {
    const given = buildReport({ ...funnelOnly, funnel: [], eligible: [] }, NOW);
    expect(given.sheets.map((sheet) => sheet.key)).toEqual(['summary', 'checks', 'run']);
  });
});

describe('numbers on paper', () => {
  test.each([
    ['999', 'GBP', '£', '#,##0.00;-#,##0.00;"–"'],
    ['9999', 'EUR', '€', '#,##0;-#,##0;"–"'],
    ['999999', 'GBP', '£ thousand', '#,##0.0,;-#,##0.0,;"–"'],
    ['1000000', 'USD', '$ million', '#,##0.00,,;-#,##0.00,,;"–"'],
    ['9999999', 'CHF', 'CHF million', '#,##0.00,,;-#,##0.00,,;"–"'],
    ['10000000', 'GBP', '£ million', '#,##0.0,,;-#,##0.0,,;"–"'],
  ])('a largest year of %s %s is in %s', (most, currency, words, format) => {
    const money = moneyOf(currency, [amount(most), amount('-5')]);
    expect([unitWords(money), moneyFormat(money)]).toEqual([words, format]);
  });

  test('a small impact beside large budgets is printed finer', () => {
    expect(unitWords(moneyOf('GBP', [amount('50000000')], [amount('12000')]))).toBe('£ thousand');
    expect(moneyOf('GBP', [amount('50000000')], [amount('700000')]).places).toBe(2);
    expect(moneyOf('GBP', [amount('50000000')], [amount('0'), amount('-1000000')]).places).toBe(1);
  });

  test('a quote in a currency cannot leave its place in a format', () => {
    expect(moneyOf('G"B', [amount(1)]).symbol).toBe('GB ');
  });

  test('halves round away from zero, and nothing rounds to minus zero', () => {
    expect([
      printed(amount('0.05'), 1),
      printed(amount('-0.05'), 1),
      printed(amount('-0.04'), 1),
      printed(amount('1234567.5'), 0),
    ]).toEqual(['0.1', '-0.1', '0.0', '1,234,568']);
    expect([plain(amount('-0')), plain(amount('1e-30')), plain(amount('1e30'))]).toEqual([
      '0',
      '0.000000000000000000000000000001',
      '1000000000000000000000000000000',
    ]);
  });

  test('parts printed together add up to their printed total', () => {
    const parts = ['1.34', '1.34', '1.34', '-0.56'].map(amount);
    const shownParts = partsThatAdd(parts, 1);
    expect(shownParts.map(plain)).toEqual(['1.4', '1.4', '1.3', '-0.6']);
    expect(plain(sum(shownParts))).toBe(printed(sum(parts), 1));
  });
});
