/** Small models that between them meet the conditions of every check. */
import { type Block } from '../build/snapshot';
import type { Tables } from '../engine/small';

const settings = (...more: readonly (readonly (string | number)[])[]): Block => [
  ['Setting', 'Value'],
  ['Schema', 1],
  ['Currency', 'GBP'],
  ['First year', 2026],
  ['Years', 3],
  ['Discount rate', 0.035],
  ...more,
];
const YEARS = ['2026', '2027', '2028'] as const;

/** Two subgroups, three technologies, every kind of plain cost, two payers. */
const plain = {
  Model: settings(),
  Population: [
    ['Subgroup', 'Step', 'Op', 'Base', 'Growth'],
    ['Adults', 'People', 'count', 10000, 0.02],
    ['Adults', 'Ill', 'x', 0.1, null],
    ['Children', 'People', 'count', 4000, null],
    ['Children', 'Ill', 'x', 0.05, null],
  ],
  Technologies: [
    ['Technology', 'Role', 'Discontinuation'],
    ['New', 'new', null],
    ['Old', 'current', null],
    ['Other', 'current', null],
  ],
  Uptake: [
    ['World', 'Subgroup', 'Technology', ...YEARS],
    ['without', 'All', 'Old', 0.7, 0.7, 0.7],
    ['without', 'All', 'Other', 0.3, 0.3, 0.3],
    ['with', 'All', 'New', 0.1, 0.2, 0.4],
    ['with', 'All', 'Old', 0.6, 0.5, 0.3],
    ['with', 'All', 'Other', 0.3, 0.3, 0.3],
  ],
  Costs: [
    ['Technology', 'World', 'Category', 'Item', 'Per', 'Payer', 'Unit cost', 'Growth', ...YEARS],
    ['New', null, 'Acquisition', 'drug', 'patient-year', 'Health service', 900, null, null, null, null],
    ['Old', null, 'Acquisition', 'drug', 'patient-year', 'Health service', 400, 0.03, null, null, null],
    ['Other', null, 'Acquisition', 'drug', 'patient-year', 'Households', 200, null, null, null, null],
    ['All', null, 'Monitoring', 'visit', 'month', null, 20, null, null, null, null],
    ['New', null, 'Administration', 'first dose', 'start', null, 60, null, null, null, null],
    ['New', null, 'Offsets', 'stays avoided', 'patient-year', null, -50, null, null, null, null],
    ['All', 'with', 'Implementation', 'set-up', 'year', null, null, null, 5000, 0, 0],
  ],
} satisfies Tables;

/** Doses, packs, prices with rebates and tax, people who stop, uncertain inputs. */
const dosed = {
  ...plain,
  Technologies: [
    ['Technology', 'Role', 'Discontinuation'],
    ['New', 'new', 0.2],
    ['Old', 'current', null],
    ['Other', 'current', null],
  ],
  Prices: [
    ['Item', 'Content', 'List price', 'Discount', 'Mark-up', 'Rebate', 'VAT'],
    ['vial', 50, 80, 0.1, 0.08, 0.05, 0.2],
  ],
  Regimens: [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Adherence', 'Wastage', 'Vial sharing'],
    ['New', 'vial', 2, 'mg/kg', 3, 'week', 0.9, 0.1, 'yes'],
  ],
  Patients: [
    ['Subgroup', 'Weight'],
    ['All', 70],
  ],
  Costs: [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Price item'],
    ['New', 'Acquisition', 'vial', 'dose', null, 'vial'],
    ['Old', 'Acquisition', 'drug', 'patient-year', 400, null],
    ['Other', 'Acquisition', 'drug', 'patient-year', 200, null],
  ],
  Uncertainty: [
    ['Parameter', 'Op', 'Low', 'High', 'Distribution', 'P1', 'P2'],
    ['Prices/vial/List price', 'x', 0.8, 1.2, 'gamma', 1, 0.05],
    ['Costs/Old/All/Acquisition/drug/Unit cost', 'set', 300, 500, 'uniform', null, null],
  ],
} satisfies Tables;

/** A cap and a test. */
const tested = {
  ...plain,
  Agreements: [
    ['Technology', 'Type', 'Threshold', 'Rate'],
    ['New', 'spend cap', 50000, 1],
  ],
  Tests: [
    ['World', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate', 'Unit cost'],
    ['with', 'Scan', 1, 0.3, 0.9, 0.8, null, 15],
  ],
} satisfies Tables;

/** Everybody followed from the year of entry. */
const followed = {
  ...plain,
  Population: [
    ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
    ['Adults', 'People', 'count', 'incident', 1000],
  ],
  Technologies: [
    ['Technology', 'Role', 'Accounting', 'Persistence'],
    ['New', 'new', 'cohort', 'all'],
    ['Old', 'current', 'cohort', 'all'],
    ['Other', 'current', 'cohort', 'all'],
  ],
} satisfies Tables;

/** Delivery behind a gate, with benefits and a horizon. */
const delivered = {
  ...plain,
  Tasks: [
    ['ID', 'Task', 'Dimension', 'Duration', 'Unit', 'After', 'Opens'],
    ['A', 'Agree the pathway', 'process', 3, 'month', null, null],
    ['B', 'Train', 'resources', 2, 'month', 'A', null],
  ],
  Waves: [
    ['Wave', 'Technology', 'Sites', 'Live after'],
    ['First', 'New', 4, 'B'],
  ],
  Resources: [
    ['Resource', 'Kind', 'Unit', 'Available', 'Period', 'Per start'],
    ['Clinic', 'service', 'slots', 8, 'month', 1],
  ],
  Outcomes: [
    ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
    ['New', 'Bed-days', 'non-cash-releasing', 2, 'patient-year', 100],
  ],
  Horizon: [
    ['Technology', 'Phase', 'Launch', 'Eligible', 'Peak uptake', 'Years to peak', 'Net cost per patient'],
    ['Next', 'III', 2027, 1000, 0.3, 3, 5000],
  ],
} satisfies Tables;

/** The same with one queue. */
const [steps, people, ill] = plain.Population;
const queued = { ...delivered, Population: [steps, people, ill] } satisfies Tables;

export const MODELS = { plain, dosed, tested, followed, delivered, queued } as const satisfies Record<string, Tables>;
