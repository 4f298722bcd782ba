/** Changes of tasks, waves, resources, outcomes and adoption: scenarios and `--set`, from what is typed or its default. */
import type { Change, Given } from '../../../src/engine/assumptions';
import type { RealisationAssumptions } from '../../../src/engine/realisation-assumptions';
import { canonicalInputs } from '../../../src/inputs/canonical';
import { changedAssumptions, readAssumptions } from '../../../src/inputs/read-assumptions';
import { modelWith, settings, wider } from '../../build/snapshot';
import { outcomes, resources, tasks, waves } from './tables';

const sheet = modelWith({
  Model: settings(['Value of a QALY', 20000]),
  Technologies: wider('Technologies', { Potential: [null, null], 'Leave queue': [0.1], 'While waiting': ['Drug B'] }),
  Tasks: tasks(['A', 2, 'week', null, null, null, null], ['B', 6, 'week', 'A SS+1w', 'first', 'Nurses', 500]),
  Waves: waves(['first', null, 3, null, 20], ['second', null, 5, null, null, 'B+2w']),
  Resources: [
    ['Resource', 'Kind', 'Available', 'From', '2026', '2027', '2028', 'Per start', 'Technology', 'Yield', 'Attrition'],
    ['Nurses', 'staff', 12, null, null, null, null, 0.5, 'Drug A'],
    ['Chairs', 'service', null, null, 8, 9, null, 1, null],
    ['Chairs', null, 10, 'B', null, null, null, null, 'Drug A'],
  ],
  Outcomes: outcomes(
    ['Drug A', 'Beds', 'cash-releasing', 2, 'start', 100],
    ['Drug A', 'Life years', 'health', 0.1, 'start'],
  ),
});
const reading = readAssumptions(sheet);
const at = { sheet: 'Scenarios', cell: 'E4', table: 'BIM_Scenarios', row: 4, column: 'Value' };
const change = (parameter: string, op: Change['op'], value: string): Change => ({ parameter, op, value, at });

function after(...changes: readonly Change[]): RealisationAssumptions {
  const { assumptions, findings } = changedAssumptions(reading, changes);
  expect(findings).toEqual([]);
  if (!assumptions?.realisation) throw new Error('no realisation');
  return assumptions.realisation;
}
const plain = (given: Given | null | undefined): string | null => given?.value.toString() ?? null;

test('the sheet is read without a fault', () => {
  expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

type Reach = (made: RealisationAssumptions) => readonly (string | null)[];
const durations: Reach = ({ tasks: rows }) => rows.map(({ duration }) => plain(duration));
const costs: Reach = ({ tasks: rows }) => rows.map(({ cost }) => plain(cost));
const available: Reach = ({ resources: rows }) => rows.map((row) => plain(row.available));

test.each<readonly [string, Change['op'], string, Reach, readonly (string | null)[]]>([
  ['Tasks/B/Duration', '+', '3', durations, ['2', '9']],
  ['Tasks/*/Duration', 'x', '1.5', durations, ['3', '9']],
  ['tasks/b/duration', 'set', '4', durations, ['2', '4']],
  ['Tasks/A/Cost', '+', '600000', costs, ['600000', '500']],
  ['Tasks/*/Cost', 'x', '2', costs, ['0', '1000']],
  ['Tasks/A/Not before', '+', '3', ({ tasks: rows }) => rows.map((row) => plain(row.notBefore)), ['3', null]],
  ['Waves/first/Sites', '+', '1', ({ waves: rows }) => rows.map((row) => plain(row.sites)), ['4', '5']],
  ['Waves/*/Share of patients', 'set', '0.4', ({ waves: rows }) => rows.map((row) => plain(row.share)), ['0.4', '0.4']],
  [
    'Waves/first/Starts per site',
    'x',
    '0.5',
    ({ waves: rows }) => rows.map((row) => plain(row.startsPerSite)),
    ['10', null],
  ],
  ['Resources/Nurses/Drug A/Available', 'x', '1.3', available, ['15.6', null, '10']],
  ['Resources/*/Drug A/Available', 'set', '1000000', available, ['1000000', null, '1000000']],
  ['Resources/Chairs/Drug A/Available', '+', '-4', available, ['12', null, '6']],
  [
    'Resources/Nurses/Drug A/Yield',
    'x',
    '1.5',
    ({ resources: rows }) => rows.map((row) => plain(row.yield)),
    ['1.5', null, null],
  ],
  [
    'Resources/Nurses/Drug A/Attrition',
    '+',
    '0.02',
    ({ resources: rows }) => rows.map((row) => plain(row.attrition)),
    ['0.02', null, null],
  ],
  [
    'Resources/Chairs/All/2027',
    'x',
    '2',
    ({ resources: rows }) => rows.map((row) => plain(row.years.get(1))),
    [null, '18', null],
  ],
  [
    'Resources/Chairs/All/*',
    'x',
    '2',
    ({ resources: rows }) => rows.map((row) => plain(row.years.get(2))),
    [null, '18', null],
  ],
  [
    'Outcomes/Drug A/All/Beds/Quantity',
    'x',
    '0.5',
    ({ outcomes: rows }) => rows.map((row) => plain(row.quantity)),
    ['1', '0.1'],
  ],
  [
    'Outcomes/*/*/*/Realised',
    '+',
    '-0.4',
    ({ outcomes: rows }) => rows.map((row) => plain(row.realised)),
    ['0.6', '0.6'],
  ],
  [
    'Outcomes/Drug A/*/Beds/Lag months',
    '+',
    '3',
    ({ outcomes: rows }) => rows.map((row) => plain(row.lagMonths)),
    ['3', null],
  ],
  [
    'Technologies/Drug A/Potential',
    'x',
    '0.8',
    ({ adoption: rows }) => rows.map((row) => plain(row.potential)),
    ['0.8', null],
  ],
  [
    'Technologies/Drug A/Leave queue',
    '+',
    '0.05',
    ({ adoption: rows }) => rows.map((row) => plain(row.leaveQueue)),
    ['0.15', null],
  ],
  ['Model/Target wait/Value', 'set', '3', ({ targetWait }) => [plain(targetWait)], ['3']],
  ['Model/Relief months', 'x', '2', ({ reliefMonths }) => [plain(reliefMonths)], ['24']],
])('%s %s %s', (parameter, op, value, reach, wanted) => {
  expect(reach(after(change(parameter, op, value)))).toEqual(wanted);
});

test('words: what a task waits for, when a wave goes live, a supply begins, and who cares meanwhile', () => {
  const made = after(
    change('Tasks/B/After', 'set', 'A FF-1m'),
    change('Waves/second/Live after', 'set', "A; 'B'+3d; 2027"),
    change('Resources/Chairs/Drug A/From', 'set', 'A+1y'),
    change('Technologies/Drug A/While waiting', 'set', 'drug b'),
    change('Tasks/B/Unit', 'set', 'months'),
  );
  expect(made.tasks[1]?.after).toMatchObject([{ task: 0, kind: 'FF', lag: { unit: 'month' } }]);
  expect(plain(made.tasks[1]?.after[0]?.lag?.amount)).toBe('-1');
  expect(made.tasks[1]?.unit).toBe('month');
  expect(made.waves[1]?.liveAfter).toMatchObject([
    { kind: 'task', task: 0, lag: null },
    { kind: 'task', task: 1, lag: { unit: 'day' } },
    { kind: 'time' },
  ]);
  expect(made.resources[2]?.from).toMatchObject({ kind: 'task', task: 0, lag: { unit: 'year' } });
  expect(made.adoption[0]?.whileWaiting).toBe('Drug B');
});

test('a moment that is a number is moved, and a blank one is the first month', () => {
  const made = after(
    change('Waves/first/Live after', '+', '3'),
    change('Resources/Chairs/Drug A/From', 'set', '2027'),
    change('Resources/Chairs/Drug A/From', '+', '1'),
  );
  expect(made.waves[0]?.liveAfter).toMatchObject([{ kind: 'time', typed: { parameter: 'Waves/first/Live after' } }]);
  const typed = [made.waves[0]?.liveAfter[0], made.resources[2]?.from].map((moment) =>
    moment?.kind === 'time' ? plain(moment.typed) : null,
  );
  expect(typed).toEqual(['4', '2028']);
});

test('a lag knows the parameter it stands in, and its cell', () => {
  const lag = reading.assumptions?.realisation?.tasks[1]?.after[0]?.lag;
  expect(lag?.amount).toMatchObject({
    parameter: 'Tasks/B/After',
    at: { sheet: 'Tasks', cell: 'E5', column: 'After' },
  });
});

test.each([
  ['Tasks/C/Duration', 'set', '1', 'unknown-parameter', /matches “C”/, /one of: A, B/],
  ['Tasks/B/After', '+', '1', 'change', /After of B holds text/, /Op set/],
  ['Waves/second/Live after', '+', '1', 'change', /Live after of second holds text/, /Op set/],
  ['Waves/first/Share of patients', 'x', '2', 'change', /no value in the model as typed/, /Op set/],
  ['Tasks/A/After', 'set', 'B', 'circle', /B → A → B|A → B → A/, /Take one/],
  ['Tasks/B/Duration', '+', '-7', 'out-of-bounds', /Duration of B is -1/, /from 0 up/],
  ['Outcomes/Drug A/All/Beds/Realised', 'x', '2', 'out-of-bounds', /Realised of Drug A, Beds is 2/, /0 to 1/],
  [
    'Resources/Nurses/Available',
    'set',
    '1',
    'unknown-parameter',
    /parts of an address/,
    /Resources\/Resource\/Technology\/Column/,
  ],
  ['Tasks/B/ID', 'set', 'C', 'unknown-parameter', /names the row/, /holds a value/],
  ['Horizon/Drug A/Launch', 'set', '2027', 'unknown-parameter', /no table BIM_Horizon/, /Address a table/],
] as const)('%s %s %s is refused', (parameter, op, value, code, says, mends) => {
  const { assumptions, findings } = changedAssumptions(reading, [change(parameter, op, value)]);
  expect(assumptions).toBeNull();
  const [found] = findings.filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject({ code, message: expect.stringMatching(says) as string });
  expect(found?.remedy).toMatch(mends);
});

test('scenarios on the sheet are checked as they stand', () => {
  const { findings } = readAssumptions(
    modelWith({
      Tasks: tasks(['A', 2]),
      Resources: resources({ Resource: 'Chairs', Kind: 'service', Available: 8, 'Per start': 1 }),
      Scenarios: [
        ['Scenario', 'Parameter', 'Op', 'Value'],
        ['More chairs', 'Resources/Chairs/All/Available', 'x', 2],
        ['Slip', 'Tasks/Z/Duration', '+', 3],
        ['Word', 'Tasks/A/After', 'x', 3],
      ],
    }),
  );
  expect(findings.filter(({ severity }) => severity === 'error').map(({ at: place }) => place?.cell)).toEqual([
    'C5',
    'C6',
  ]);
});

test('the hash of the inputs covers every one of these columns', () => {
  const typed = canonicalInputs(reading.entries);
  for (const [parameter, value] of [
    ['Tasks/B/After', 'A'],
    ['Tasks/B/Opens', 'Chairs'],
    ['Tasks/A/Low', '1'],
    ['Waves/first/Technology', 'Drug A'],
    ['Resources/Nurses/Drug A/Carry', 'year'],
    ['Resources/Chairs/All/2028', '1'],
    ['Outcomes/Drug A/All/Beds/Owner', 'Somebody'],
    ['Technologies/Drug A/While waiting', 'Drug A'],
    ['Model/Target wait', '3'],
  ] as const) {
    const changed = readAssumptions(sheet, [{ parameter, op: 'set', value, at: null }]);
    expect([parameter, canonicalInputs(changed.entries) === typed]).toEqual([parameter, false]);
  }
  expect(canonicalInputs(readAssumptions(sheet, [change('Tasks/B/Duration', 'set', '6.0')]).entries)).toBe(typed);
});
