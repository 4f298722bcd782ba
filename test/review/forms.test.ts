/** Forms that reviewers ask for: whole, filled from the checks of a model, and open where a person must judge. */
import { assess } from '../../src/assess';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { buildReport } from '../../src/outputs/report';
import { beside } from '../../src/review/beside';
import { factsOf } from '../../src/review/facts';
import { fill } from '../../src/review/fill';
import { advishe } from '../../src/review/forms/advishe';
import { techVer } from '../../src/review/forms/tech-ver';
import type { Review } from '../../src/review/review';
import { CHECKS } from '../../src/verify/checks';
import type { Lamp } from '../../src/verify/verify';
import { modelWith } from '../build/snapshot';
import { at, rowOf, sheetOf } from '../outputs/read';

const snapshot = modelWith({
  Scenarios: [
    ['Scenario', 'Parameter', 'Op', 'Value'],
    ['Dear', 'Prices/Drug A/List price', 'set', 1500],
  ],
});
const lamp = (number: number, more: Partial<Lamp> = {}): Lamp => {
  const check = CHECKS.find((each) => each.number === number);
  if (!check) throw new Error(`no check ${String(number)}`);
  const { family, name, why } = check;
  return { number, family, name, why, verdict: 'holds', because: '', failure: null, smallest: null, ...more };
};
const FAILURE = { changed: 'prices doubled', expected: 'impact 2', got: '3', at: { sheet: 'Prices', cell: 'C4' } };

/** A model of which check 23 fails, 31 does not apply and the others hold. */
function review(): Review {
  const reading = readAssumptions(snapshot);
  const lamps = CHECKS.map(({ number }) =>
    number === 23
      ? lamp(23, { verdict: 'fails', failure: FAILURE })
      : lamp(number, number === 31 ? { verdict: 'does not apply', because: 'there is no regimen' } : {}),
  );
  const planted = [{ name: 'A sum left out', step: 'costs', outcome: 'noticed', by: 34 }] as const;
  return {
    model: 'Drug A in Northbridge',
    verification: { lamps, planted },
    facts: factsOf(reading.entries),
    formulas: {
      of: 'the live model',
      held: 0,
      lamps: [{ number: 14, verdict: 'holds', tries: 2, changed: '', expected: '', got: '', at: null }],
    },
    remarks: [{ rule: 'calls out', sheet: 'Own', cell: 'B2', says: 'WEBSERVICE' }],
  };
}

test('every test of TECH-VER and every item of AdViSHE C stands once, and quotes checks that there are', () => {
  expect(techVer.parts.map(({ items }) => items.length)).toEqual([7, 26, 22, 29]);
  expect(advishe.parts.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(['C1', 'C2', 'C3', 'C4']);
  const known = new Set(CHECKS.map(({ number }) => number));
  techVer.parts.forEach(({ items }, domain) => {
    expect(items.map(({ number }) => number)).toEqual(items.map((_, n) => `${String(domain + 1)}.${String(n + 1)}`));
  });
  for (const item of [...techVer.parts, ...advishe.parts].flatMap(({ items }) => items)) {
    expect([item.number, (item.by ?? []).filter((number) => !known.has(number))]).toEqual([item.number, []]);
    expect([item.number, item.by !== undefined || item.open !== undefined || item.apart !== undefined]).toEqual([
      item.number,
      true,
    ]);
  }
});

test('what fails is said with its counter-example, what applies nowhere with its reason, judgement stays open', () => {
  const items = new Map(fill(techVer, review()).flatMap((part) => part.map((each) => [each.item.number, each])));
  expect(items.get('1.1')).toMatchObject({ answer: 'not as expected' });
  expect(items.get('1.1')?.found).toBe(
    'Check 23 fails: prices doubled; expected impact 2, got 3 (Prices!C4); smallest: the model as it is; Check 16 holds',
  );
  expect(items.get('1.2')).toMatchObject({ answer: 'does not apply', found: '31 does not apply: there is no regimen' });
  expect(items.get('2.7')).toMatchObject({ answer: 'does not apply' });
  expect(items.get('3.11')).toMatchObject({ answer: 'as expected', found: 'Checks 34, 35, 36, 37 hold', left: '' });
  expect(items.get('4.17')).toMatchObject({ answer: 'judge', found: 'Dear' });
  // A failure weighs more than a question that is open.
  expect(items.get('3.2')).toMatchObject({ answer: 'not as expected' });
  expect(fill(advishe, review())[0]?.[3]?.found).toMatch(/The checks noticed 1\.$/);
});

test('a report of a checked model holds the lamps on Checks, turns the master lamp, and has the forms as sheets', () => {
  const { results } = assess(snapshot);
  if (!results) throw new Error('no results');
  const report = buildReport(results, '23 Nov 2026 08:00', beside(review()));
  const checks = sheetOf(report, 'checks');
  expect(at(checks, rowOf(checks, 'Tried on this model: Direction'), 7)).toBe('■ 7 of 8');
  const row = rowOf(checks, `23  ${lamp(23).name}`);
  expect([3, 4, 5, 7].map((column) => at(checks, row, column))).toEqual([
    'prices doubled. Smallest: the model as it is',
    '3',
    'impact 2',
    '■ FAILS',
  ]);
  expect(at(checks, 4, 3)).toMatch(/^■ 1 of \d+ fail$/);
  expect(at(checks, rowOf(checks, 'Tried on this model: Formulas of the live model'), 7)).toBe('● 1 of 1');
  expect(checks.tables.find(({ name }) => name === 'BIM_Out_Tried')?.rows).toBe(CHECKS.length + 1);
  const form = sheetOf(report, 'techver');
  expect(at(form, 7, 2)).toBe('1  Inputs: calculations before the analysis');
  expect([2, 5].map((column) => at(form, 8, column))).toEqual(['1.1', '■ NOT as expected']);
  expect(at(sheetOf(report, 'advishe'), 8, 5)).toBe('▲ to judge');
  expect([2, 3, 4].map((column) => at(sheetOf(report, 'remarks'), 7, column))).toEqual([
    'calls out',
    'Own!B2',
    'WEBSERVICE',
  ]);
  const plain = sheetOf(buildReport(results, '23 Nov 2026 08:00'), 'checks');
  expect(plain.tables.map(({ name }) => name)).toEqual(['BIM_Out_Checks']);
});

test('a report of a model that was not checked says on Checks how it is', () => {
  const { results } = assess(snapshot);
  if (!results) throw new Error('no results');
  const checks = sheetOf(buildReport(results, '23 Nov 2026 08:00'), 'checks');
  expect(at(checks, rowOf(checks, 'Tried on this model') + 1, 8)).toMatch(/realise verify/);
});
