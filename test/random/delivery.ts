/** Random BIM_Tasks, BIM_Waves, BIM_Resources and BIM_Outcomes. */
import type { Draw, Row } from './draw';
import type { Frame } from './frame';

const TASKS = ['A', 'B 2', 'go-live', 'A1', 'x;y'];
const WAVES = ['first', 'Second wave', '3'];
/** The test that a resource may be used by. */
export const TESTED = 'Scan';

const quoted = (id: string): string => (/[;]/.test(id) ? `'${id}'` : id);

const lagOf = (draw: Draw): string =>
  draw.chance(50) ? '' : `${draw.of(['+', '-', ' + '])}${String(draw.decimal(0, 3, 1))}${draw.of(['d', 'w', 'm'])}`;

const linkOf = (draw: Draw, id: string): string =>
  `${quoted(id)}${draw.of(['', ' FS', ' SS', ' FF', ' SF'])}${lagOf(draw)}`;

/** Up to four tasks; each may follow earlier ones. */
export const taskRows = ({ draw }: Frame, waves: readonly string[]): Row[] => {
  const ids = draw.shuffled(TASKS).slice(0, draw.whole(0, 4));
  const rows = ids.map((ID, i): Row => {
    const before = ids.slice(0, i).filter(() => draw.chance(45));
    return {
      ID,
      Duration: draw.chance(10) ? 0 : draw.decimal(0.5, 9, 1),
      Unit: draw.of([null, 'month', 'week', 'weeks', 'working day']),
      After: before.length === 0 ? null : before.map((id) => linkOf(draw, id)).join('; '),
      'Not before': draw.chance(20) ? draw.decimal(0, 4, 1) : null,
      Wave: waves.length > 0 && draw.chance(50) ? draw.of(waves) : null,
      Opens: draw.chance(30) ? draw.of(POOLS) : null,
      ...(draw.chance(50) ? { Cost: draw.whole(0, 90000) } : {}),
    };
  });
  return draw.shuffled(rows);
};

/** One to three waves, or none. */
export const waveNames = ({ draw }: Frame): string[] => WAVES.slice(0, draw.of([0, 0, 1, 2, 3]));

/** Shares typed, in part or wholly, or in proportion to sites. */
export const waveRows = ({ draw }: Frame, names: readonly string[], tasks: readonly Row[]): Row[] => {
  const typed = draw.chance(50);
  const shares = draw.parts(names.length + 1, 100);
  const limited = draw.chance(50);
  return names.map((Wave, i) => ({
    Wave,
    Sites: draw.whole(1, 20),
    ...(typed && (i === 0 || draw.chance(70)) ? { 'Share of patients': shares[i] ?? 0 } : {}),
    ...(limited && draw.chance(80) ? { 'Starts per site': draw.decimal(0.5, 40, 1) } : {}),
    ...(draw.chance(40) ? { 'Live after': liveAfter(draw, tasks) } : {}),
  }));
};

const liveAfter = (draw: Draw, tasks: readonly Row[]): string | number => {
  const task = tasks.length > 0 ? draw.of(tasks) : undefined;
  if (task === undefined || draw.chance(40)) return draw.whole(1, 14);
  return `${quoted(String(task['ID']))}${draw.chance(50) ? '+0.5m' : ''}`;
};

const POOLS = ['Clinic/slots', 'Nurses', 'Money', 'constructor'];

const staffing = (draw: Draw): Row => ({
  Available: draw.whole(0, 30),
  Yield: draw.whole(1, 40),
  Attrition: draw.chance(50) ? draw.decimal(0, 0.1, 2) : null,
  Trainers: draw.whole(0, 4),
  'Class size': draw.whole(1, 8),
  Sessions: draw.of([1, 2, 0.5]),
  Target: draw.chance(60) ? draw.whole(20, 90) : null,
  'Become trainers': draw.chance(30) ? draw.decimal(0, 0.1, 2) : null,
});

const supplying = (draw: Draw): Row => ({
  Available: draw.of([0, 10, 50, 300, 1000]) + draw.whole(0, 40),
  Period: draw.of([null, 'month', 'year', 'week']),
  Carry: draw.chance(30) ? draw.of(['no', 'forward', 'year']) : null,
});

/** A pool: a first row with supply and use, perhaps a later supply, perhaps a subgroup's own use. */
const poolRows = (frame: Frame, tasks: readonly Row[], Resource: string, tested: boolean): Row[] => {
  const { draw, technologies, subgroups, firstYear, years } = frame;
  const fresh = technologies.filter(({ role }) => role === 'new').map(({ name }) => name);
  const Kind =
    Resource === 'Nurses' ? 'staff' : Resource === 'Money' ? 'budget' : draw.of(['service', 'attention', 'supply']);
  const taking = (): Row => ({
    'Per start': draw.decimal(0.1, 3, 1),
    'Per follow-up': draw.chance(40) ? draw.decimal(0, 0.2, 2) : null,
  });
  const Technology = draw.chance(50) ? draw.of(fresh) : null;
  const first: Row = {
    Resource,
    Kind,
    ...(Kind === 'staff' ? staffing(draw) : supplying(draw)),
    ...taking(),
    Technology,
    'Cost per unit': draw.chance(40) ? draw.whole(10, 900) : null,
    Dimension: draw.chance(15) ? draw.of(['resources', 'process', 'attention']) : null,
    ...(tested && draw.chance(50) ? { Test: TESTED } : {}),
  };
  // A later supply begins after the first, which begins with the first year.
  const task = draw.chance(50) ? tasks.find((row) => Number(row['Duration']) > 0) : undefined;
  const month = draw.whole(2, 12);
  const From =
    task === undefined
      ? draw.of([month, years > 1 ? firstYear + draw.whole(1, years - 1) : month])
      : quoted(String(task['ID']));
  const later: Row = { Resource, Available: draw.whole(0, 400), From };
  const own: Row = { Resource, ...taking(), Technology: draw.of(fresh), Subgroup: draw.of(subgroups) };
  return [first, ...(Kind !== 'staff' && draw.chance(40) ? [later] : []), ...(draw.chance(30) ? [own] : [])];
};

/** Pools; a task may open them. */
export const resourceRows = (frame: Frame, tasks: readonly Row[], tested: boolean): Row[] =>
  frame.draw
    .shuffled(POOLS)
    .slice(0, frame.draw.of([0, 1, 1, 2, 3]))
    .flatMap((name) => poolRows(frame, tasks, name, tested));

/** At least one outcome; a subgroup's own row may stand in place of another's. */
export const outcomeRows = (frame: Frame): Row[] => {
  const { draw, technologies, subgroups, payers } = frame;
  const rows = Array.from({ length: draw.whole(1, 4) }, (_, i) => {
    const Class = draw.of(['cash-releasing', 'non-cash-releasing', 'health', 'societal']);
    return {
      Technology: draw.chance(15) ? draw.of(['', 'All']) : draw.of(technologies).name,
      Subgroup: draw.chance(30) ? draw.of(subgroups) : draw.of(['', 'All']),
      Benefit: i === 0 ? 'Life/years' : `Hours ${String(i)}`,
      Class,
      Quantity: draw.decimal(-1, 5, 2),
      Per: draw.chance(15) ? 'year' : draw.of(['patient-year', 'patient-year', 'year since start', 'start']),
      'Lag months': draw.chance(40) ? draw.whole(1, 9) : null,
      'Ramp months': draw.chance(40) ? draw.whole(1, 14) : null,
      'Unit value': Class === 'health' && draw.chance(60) ? null : draw.whole(0, 900),
      Realised: draw.chance(50) ? draw.decimal(0, 1, 2) : null,
      'Optimism bias': draw.chance(40) ? draw.decimal(0, 0.5, 2) : null,
      Payer: payers.length > 0 && draw.chance(40) ? draw.of(payers) : null,
    };
  });
  const [first] = rows;
  if (first === undefined || !['', 'All'].includes(first.Subgroup) || draw.chance(60)) return rows;
  // Another row of the same benefit, which may name the technology where the first names none.
  return [
    ...rows,
    {
      ...first,
      ...(['', 'All'].includes(first.Technology) ? { Technology: draw.of(technologies).name } : {}),
      ...(['', 'All'].includes(first.Technology) && draw.chance(50) ? {} : { Subgroup: draw.of(subgroups) }),
      Quantity: draw.decimal(0, 9, 1),
      'Lag months': draw.whole(0, 3),
    },
  ];
};
