/** Tests (tested, positive …) as rows: on Patients, and on the summary of a model that has nothing else. */
import type { TestFigures } from '../engine/results';
import { amount } from './amounts';
import { peopleLine } from './lines';
import { termsOf } from './live-terms';
import type { Page } from './page';
import { stock } from './row';

const MEASURES: ReadonlyMap<string, string> = new Map([
  ['tested', 'tested'],
  ['positive', 'positive'],
  ['truePositive', 'true positive'],
  ['falsePositive', 'false positive'],
  ['trueNegative', 'true negative'],
  ['falseNegative', 'false negative'],
]);

export function testRows(page: Page): void {
  page.figures.results.tests.forEach((test, index) => {
    const row = stock(test.values.map(amount), null, termsOf(page.figures.results, test.values));
    peopleLine(page, `test/${String(index)}`, label(test), row, { member: where(test) });
  });
}

const label = (test: TestFigures): string => `${test.test}: ${MEASURES.get(test.measure) ?? test.measure}`;
const where = (test: TestFigures): string =>
  [test.world, test.subgroup === 'All' ? '' : test.subgroup].filter((part) => part !== '').join(', ');
