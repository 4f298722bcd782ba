/** What the tests of a world and subgroup do together, in words and rows: confirmed, missed, treated in vain, and more. */
import type { TestChainFigures } from '../engine/results';
import { amount } from './amounts';
import type { Figures } from './figures';
import { termsOf } from './live-terms';
import { stock, type Row } from './row';

type Unit = 'people' | 'tests' | 'minutes' | 'money' | 'each';

/** A measure as it is called, and what it counts. */
export interface ChainLine {
  readonly world: string;
  readonly subgroup: string;
  readonly measure: string;
  readonly label: string;
  readonly counts: Unit;
  readonly row: Row;
}

const SAID: Readonly<Record<string, readonly [label: string, counts: Unit]>> = {
  tests: ['Tests done', 'tests'],
  minutes: ['Minutes of readers', 'minutes'],
  confirmed: ['Confirmed', 'people'],
  missed: ['Missed (false negatives)', 'people'],
  inVain: ['Treated in vain (false positives)', 'people'],
  testsPerConfirmed: ['Tests per confirmed patient', 'each'],
  costPerConfirmed: ['Cost of tests per confirmed patient', 'money'],
};

const lineOf = ({ results }: Figures, each: TestChainFigures): ChainLine => {
  const [label, counts] = SAID[each.measure] ?? [each.measure, 'people'];
  const values = each.values.map((value) => (value === null ? null : amount(value)));
  const { world, subgroup, measure } = each;
  return { world, subgroup, measure, label, counts, row: stock(values, null, termsOf(results, each.values)) };
};

/** Every measure of every world and subgroup. */
export const chainLines = (figures: Figures): readonly ChainLine[] =>
  (figures.results.testing ?? []).map((each) => lineOf(figures, each));

/** "with, Adults"; a subgroup called All goes without saying. */
export const placeOf = (world: string, subgroup: string): string =>
  [world, subgroup === 'All' ? '' : subgroup].filter((part) => part !== '').join(', ');
