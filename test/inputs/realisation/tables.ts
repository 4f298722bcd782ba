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
