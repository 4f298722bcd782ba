/** Parts of a combination left out in a live model: chosen on Summary, the cells give what the engine ran without them. */
import { assessLive } from '../../src/assess';
import { columnName } from '../../src/engine/readings/live/references';
import { liveReport } from '../../src/outputs/live-report';
import type { Snapshot } from '../../src/workbook/workbook';
import { modelWith, type Block } from '../build/snapshot';
import { calculated } from './calculated';
import { lint } from './lint';

const Parts: Block = [
  ['Part', 'Parameter', 'Op', 'Value'],
  ['Test', 'Prices/Drug A/List price', 'x', 0.5],
  ['Staff', 'Resources/Slots/*/Available', 'x', 0.25],
  ['Benefit', 'Outcomes/Drug A/All/Health/Quantity', 'set', 0.1],
];

const typed = modelWith({
  Resources: [
    ['Resource', 'Kind', 'Available', 'Period', 'Per start', 'Technology'],
    ['Slots', 'service', 8, 'month', 1, 'Drug A'],
  ],
  Outcomes: [
    ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
    ['Drug A', 'Health', 'health', 0.4, 'patient-year', 20000],
  ],
  Parts,
});
/** Sheets of the user's have other names than ours. */
const snapshot: Snapshot = {
  ...typed,
  tables: typed.tables.map((table) => ({ ...table, sheet: `${table.sheet} typed` })),
};
const { live, results, findings } = assessLive(snapshot);

test('each choice gives the realised value of the run without those parts', () => {
  const parts = results?.realisation?.parts;
  const term = live?.figures.totals.get('realised');
  if (!live || !results || !parts || !term) throw new Error(findings.map(({ message }) => message).join('\n'));
  const [whole, none] = [Number(parts.whole), Number(parts.none)];
  const wanted = new Map([
    ['Base', whole],
    ['None of the parts', none],
    ...parts.parts.map(({ part, last }) => [`Without ${part}`, whole - Number(last)] as const),
    ...parts.parts.map(({ part, alone }) => [`${part} alone`, none + Number(alone)] as const),
  ]);
  expect(live.figures.scenarios).toEqual([...wanted.keys()]);
  const report = liveReport(results, live, '1 Jan 2026 12:00');
  expect(lint(report)).toEqual([]);
  for (const [name, value] of [...wanted].filter((_, n) => n % 2 === 0)) {
    const sheets = calculated(snapshot, report, [['Summary', 'J2', name]]);
    expect(Number(sheets[term.sheet]?.[`${columnName(5)}${String(term.row)}`])).toBeCloseTo(value, 4);
    // What is compared with values of the run says that it is old; nothing fails.
    expect(String(sheets['Checks']?.['C4'] ?? '').charAt(0)).toBe(name === 'Base' ? '●' : '▲');
  }
  expect(new Set([...wanted.values()].map((value) => value.toFixed(2))).size).toBeGreaterThan(5);
});
