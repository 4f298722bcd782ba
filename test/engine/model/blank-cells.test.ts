/** A blank cell of an optional column is known by its place: a formula can point at it, and take what is typed there later. */
import { snapshotOf, type Block } from '../../build/snapshot';
import { runModel } from '../../../src/run/run-model';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { small, model } from '../small';

const Prices: Block = [
  ['Item', 'Content', 'Unit', 'List price', 'Discount', 'Mark-up', 'Rebate', 'VAT', 'Fee', 'Growth'],
  ['vial', 10, 'mg', 3, null, null, null, null, null, null],
];
const Regimens: Block = [
  ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Adherence', 'Wastage', 'Loading doses'],
  ['New', 'vial', 20, 'mg', 1, 'year', null, null, null],
];
const Costs: Block = [
  ['Technology', 'Category', 'Item', 'Per', 'Price item', 'Unit cost', 'Quantity', 'Leavers'],
  ['New', 'Acquisition', 'vial', 'dose', 'vial', null, null, null],
  ['Old', 'Acquisition', 'o', 'patient-year', null, 5, null, null],
];
const Agreements: Block = [
  ['Technology', 'Type', 'Rate', 'Lag', 'From', 'To'],
  ['New', 'discount', 0.5, null, null, null],
];
const Outcomes: Block = [
  ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Lag months', 'Ramp months'],
  ['New', 'Days', 'societal', 1, 'patient-year', null, null],
];
const Horizon: Block = [
  ['Technology', 'Phase', 'Launch', 'Probability', 'Eligible', 'Peak uptake', 'Years to peak', 'Net cost per patient'],
  ['X', 'III', 2026, null, 100, 1, 1, 10],
];

test('each is the cell of its column', () => {
  const tables = small({ Model: model(2), Prices, Regimens, Costs, Agreements, Outcomes, Horizon });
  const { assumptions, findings } = readAssumptions(snapshotOf(tables));
  const run = assumptions && runModel(assumptions).run;
  if (!run) throw new Error(findings.map(({ message }) => message).join('\n'));
  const known = run.of.model.quantities.flatMap(({ block: { name, input } }) => {
    const places = (input?.places ?? []).flatMap((place) => place ?? []);
    return places.length > 0 && input?.marks !== true
      ? [[name, places.map((at) => `${at.sheet}!${at.cell}`).join()]]
      : [];
  });
  expect(known).toEqual([
    ['Funnel value, growth a year', 'Population!F4'],
    ['Uptake, typed', 'Uptake!E4,Uptake!E5'],
    ['List price, growth a year', 'Prices!K4'],
    ['Discount', 'Prices!F4'],
    ['Mark-up', 'Prices!G4'],
    ['Rebate rate', 'Prices!H4'],
    ['VAT rate', 'Prices!I4'],
    ['Adherence', 'Regimens!H4'],
    ['Wastage', 'Regimens!I4'],
    // The first row has its quantity from its price.
    ['Quantity', 'Costs!H5'],
    ['Lag of the rebate, months', 'Agreements!E4'],
    ['Lag of the benefit', 'Outcomes!G4'],
    ['Ramp of the benefit', 'Outcomes!H4'],
    ['Chance of approval, typed', 'Horizon!E4'],
  ]);
});
