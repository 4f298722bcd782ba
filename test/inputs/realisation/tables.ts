/** Small tables of value realisation: the columns that cases fill in, row by row. */
import type { Block, Typed } from '../../build/snapshot';

const table =
  (headers: readonly string[]) =>
  (...rows: readonly (readonly Typed[])[]): Block => [headers, ...rows];
/** B ID, C Duration, D Unit, E After, F Wave, G Opens, H Cost, I Low, J High, K Source. */
export const tasks = table(['ID', 'Duration', 'Unit', 'After', 'Wave', 'Opens', 'Cost', 'Low', 'High', 'Source']);
/** B Wave, C Technology, D Sites, E Share, F Starts per site, G Live after. */
export const waves = table([
  'Wave',
  'Technology',
  'Sites',
  'Share of patients',
  'Starts per site',
  'Live after',
  'Source',
]);
/** B Resource … */
const HEADERS = [
  'Resource',
  'Kind',
  'Available',
  'From',
  'Per start',
  'Per follow-up',
  'Follow-up months',
  'Technology',
  'Subgroup',
  'Test',
  'Carry',
  'Dimension',
] as const;
export const resources = (
  ...rows: readonly Readonly<Partial<Record<(typeof HEADERS)[number] | 'more', Typed>>>[]
): Block => [HEADERS, ...rows.map((row) => HEADERS.map((header) => row[header] ?? null))];
export const outcomes = table([
  'Technology',
  'Benefit',
  'Class',
  'Quantity',
  'Per',
  'Unit value',
  'Realised',
  'Optimism bias',
]);
export const chairs = { Resource: 'Chairs', Kind: 'service', Available: 8, 'Per start': 1, Technology: 'Drug A' };
export const staff = table([
  'Resource',
  'Kind',
  'Available',
  'Per start',
  'Trainers',
  'Class size',
  'Sessions',
  'Attrition',
  'Become trainers',
]);

/** A plan of delivery for the plain model, without a fault or a notice; any row may stand anywhere. */
export const DELIVERY: Readonly<Record<string, Block>> = {
  Tasks: [
    ['ID', 'Task', 'Duration', 'Unit', 'After', 'Wave', 'Opens', 'Cost', 'Low', 'High', 'Source'],
    ['A', 'Contract', 6, 'weeks', null, null, null, 500, 4, 10, 'Plan'],
    ['B', 'Training', 2.5, null, 'A SS+1w', null, 'Nurses', null, null, null, 'Plan'],
    ['C', 'Set-up', 20, 'working day', "B; 'A' FF-3d", 'first', null, 250, null, null, 'Plan'],
  ],
  Waves: [
    ['Wave', 'Sites', 'Share of patients', 'Starts per site', 'Live after', 'Source'],
    ['first', 3, 0.4, 20, null, 'Plan'],
    ['second', 5, 0.6, 20, 'C+2m; 7', 'Plan'],
  ],
  Resources: [
    ['Resource', 'Kind', 'Available', 'Per start', 'Trainers', 'Class size', 'Sessions', 'Target', 'Source'],
    ['Nurses', 'staff', 4, 0.5, 2, 8, 1, 40, 'Survey'],
    ['Chairs', 'service', 30, 1, null, null, null, null, 'Survey'],
  ],
  Outcomes: [
    ['Technology', 'Subgroup', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value', 'Source'],
    ['Drug A', 'All', 'Beds', 'cash-releasing', 0.1, 'patient-year', 300, 'Trial'],
    ['Drug A', 'Adults', 'Hours', 'societal', 2, 'start', 20, 'Trial'],
  ],
};
