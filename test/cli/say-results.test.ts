/** What `realise run` prints besides the answer: headlines of medicines, what is bought, and what tests do together. */
import { resultsText } from '../../src/cli/say-results';
import type { Block } from '../build/snapshot';
import { model, people, results, small } from '../engine/small';

const Tests: Block = [
  ['World', 'Subgroup', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate', 'Minutes', 'Unit cost'],
  ['with', 'All', 'Triage', 1, 0.1, 0.8, 0.9, 'yes', 2, 1],
  ['with', 'All', 'Scan', 2, null, 0.5, 0.75, 'yes', 10, 100],
];
/** A printed line by its label: its cells. */
const cells = (text: string, label: string): readonly string[] | undefined => {
  const line = text.split('\n').find((each) => each.trim().startsWith(label));
  return line?.trim().slice(label.length).trim().split(/\s+/);
};

test('tests of one subgroup with their figures for each confirmed patient, of several what adds up', () => {
  // Of 1,000: 80 ill and 90 well go on, 40 and 22.5 are positive at the end.
  const one = resultsText(results(small({ Population: people(1000), Tests })));
  expect(cells(one, 'Confirmed')).toEqual(['40']);
  expect(cells(one, 'Missed (false negatives)')).toEqual(['60']);
  expect(cells(one, 'Treated in vain (false positives)')).toEqual(['23']);
  expect(cells(one, 'Tests per confirmed patient')).toEqual(['29.25']);
  expect(cells(one, 'Minutes of readers')).toEqual(['3,700']);
  const two = resultsText(
    results(small({ Population: people(1000, ['Children', 'People', 'count', 500, null]), Tests })),
  );
  expect(cells(two, 'Confirmed')).toEqual(['60']);
  expect(cells(two, 'Tests done')).toEqual(['1,755']);
  expect(two).not.toContain('per confirmed');
});

test('gross drug, net drug and net of offsets are told apart, and units and scripts where they differ', () => {
  const text = resultsText(
    results(
      small({
        Model: model(2),
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost', 'Price item'],
          ['New', 'Acquisition', 'New', 'patient-year', null, null, 'pack'],
          ['Old', 'Acquisition', 'Old', 'patient-year', null, 5, null],
          ['New', 'Offsets', 'admissions', 'patient-year', null, -3, null],
        ],
        Prices: [
          ['Item', 'Content', 'Unit', 'List price'],
          ['pack', 10, 'mg', 20],
        ],
        Regimens: [
          ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit'],
          ['New', 'pack', 5, 'mg', 1, 'year'],
        ],
      }),
    ),
  );
  expect(cells(text, 'Gross drug budget impact')).toEqual(['2,000.00', '1,000.00', '1,000.00']);
  expect(cells(text, 'Net drug budget impact')).toEqual(['1,000.00', '500.00', '500.00']);
  expect(cells(text, 'Budget impact')).toEqual(['400.00', '200.00', '200.00']);
  expect(cells(text, 'New, units')).toEqual(['100', '50', '50']);
  expect(cells(text, 'New, scripts')).toEqual(['200', '100', '100']);
  expect(cells(text, 'Old, units')).toBeUndefined();
});
