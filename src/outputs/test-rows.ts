/** Tests (tested, positive …) as rows: on Patients, and on the summary of a model that has nothing else. */
import type { TestFigures } from '../engine/results';
import { amount } from './amounts';
import { named } from './figures';
import { line, type Page } from './page';
import { stock } from './row';

const MEASURES: ReadonlyMap<string, string> = new Map([
  ['tested', 'tested'], ['positive', 'positive'], ['truePositive', 'true positive'], ['falsePositive', 'false positive'],
  ['trueNegative', 'true negative'], ['falseNegative', 'false negative'],
]);

export function testRows(page: Page, last?: number): void {
  page.figures.results.tests.forEach((test, index) => {
    const { unit, format } = page.figures.people;
    const row = stock(test.values.map(amount), null);
    line(page, { key: `test/${String(index)}`, label: label(test), member: where(test), unit, row, format, indent: 1 }, last);
  });
}

const label = (test: TestFigures): string => `${test.test}: ${MEASURES.get(test.measure) ?? test.measure}`;
const where = (test: TestFigures): string => [named(test.world, ''), test.subgroup === 'All' ? '' : test.subgroup].filter((part) => part !== '').join(', ');
