/** What may launch, and when: three launch dates, their chances, and what each would bring by year. BIM_Horizon. */
import type { Decimal } from 'decimal.js';
import type { Given } from '../given';
import { axis, type Axis } from '../graph/axis';
import { atMost, cases, constant, one, select, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { HorizonRow, Register } from '../horizon-assumptions';
import { distinct, type Structure } from '../model/structure';
import { aYear, calendarYear, yearsAlone } from '../model/years-alone';
import { Exact } from '../readings/decimals';
import { chanceOf, figure } from './chances';

/** Sure of its date, or one of three with 1/6, 4/6, 1/6: Earliest and Latest go together. */
type Kind = 'launch' | 'earliest' | 'likely' | 'latest';
export interface LaunchDate {
  readonly item: number;
  readonly kind: Kind;
}

export interface Launches {
  readonly rows: readonly HorizonRow[];
  readonly item: Axis;
  readonly date: Axis;
  readonly dates: readonly LaunchDate[];
  /** Of being approved and funded. [item] */
  readonly chance: Quantity;
  /** [item] */
  readonly never: Quantity;
  /** [date] */
  readonly dateChance: Quantity;
  /** If nothing else launches. [date, year], patient-years */
  readonly patients: Quantity;
  /** The same in money, less what they displace. [date, year] */
  readonly cost: Quantity;
}

const source = 'workbook contract, BIM_Horizon';

export function launches(model: Model, structure: Structure, register: Register): Launches {
  const rows = register.items;
  const item = axis('technology that is coming', distinct(rows.map((row) => row.technology)));
  const dates = rows.flatMap((row, n): readonly LaunchDate[] =>
    row.earliest
      ? [
          { item: n, kind: 'earliest' },
          { item: n, kind: 'likely' },
          { item: n, kind: 'latest' },
        ]
      : [{ item: n, kind: 'launch' }],
  );
  const date = axis(
    'launch date',
    dates.map((at) => `${item.members[at.item] ?? ''}: ${at.kind}`),
  );
  date.belongsTo(
    item,
    dates.map((at) => at.item),
  );
  const chance = chanceOf(model, register, item);
  const never = model.quantity('Chance that it does not launch', '1', [item], () => one.minus(chance), { source });
  const sixths = (of: number): Expression => chance.times(constant(of)).over(constant(6));
  const dateChance = model.quantity(
    'Chance of the launch date',
    '1',
    [date],
    () =>
      cases(date, (n) => dates[n]?.kind ?? 'launch', {
        launch: chance,
        earliest: chance.over(constant(6)),
        likely: sixths(4),
        latest: chance.over(constant(6)),
      }),
    { source },
  );
  const patients = patientsOf(model, structure, { rows, item, date, dates });
  return {
    rows,
    item,
    date,
    dates,
    chance,
    never,
    dateChance,
    patients,
    cost: costOf(model, structure, rows, item, date, patients),
  };
}

/** Eligible × peak uptake × [G(y + 1 − L) − G(y − L)]: a straight ramp, averaged over the year. */
function patientsOf(
  model: Model,
  structure: Structure,
  { rows, item, date, dates }: Pick<Launches, 'rows' | 'item' | 'date' | 'dates'>,
): Quantity {
  const { year } = structure;
  const typed = (name: string, unit: string, of: (row: HorizonRow) => Given | null, blank?: Decimal): Quantity =>
    figure(model, name, unit, item, rows.map(of), blank);
  const likely = typed('Launch', 'year', (row) => row.launch);
  const earliest = typed('Launch, earliest', 'year', (row) => row.earliest);
  const latest = typed('Launch, latest', 'year', (row) => row.latest);
  const eligible = typed('People eligible for what is coming', 'person', (row) => row.eligible);
  const peak = typed('Peak uptake', '1', (row) => row.peakUptake);
  const toPeak = typed('Years to peak', 'year', (row) => row.yearsToPeak, new Exact(1));
  const launch = model.quantity(
    'Launch date',
    'year',
    [date],
    () => cases(date, (n) => dates[n]?.kind ?? 'launch', { launch: likely, likely, earliest, latest }),
    { source },
  );
  const since = model.quantity(
    'Years since launch, at the end of the year',
    'year',
    [date, year],
    () => calendarYear(structure).plus(aYear).minus(launch),
    { source },
  );
  const before = model.quantity(
    'Years since launch, at its beginning',
    'year',
    [date, year],
    () => since.minus(aYear),
    { source },
  );
  const ramp = (name: string, x: Quantity): Quantity =>
    model.quantity(
      name,
      'year',
      [date, year],
      () =>
        select(
          atMost(x, zero()),
          zero(),
          select(atMost(x, toPeak), x.times(x).over(toPeak.times(constant(2))), x.minus(toPeak.over(constant(2)))),
        ),
      { source, meaning: 'years at peak uptake that a straight ramp has come to' },
    );
  const [reached, held] = [ramp('Ramp to the end of the year', since), ramp('Ramp to its beginning', before)];
  return model.quantity(
    'Patients if it launches then',
    'person',
    [date, year],
    () => yearsAlone(structure, eligible.times(peak).times(reached.minus(held)).over(aYear)),
    { source, meaning: 'if nothing else of its group launches' },
  );
}

function costOf(
  model: Model,
  { year, assumptions }: Structure,
  rows: readonly HorizonRow[],
  item: Axis,
  date: Axis,
  patients: Quantity,
): Quantity {
  const money = assumptions.model.currency;
  const net = figure(
    model,
    'Net cost per patient',
    `${money}/person`,
    item,
    rows.map((row) => row.netCost),
  );
  const displaced = figure(
    model,
    'Cost displaced per patient',
    `${money}/person`,
    item,
    rows.map((row) => row.displacedCost),
  );
  return model.quantity('Cost if it launches then', money, [date, year], () => patients.times(net.minus(displaced)), {
    source,
  });
}
