/** The results of a run as a table for the terminal: the answer in words, then figures by year. */
import type { Results } from '../engine/results';
import { amount, printed, type Amount } from '../outputs/amounts';
import { answerOf } from '../outputs/answer';
import {
  categoriesOf,
  categoryImpact,
  costRow,
  eligibleRow,
  figuresOf,
  impactRow,
  named,
  patientsByTechnology,
  type Figures,
} from '../outputs/figures';
import { boughtIn } from '../outputs/bought';
import { drugHeadlines } from '../outputs/headlines';
import { moneyWords, unitWords } from '../outputs/money';
import { sumRows, type Row } from '../outputs/row';
import { chainLines } from '../outputs/test-chains';
import { realisationText } from './say-realisation';
import { safe } from './terminal';

/** One printed line: a label, then total, baseline and years. */
interface Line {
  readonly label: string;
  readonly cells: readonly string[];
}

/** Everything `realise run` prints without flags. */
export function resultsText(results: Results): string {
  const figures = figuresOf(results);
  const lines = [
    header(figures),
    ...peopleLines(figures),
    ...chainText(figures),
    ...boughtText(figures),
    ...(figures.hasCosts ? moneyLines(figures) : []),
  ];
  return [
    safe(results.title),
    safe(answerOf(figures)),
    '',
    ...aligned(lines),
    ...testText(figures),
    ...breakEvenText(results),
    ...realisationText(results),
    '',
  ].join('\n');
}

function header({ span, baselineYear, years, hasCosts, money }: Figures): Line {
  const before = baselineYear === null ? [] : [String(baselineYear)];
  return {
    label: hasCosts ? `Money in ${unitWords(money)}` : 'People',
    cells: [span, ...before, ...years.map(String)],
  };
}

function lineOf({ baselineYear }: Figures, label: string, row: Row, show: (value: Amount) => string): Line {
  const before = baselineYear === null ? [] : [row.baseline];
  return { label, cells: [row.total, ...before, ...row.years].map((value) => (value === null ? '' : show(value))) };
}

function peopleLines(figures: Figures): Line[] {
  const show = (value: Amount): string => printed(value, value.abs().lt(100) && !value.isInteger() ? 1 : 0);
  const eligible = eligibleRow(figures.results, 'with');
  const patients = patientsByTechnology(figures.results, 'with');
  return [
    ...(eligible ? [lineOf(figures, 'People eligible', eligible, show)] : []),
    ...[...patients].map(([name, row]) => lineOf(figures, `  on ${name}`, row, show)),
  ];
}

/** What the tests of the world with do together; of several subgroups what adds up, all of them together. */
function chainText(figures: Figures): Line[] {
  const here = chainLines(figures).filter((each) => each.world === 'with');
  const several = new Set(here.map((each) => each.subgroup)).size > 1;
  const adds = (counts: string): boolean => counts !== 'money' && counts !== 'each';
  const shown = here.filter(({ measure, counts }, n) => {
    const isFirst = here.findIndex((other) => other.measure === measure) === n;
    return isFirst && (adds(counts) || !several);
  });
  const lines = shown.map(({ measure, label, counts }) => {
    const row = sumRows(here.filter((each) => each.measure === measure).map((each) => each.row));
    return lineOf(figures, `  ${label}`, row, (value) => printed(value, adds(counts) ? 0 : 2));
  });
  return lines.length === 0 ? [] : [{ label: 'Tests', cells: [] }, ...lines];
}

/** Units and scripts of the medicines of the world with. */
function boughtText(figures: Figures): Line[] {
  const here = boughtIn(figures).filter((each) => each.world === 'with');
  if (here.length === 0) return [];
  const show = (value: Amount): string => printed(value, 0);
  const lines = here.flatMap(({ technology, item, units, scripts }) => {
    const name = named(
      [technology, item === technology ? '' : item].filter((part) => part !== '').join(': '),
      'medicine',
    );
    return [
      lineOf(figures, `  ${name}, units`, units, show),
      ...(sameRow(units, scripts) ? [] : [lineOf(figures, `  ${name}, scripts`, scripts, show)]),
    ];
  });
  return [{ label: 'Bought', cells: [] }, ...lines];
}

/** Where each unit is a script, it is said once. */
const sameRow = (a: Row, b: Row): boolean =>
  a.years.every((value, n) => value !== null && b.years[n]?.eq(value) === true);

function moneyLines(figures: Figures): Line[] {
  const { results, money } = figures;
  const show = (value: Amount): string => printed(value, money.finePlaces, money.power);
  const total = impactRow(results, results.impact.total);
  const scenarios = results.scenarios.map(({ scenario, impact }) =>
    lineOf(figures, `  ${scenario}`, impactRow(results, impact.total), show),
  );
  return [
    lineOf(figures, 'Cost without', costRow(results, 'without'), show),
    lineOf(figures, 'Cost with', costRow(results, 'with'), show),
    lineOf(figures, 'Budget impact', total, show),
    ...categoriesOf(results).map((name) =>
      lineOf(figures, `  ${named(name, 'no category')}`, categoryImpact(results, name), show),
    ),
    ...drugHeadlines(figures).map(({ label, row }) => lineOf(figures, label, row, show)),
    lineOf(figures, 'Cumulative', { ...total, total: null, years: results.impact.cumulative.map(amount) }, show),
    ...(results.impact.pmpm === null
      ? []
      : [
          lineOf(
            figures,
            'Per member per month, units',
            { total: null, baseline: null, years: results.impact.pmpm.map(amount) },
            (value) => printed(value, 4),
          ),
        ]),
    ...(scenarios.length === 0 ? [] : [{ label: 'Budget impact by scenario', cells: [] }, ...scenarios]),
  ];
}

function testText({ results, money }: Figures): string[] {
  const { test, discounted } = results.impact;
  const present =
    results.costs.length === 0
      ? []
      : [
          `Discounted budget impact: ${moneyWords(money, amount(discounted))}${amount(discounted).isNegative() ? ' saved' : ''}`,
        ];
  if (test === null) return present;
  const verdict = test.passed ? 'passed' : `failed in ${test.years.join(', ')}`;
  return [...present, `Affordability test (${moneyWords(money, amount(test.threshold))} a year): ${verdict}`];
}

function breakEvenText(results: Results): string[] {
  return results.breakEven.map(
    ({ parameter, value, now }) =>
      `Break-even ${safe(parameter)}: ${value === null ? 'none' : printed(amount(value), 2)} (now ${printed(amount(now), 2)})`,
  );
}

const WIDEST_LABEL = 44;

/** Labels to the left, figures to the right under their years; every column as wide as its widest cell. */
function aligned(lines: readonly Line[]): string[] {
  const label = (text: string): string => {
    const plain = safe(text);
    return plain.length > WIDEST_LABEL ? `${plain.slice(0, WIDEST_LABEL - 1)}…` : plain;
  };
  const columns = Math.max(...lines.map((line) => line.cells.length));
  const first = Math.max(...lines.map((line) => label(line.label).length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => line.cells[column]?.length ?? 0)),
  );
  const rows = lines.map((line) =>
    `${label(line.label).padEnd(first)}  ${line.cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const [head = '', ...rest] = rows;
  return [head, '─'.repeat(Math.max(...rows.map((row) => row.length))), ...rest];
}
