/** Tests (tested, positive …) and what they do together as rows: on Patients, and on the summary of a model that has nothing else. */
import type { TestFigures } from '../engine/results';
import { amount } from './amounts';
import { peopleLine } from './lines';
import { PRICE } from './money';
import { termsOf } from './live-terms';
import { line, type Page } from './page';
import { stock } from './row';
import { chainLines, placeOf, type ChainLine } from './test-chains';

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
    peopleLine(page, `test/${String(index)}`, label(test), row, { member: placeOf(test.world, test.subgroup) });
  });
}

/** What the tests do together, for each world and subgroup. */
export function chainRows(page: Page): void {
  for (const each of chainLines(page.figures)) {
    const { label, row, world, subgroup, measure } = each;
    const key = `testing/${world}/${subgroup}/${measure}`;
    line(page, { key, label, row, member: placeOf(world, subgroup), ...unitOf(page, each) });
  }
}

function unitOf({ figures }: Page, { counts }: ChainLine): { readonly unit: string; readonly format: string } {
  if (counts === 'money') return { unit: figures.money.symbol.trim(), format: PRICE };
  if (counts === 'each') return { unit: 'tests', format: PRICE };
  return { unit: counts === 'people' ? figures.people.unit : counts, format: figures.people.format };
}

const label = (test: TestFigures): string => `${test.test}: ${MEASURES.get(test.measure) ?? test.measure}`;
