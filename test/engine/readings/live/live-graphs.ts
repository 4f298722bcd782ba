/** Live models of drawn graphs: written, calculated in this process, and what may be wrong with them. */
import type { Given } from '../../../../src/engine/given';
import { Exact } from '../../../../src/engine/readings/decimals';
import { ExactRun } from '../../../../src/engine/readings/exact';
import type { LiveModel } from '../../../../src/engine/readings/live/document';
import { liveModel } from '../../../../src/engine/readings/live/live';
import type { LiveRequest } from '../../../../src/engine/readings/live/request';
import type { ScenarioRun } from '../../../../src/engine/readings/live/scenarios';
import { calcSheets } from '../../../../src/outputs/sheets/calc';
import type { Report, Snapshot } from '../../../../src/workbook/workbook';
import { drawnGraph, type Drawn } from '../drawn-graphs';
import { formulas } from '../fast';
import type { Sheets } from '../../../libreoffice/batch';
import { calculated, type Edit } from '../../../live/calculated';
import { lint } from '../../../live/lint';
import { marksWrong } from '../../../live/marks';
import { compare } from '../../../live/written';

/** What scenarios make of inputs, by the number of their cell: the value of the change, and how it changes what stands there. */
type Changes = readonly (readonly [op: 'set' | 'x' | '+', value: number])[];
export const SCENARIOS: readonly (readonly [name: string, every: number, changes: Changes])[] = [
  ['High', 4, [['x', 1.5]]],
  ['Low', 5, [['set', 0.25]]],
  [
    'Twice changed',
    7,
    [
      ['+', 0.5],
      ['x', 2],
    ],
  ],
  [
    'Set and raised',
    9,
    [
      ['set', 0.75],
      ['+', 1.25],
    ],
  ],
];

/** The cell in which a scenario's change stands. */
const changeAt = (scenario: number, change: number) => ({
  sheet: 'Scenarios',
  cell: `B${String(2 + 2 * scenario + change)}`,
  table: 'BIM_Scenarios',
});

export function graphOf(seed: number, scenario: number | null): Drawn {
  return drawnGraph(seed, (standing, at, parameter, blank): Given | null => {
    const typed = blank ? null : { value: new Exact(standing), at, parameter };
    const [, every, changes] = SCENARIOS[scenario ?? -1] ?? ['', 0, []];
    if (scenario === null || Number(at.cell.slice(1)) % every !== seed % every) return typed;
    return changes.reduce<Given | null>((from, [op, by], n) => {
      const old = from?.value ?? new Exact(standing);
      const value = op === 'set' ? new Exact(by) : op === 'x' ? old.times(by) : old.plus(by);
      const made = { value, at: changeAt(scenario, n), parameter };
      return op === 'set' ? made : { ...made, change: { op, by: new Exact(by), from, old } };
    }, typed);
  });
}

/** The user's own cells: values of inputs, and of the scenarios' changes. */
function snapshotOf({ inputs }: Drawn): Snapshot {
  const given = inputs.flatMap(({ block }) => block.input?.given ?? []);
  const cells = new Map(
    given.flatMap((one) => (one ? [[Number(one.at.cell.slice(1)), one.value.toNumber()] as const] : [])),
  );
  const rows = Array.from({ length: Math.max(...cells.keys()) - 1 }, (_, n) => [{ value: cells.get(n + 2) ?? null }]);
  const changes = SCENARIOS.flatMap(([name, , made]) =>
    [0, 1].map((n) => [{ value: name }, { value: made[n]?.[1] ?? null }]),
  );
  const table = (name: string, sheet: string, headers: readonly string[], of: Snapshot['tables'][number]['rows']) => ({
    name,
    sheet,
    row: 1,
    column: 1,
    headers,
    rows: of,
  });
  return {
    sheets: ['My inputs', 'Scenarios'],
    tables: [
      table('Inputs', 'My inputs', ['Value'], rows),
      table('BIM_Scenarios', 'Scenarios', ['Scenario', 'Value'], changes),
    ],
    names: [],
    owned: [],
    language: 'en-GB',
    calculated: true,
  };
}

export const SELECTOR = { sheet: 'Scenarios', cell: 'H1' };

export function requestOf({ model, year }: Drawn): LiveRequest {
  const impact = formulas(model).find(({ block }) => block.axes.length === 1 && block.axes[0] === year);
  return {
    model,
    run: new ExactRun(),
    figures: formulas(model),
    year,
    baseline: year.members[0] === '2025',
    selector: `${SELECTOR.sheet}!$H$1`,
    ...(impact ? { impact } : {}),
  };
}

export const liveOf = (
  graph: Drawn,
  scenarios: readonly ScenarioRun[] = [],
  more: Partial<LiveRequest> = {},
): LiveModel => liveModel({ ...requestOf(graph), scenarios, ...more });

function reportOf(live: LiveModel): Report {
  const lamp = { formula: '=0', cached: { number: '0', format: 'plain' } } as const;
  const sheets = calcSheets(live, { title: 'Drawn', stamp: '', master: lamp, lampOf: () => null });
  return { title: 'Drawn', stamp: '', language: 'en-GB', sheets, names: [], open: 'Calc' };
}

export const sheetsOf = (live: LiveModel, graph: Drawn, edits: readonly Edit[] = []): Sheets =>
  calculated(snapshotOf(graph), reportOf(live), [[SELECTOR.sheet, SELECTOR.cell, 'Base'], ...edits]);

/** Figures of a live model that other sheets do not show. */
export const faults = (live: LiveModel, sheets: Sheets): readonly string[] =>
  compare(live, sheets).first.map(({ said }) => said);

/** How long a formula is rests on what was drawn. */
const LENGTHS: readonly string[] = ['a long formula', 'deep brackets', 'a total that is not a SUM'];

/** What is wrong with the formulas as such, with the marks beside them, and with names and values that are left empty. */
export const aside = (live: LiveModel): readonly (readonly unknown[])[] => [
  lint(reportOf(live)).filter(({ rule }) => !LENGTHS.includes(rule)),
  marksWrong(live),
  live.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(({ name, rows }) =>
      rows.flatMap(({ labels, cells, keys }) =>
        labels.includes('') || cells.some(({ value }) => value === '') || !keys.flat().every(Number.isInteger)
          ? [`${name}: ${labels.join(' · ')}`]
          : [],
      ),
    ),
  ),
];
