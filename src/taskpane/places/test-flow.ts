/** Tests on the way of patients: who is tested and positive in each, and what all of a subgroup's tests do together. */
import type { Results, TestFigures } from '../../engine/results';
import { amount, type Amount } from '../../outputs/amounts';
import { figureName } from '../figure-names';

/** One figure of the tests. `kind`: people, a count, or money; `share`: of those tested. */
export interface TestLine {
  readonly key: string;
  readonly label: string;
  readonly amount: Amount | null;
  readonly share: Amount | null;
  readonly figure: string;
  readonly kind: 'people' | 'number' | 'money';
}

const MEASURES: Readonly<Record<string, readonly [label: string, quantity: string, kind: TestLine['kind']]>> = {
  tests: ['Tests done', 'Tests done', 'people'],
  minutes: ['Minutes of readers', 'Time of readers', 'people'],
  confirmed: ['Confirmed', 'Confirmed by tests', 'people'],
  missed: ['Missed', 'Missed by tests', 'people'],
  inVain: ['Treated in vain', 'Treated in vain', 'people'],
  testsPerConfirmed: ['Tests per confirmed patient', 'Tests per confirmed patient', 'number'],
  costPerConfirmed: ['Cost of tests per confirmed patient', 'Cost of tests per confirmed patient', 'money'],
};

const at = (values: readonly (string | null)[] | undefined, year: number): Amount | null => {
  const value = values?.[year];
  return value === undefined || value === null ? null : amount(value);
};

/** Each test of a subgroup in one world and year: tested, and positive as a share of them. */
export function testLines(
  { tests, years }: Results,
  world: string,
  subgroup: string,
  year: number,
): readonly TestLine[] {
  const here = tests.filter((each) => each.world === world && each.subgroup === subgroup);
  const of = (test: string, measure: string): TestFigures | undefined =>
    here.find((each) => each.test === test && each.measure === measure);
  return [...new Set(here.map((each) => each.test))].flatMap((test) => {
    const [tested, positive] = [at(of(test, 'tested')?.values, year), at(of(test, 'positive')?.values, year)];
    const figure = (quantity: string): string =>
      figureName(quantity, `${world} · ${subgroup} · ${test}`, years[year] ?? 0);
    const line = (label: string, quantity: string, value: Amount | null, share: Amount | null): TestLine => ({
      key: `${quantity} ${test}`,
      label: `${test}: ${label}`,
      amount: value,
      share,
      figure: figure(quantity),
      kind: 'people',
    });
    const share = positive && tested && !tested.isZero() ? positive.div(tested) : null;
    return [
      line('tested', 'Tested', tested, null),
      ...(positive === null ? [] : [line('positive', 'Positive', positive, share)]),
    ];
  });
}

/** What the tests of a subgroup do together in one world and year. */
export const chainLines = (
  { testing, years }: Results,
  world: string,
  subgroup: string,
  year: number,
): readonly TestLine[] =>
  (testing ?? [])
    .filter((each) => each.world === world && each.subgroup === subgroup)
    .flatMap(({ measure, values }) => {
      const [label, quantity, kind] = MEASURES[measure] ?? [];
      if (label === undefined || quantity === undefined || kind === undefined) return [];
      const figure = figureName(quantity, `${world} · ${subgroup}`, years[year] ?? 0);
      return [{ key: measure, label, amount: at(values, year), share: null, figure, kind }];
    });
