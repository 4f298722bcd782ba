/** What a live workbook is compared with: the tables that were read, and of these the columns that figures are made from. */
import { assessLive } from '../../src/assess';
import type { Snapshot } from '../../src/workbook/workbook';
import { modelWith, PLAIN, snapshotOf } from '../build/snapshot';

/** A range of the user's, bound where BIM_Costs stood; the table itself stands aside. */
function bound(snapshot: Snapshot): Snapshot {
  const costs = snapshot.tables.find(({ name }) => name === 'BIM_Costs');
  if (!costs) throw new Error('no costs');
  const others = snapshot.tables.filter((table) => table !== costs);
  return { ...snapshot, tables: [...others, { ...costs, bound: 'as it lies' }, { ...costs, sheet: 'Old' }] };
}

test('a table in whose place a range is bound was not read, and is not compared', () => {
  const { live } = assessLive(bound(modelWith({})));
  const typed = live?.figures.typed ?? [];
  expect(typed.map(({ name }) => name)).toContain('BIM_Costs');
  expect(typed.filter(({ sheet }) => sheet === 'Old')).toEqual([]);
});

test('a Unit that is chosen is read, one that only says what a number is counted in is not; nor is a Source', () => {
  const [headers, ...rows] = PLAIN.Uptake;
  const Uptake = [[...headers, 'Unit'], ...rows.map((row) => [...row, 'share'])] as const;
  const { live } = assessLive(snapshotOf({ ...PLAIN, Uptake }));
  const readIn = (table: string, header: string): boolean | undefined => {
    const typed = live?.figures.typed.find(({ name }) => name === table);
    return typed?.rows[0]?.[typed.headers.indexOf(header)]?.read;
  };
  expect([readIn('BIM_Uptake', 'Unit'), readIn('BIM_Uptake', '2026'), readIn('BIM_Model', 'Value')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([readIn('BIM_Model', 'Unit'), readIn('BIM_Uptake', 'Source')]).toEqual([false, false]);
});
