/**
 * Random workbooks of value realisation: a small model of the core tables, its uptake, and tasks, waves, resources and
 * outcomes on top. Cohorts run by month; stock accounting by year.
 */
import type fc from 'fast-check';
import type { PlainTable } from '../second/sheet';
import { addressOf, drawn, tableOf } from './draw';
import type { Draw, Row } from './draw';
import { byYear, frameOf, tableWithYears } from './frame';
import type { Frame } from './frame';
import { costRows, ITEMS, priceRows } from './money';
import { persistenceRows, populationOf, technologyRows } from './people';
import { agreedCosts, agreementRows } from './care';
import { outcomeRows, resourceRows, taskRows, TESTED, waveNames, waveRows } from './delivery';

/** Which kind of accounting, and whether rows whose reading is the project's own choice are drawn too. */
export interface ValueFamily {
  readonly accounting: 'cohort' | 'stock';
  readonly chosen?: boolean;
  /** And agreements, and people who come once. */
  readonly wide?: boolean;
}

const NAMES = ['Drug A', 'Drug B (iv)', 'Usual/care', 'toString'];

/** A small frame: few years and people's groups, at least one new technology and one that is not. */
const smallFrame = (draw: Draw, { accounting, wide = false }: ValueFamily): Frame => {
  const frame = frameOf(draw, { agreements: wide });
  const years = draw.whole(1, 3);
  const fresh = draw.chance(75) ? 1 : 2;
  const names = draw.shuffled(NAMES).slice(0, draw.whole(fresh + 1, 4));
  const dropped = ['Years', 'Patients', 'Money', 'Shares', 'Step', 'Baseline year', 'Baseline cohort', 'Growth starts'];
  const settings = frame.settings.filter((row) => !dropped.includes(String(row['Setting'])));
  const subgroups = frame.subgroups.slice(0, 2);
  const cohort = accounting === 'cohort';
  return {
    ...frame,
    years,
    baseline: false,
    rounds: false,
    normalise: false,
    exact: false,
    leavers: false,
    subgroups,
    technologies: names.map((name, i) => ({
      name,
      cohort,
      role: i < fresh ? 'new' : i === fresh + 1 && draw.chance(40) ? 'none' : 'current',
    })),
    streams: new Map(
      subgroups.map((name) => [
        name,
        wide && cohort && draw.chance(40) ? ['incident', 'bolus'] : [cohort || draw.chance(25) ? 'incident' : ''],
      ]),
    ),
    settings: [
      ...settings.filter((row) => row['Setting'] !== 'Leavers cost'),
      { Setting: 'Years', Value: years },
      ...(cohort ? [{ Setting: 'Step', Value: 'month' }] : []),
      ...(draw.chance(70) ? [{ Setting: 'Value of a QALY', Value: draw.whole(1000, 60000) }] : []),
      ...(draw.chance(30) ? [{ Setting: 'Days in year', Value: 365 }] : []),
      ...(draw.chance(40) ? [{ Setting: 'Target wait', Value: draw.whole(1, 6) }] : []),
      ...(draw.chance(20) ? [{ Setting: 'Relief months', Value: draw.whole(3, 24) }] : []),
    ],
  };
};

/** `without` has no new technology; in `with` each has a share by year, and the others make room. */
const uptakeOf = (frame: Frame): PlainTable[] => {
  const { draw, technologies, subgroups, firstYear, years } = frame;
  const old = technologies.filter(({ role }) => role !== 'new');
  const fresh = technologies.filter(({ role }) => role === 'new');
  const displaces = draw.chance(40);
  // Where rows say who is displaced, each of the others must have as much to give.
  const most = displaces ? 0.9 / (fresh.length * old.length) : 0.9 / fresh.length;
  const rowsFor = (Subgroup: string): Row[] => {
    const parts = displaces ? old.map(() => 1 / old.length) : draw.parts(old.length, 100, 5);
    const even = displaces ? draw.parts(old.length, 100, Math.floor(90 / old.length)) : parts;
    // Some have the new technology already: as few as in any year of the plan.
    const already = !displaces && draw.chance(40);
    if (already) even[0] = Number(((even[0] ?? 0) - 0.01 * fresh.length).toFixed(2));
    // Not every new technology is for everybody.
    const planned = fresh.filter((_, i) => i === 0 || draw.chance(80));
    return [
      ...fresh
        .filter(() => already)
        .map(({ name }) => ({ World: 'without', Subgroup, Technology: name, [String(firstYear)]: 0.01 })),
      ...old.map(({ name }, i) => ({
        World: 'without',
        Subgroup,
        Technology: name,
        [String(firstYear)]: even[i] ?? 0,
      })),
      ...(already ? fresh : planned).map(({ name }) => ({
        World: 'with',
        Subgroup,
        Technology: name,
        ...Object.fromEntries(
          Array.from({ length: years }, (_, t) => t)
            .filter((t) => t === 0 || draw.chance(75))
            .map((t) => [String(firstYear + t), draw.chance(15) ? (already ? 0.01 : 0) : draw.decimal(0.01, most, 2)]),
        ),
      })),
    ];
  };
  const displacement = fresh
    .filter(() => displaces)
    .flatMap(({ name }) => {
      const parts = draw.parts(old.length, 100);
      return old.map((other, i) => ({ Technology: name, Displaced: other.name, Share: parts[i] ?? 0 }));
    });
  const rows = draw.chance(40) ? rowsFor('All') : subgroups.flatMap(rowsFor);
  return [...tableWithYears(frame, 'BIM_Uptake', rows), ...tableOf('BIM_Displacement', displacement)];
};

const adoptionOf = (frame: Frame, rows: readonly Row[]): Row[] => {
  const { draw, technologies } = frame;
  const old = technologies.filter(({ role }) => role !== 'new');
  return rows.map((row) => {
    const fresh = technologies.find(({ name }) => name === row['Technology'])?.role === 'new';
    if (!fresh) return row;
    return {
      ...row,
      ...(draw.chance(50) ? { Potential: draw.decimal(0.2, 0.9, 2) } : {}),
      ...(draw.chance(40) ? { 'Leave queue': draw.of([0, 0.05, 0.5, 1]) } : {}),
      ...(draw.chance(30) ? { 'While waiting': draw.of(old).name } : {}),
    };
  });
};

/** Costs whose reading behind gates the contract settles. */
const settledCosts = (frame: Frame, { accounting, chosen }: ValueFamily, items: readonly string[]): Row[] =>
  costRows(frame, items).map((row) => {
    const Per = String(row['Per']);
    if (chosen === true) return row;
    const loose = accounting === 'stock' && ['start', 'stop', 'death'].includes(Per);
    return {
      ...row,
      ...(loose ? { Per: 'patient-year' } : {}),
      ...(accounting === 'stock' ? { 'Treatment year': null } : {}),
    };
  });

const implementation = (frame: Frame): Row[] =>
  frame.draw.chance(50)
    ? [
        {
          Technology: 'All',
          World: 'with',
          Category: 'Implementation',
          Item: 'Programme',
          Per: 'year',
          ...byYear(frame, 'Unit cost', () => frame.draw.whole(0, 90000), false),
        },
      ]
    : [];

/** A gated test whose positives are the eligible patients. */
const testRows = (frame: Frame): Row[] =>
  frame.draw.chance(25)
    ? [{ World: '', Test: TESTED, Positive: frame.draw.decimal(0.1, 0.9, 2), Gate: 'yes', 'Unit cost': 12.5 }]
    : [];

const scenarioRows = (frame: Frame, tasks: readonly Row[], resources: readonly Row[]): Row[] => {
  const { draw } = frame;
  // A row that is use alone must not become a supply.
  const alone = (row: Row): boolean => resources.filter((other) => other['Resource'] === row['Resource']).length === 1;
  const changes = [
    ...resources
      .filter((row) => row['Available'] !== undefined && alone(row))
      .map((row) => ({
        Parameter: addressOf('Resources', String(row['Resource']), '*', 'Available'),
        Op: 'set',
        Value: draw.of([0, 25, 4000]),
      })),
    ...tasks.map((row) => ({ Parameter: addressOf('Tasks', String(row['ID']), 'Duration'), Op: '+', Value: 1 })),
    ...tasks
      .filter((row) => row['Cost'] !== undefined)
      .map((row) => ({
        Parameter: addressOf('Tasks', String(row['ID']), 'Cost'),
        Op: '+',
        Value: draw.whole(0, 9000),
      })),
  ];
  if (changes.length === 0 || draw.chance(40)) return [];
  return Array.from({ length: draw.whole(1, 2) }, () => ({ Scenario: 'Otherwise', ...draw.of(changes) }));
};

/** Workbooks of one family of value realisation. */
export const valueWorkbooks = (family: ValueFamily): fc.Arbitrary<PlainTable[]> =>
  drawn((draw) => {
    const frame = smallFrame(draw, family);
    const technologies = technologyRows(frame);
    const prices = priceRows(frame);
    const names = waveNames(frame);
    const [tasks, tests] = [taskRows(frame, names), testRows(frame)];
    const waves = waveRows(frame, names, tasks);
    const resources = resourceRows(frame, tasks, tests.length > 0);
    return [
      ...tableOf('BIM_Model', frame.settings),
      ...tableWithYears(frame, 'BIM_Population', populationOf(frame)),
      ...tableWithYears(frame, 'BIM_Technologies', adoptionOf(frame, technologies)),
      ...tableOf('BIM_Persistence', persistenceRows(frame, technologies)),
      ...uptakeOf(frame),
      ...tableWithYears(frame, 'BIM_Prices', prices),
      ...tableWithYears(frame, 'BIM_Costs', [
        ...settledCosts(frame, family, ITEMS.slice(0, prices.length)),
        ...agreedCosts(frame).map((row) =>
          family.accounting === 'stock' && row['Per'] === 'start' ? { ...row, Per: 'patient-year' } : row,
        ),
        ...implementation(frame),
      ]),
      ...tableOf('BIM_Agreements', agreementRows(frame)),
      ...tableOf('BIM_Tests', tests),
      ...tableOf('BIM_Tasks', tasks),
      ...tableOf('BIM_Waves', waves),
      ...tableWithYears(frame, 'BIM_Resources', resources),
      ...tableOf('BIM_Outcomes', outcomeRows(frame)),
      ...tableOf('BIM_Scenarios', scenarioRows(frame, tasks, resources)),
    ];
  });
