/** Small models of what no published or worked model has, so that docs/METHODS.md has its equations too. */
import type { Snapshot } from '../../src/workbook/workbook';
import { snapshotOf } from '../build/snapshot';
import { costOfNew, model, people, small, switching, type Tables } from '../engine/small';

/** Two tests side by side, then a third for those whom one of them finds. */
const sideBySide = small({
  Population: people(1000, ['Adults', 'Seen', 'x', 0.4, null]),
  Tests: [
    ['World', 'Test', 'Order', 'Offered', 'Sensitivity', 'Specificity', 'Gate', 'Combination', 'Prevalence'],
    ['with', 'Triage', 1, 1, 0.8, 0.9, 'yes', null, 0.1],
    ['with', 'Blood', 2, 1, 0.6, 0.75, null, 'parallel', null],
    ['with', 'Biopsy', 3, 1, 0.5, 1, 'yes', null, null],
  ],
});

/** A dose by weight that takes whole vials of two sizes, over the weights of all patients; and loading doses. */
const wholeVials = small({
  Prices: [
    ['Item', 'Pack', 'Content', 'Unit', 'List price'],
    ['vial', 'small', 10, 'mg', 10],
    ['vial', 'large', 50, 'mg', 45],
  ],
  Patients: [
    ['Subgroup', 'Weight', 'Weight SD'],
    ['All', 70, 15],
  ],
  Regimens: [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Vial sharing'],
    ['New', 'vial', 1.5, 'mg/kg', 1, 'month', 'no'],
  ],
  Costs: [
    ['Technology', 'Category', 'Item', 'Per', 'Price item'],
    ['New', 'Acquisition', 'drug', 'patient-year', 'vial'],
  ],
});

/** Agreements that begin and end, as numbers of years and as years of the calendar; one cap on all years together. */
const yearsInForce = small({
  Model: model(4, ['Baseline year', 'yes']),
  Uptake: switching(0.25, 0.5, 0.75, 1),
  Costs: costOfNew(10),
  Agreements: [
    ['Technology', 'Type', 'Order', 'From', 'To', 'Threshold', 'Rate', 'Reset'],
    ['New', 'discount', 1, 2027, null, null, 0.2, null],
    ['New', 'spend cap', 2, 1, 3, 300, 0.5, 'total'],
  ],
});

/** Stock accounting: benefits by the year of a patient, by the year once begun, and at the start. */
const benefitsInStock = small({
  Model: model(2, ['Step', 'month']),
  Uptake: switching(0.5, 1),
  Costs: [...costOfNew(1000), ['Old', 'Acquisition', 'drug', 'patient-year', 400]],
  Outcomes: [
    ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
    ['New', 'Clinic', 'cash-releasing', 1, 'year', 1000],
    ['New', 'Days in bed', 'non-cash-releasing', 2, 'patient-year', 300],
    ['New', 'Visits', 'societal', 1, 'start', 10],
  ],
  Resources: [
    ['Resource', 'Kind', 'Available', 'Per start'],
    ['Places', 'service', 5, 1],
  ],
});

const snapshots = (models: readonly Tables[]): readonly Snapshot[] => models.map((tables) => snapshotOf(tables));

/** What they add to the budget impact, and to value realisation. */
export const FURTHER = {
  impact: snapshots([sideBySide, wholeVials, yearsInForce]),
  realisation: snapshots([benefitsInStock]),
};
