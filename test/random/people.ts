/** Random BIM_Population, BIM_Technologies, BIM_Uptake and BIM_Displacement. */
import type { PlainTable } from '../second/sheet';
import { byYear, tableWithYears } from './frame';
import type { Frame } from './frame';
import { tableOf } from './draw';
import type { Row } from './draw';

/** The first step of every funnel. */
export const FIRST_STEP = 'People';
const STEPS = ['Diagnosed', 'Treated', 'Willing', 'Reached'];

const stepRow = (frame: Frame, subgroup: string, step: string): Row => {
  const { draw } = frame;
  const Op = draw.of(['x', 'x', 'x', '+', '-', 'leave']);
  const value =
    Op === 'x'
      ? () => draw.decimal(0.2, 1, 2)
      : Op === 'leave'
        ? () => draw.decimal(0, 0.3, 2)
        : () => draw.whole(0, 5);
  return { Subgroup: subgroup, Step: step, Op, ...byYear(frame, 'Base', value, Op === '+') };
};

/** Counts first, then steps in any order: some for `All`, some of one subgroup, some in place of an `All` row. */
export const populationOf = (frame: Frame): Row[] => {
  const { draw, subgroups } = frame;
  const counts = subgroups.flatMap((Subgroup) =>
    (frame.streams.get(Subgroup) ?? ['']).map((stream) => ({
      Subgroup,
      Step: FIRST_STEP,
      Op: 'count',
      ...(stream === '' ? {} : { Stream: stream }),
      ...byYear(frame, 'Base', () => draw.whole(10000, 99999)),
    })),
  );
  const steps = STEPS.slice(0, draw.whole(0, 3)).flatMap((step) => {
    const forAll = draw.chance(40);
    const own = subgroups.filter(() => draw.chance(forAll ? 25 : 60));
    return [
      ...(forAll ? [stepRow(frame, draw.of(['All', '']), step)] : []),
      ...own.map((subgroup) => stepRow(frame, subgroup, step)),
    ];
  });
  return [...counts, ...draw.shuffled(steps)];
};

/** How long a cohort stays. */
const persistenceOf = (frame: Frame): Row => {
  const { draw } = frame;
  switch (draw.of(['all', 'exponential', 'weibull', 'course', 'table'])) {
    case 'exponential':
      return { Persistence: 'exponential', P1: draw.decimal(0.05, 1, 2) };
    case 'weibull':
      return { Persistence: 'weibull', P1: draw.whole(6, 48), P2: draw.decimal(0.5, 2, 1) };
    case 'course':
      return { Persistence: 'course', 'Course months': draw.decimal(1, 30, 1) };
    case 'table':
      return { Persistence: 'table' };
    default:
      return draw.chance(50) ? { Persistence: 'all' } : {};
  }
};

/** Points from month 0 to beyond the last year, never rising. */
export const persistenceRows = (frame: Frame, technologies: readonly Row[]): Row[] =>
  technologies
    .filter((row) => row['Persistence'] === 'table')
    .flatMap(({ Technology = '' }) => {
      const { draw } = frame;
      const Unit = draw.of(['month', 'year', 'months']);
      const last = Unit === 'year' ? 8 : 96;
      const shares = [draw.decimal(0, 0.5, 2), draw.decimal(0.5, 1, 2), 1];
      return [0, draw.whole(1, last - 1), last].map((since) => ({
        Technology,
        'Since start': since,
        Unit,
        'On treatment': shares.pop() ?? 0,
      }));
    });

export const technologyRows = (frame: Frame): Row[] =>
  frame.technologies.map(({ name, role, cohort }) => ({
    Technology: name,
    Role: role,
    ...(cohort ? { Accounting: 'cohort', ...persistenceOf(frame) } : {}),
    ...(frame.draw.chance(30) ? byYear(frame, 'Discontinuation', () => frame.draw.decimal(0, 0.5, 2), false) : {}),
  }));

/** How the shares of a subgroup (or of all) are given. */
type Manner = 'typed' | 'displaced' | 'rows' | 'curves' | 'patients';

/** Typed years: the first, and some that follow. */
const typedYears = (frame: Frame): number[] =>
  Array.from({ length: frame.years }, (_, i) => i + 1).filter((t) => t === 1 || frame.draw.chance(50));

/** Shares by technology and year, as rows of one world. */
const shareRows = (
  frame: Frame,
  World: string,
  Subgroup: string,
  names: readonly string[],
  sum: () => number,
  least = 0,
): Row[] => {
  const { draw, firstYear } = frame;
  const rows = names.map((Technology): Record<string, string | number> => ({ World, Subgroup, Technology }));
  for (const t of typedYears(frame)) {
    const parts = draw.parts(names.length, sum(), least);
    rows.forEach((row, i) => {
      row[String(firstYear + t - 1)] = parts[i] ?? 0;
    });
  }
  return rows;
};

const curveRow = (frame: Frame, Subgroup: string, Technology: string, most: number): Row => {
  const { draw, firstYear, years } = frame;
  const at = (least: number, top: number): number => draw.decimal(least, top, 2);
  const row = { World: 'with', Subgroup, Technology };
  switch (draw.of(['linear', 'logistic', 'gompertz', 'bass', 'bass discrete', 'step'])) {
    case 'linear':
      return { ...row, Curve: 'linear', P1: at(0, most), P2: at(0, most), P3: draw.of([1, 2, 4, 5]) };
    case 'logistic':
      return {
        ...row,
        Curve: 'logistic',
        P1: at(0.01, most),
        P2: at(0, 6),
        P3: at(0.1, 3),
        ...(draw.chance(50) ? { P4: 0 } : {}),
      };
    case 'gompertz':
      return { ...row, Curve: 'gompertz', P1: at(0.01, most), P2: at(0.1, 5), P3: at(0.1, 2) };
    case 'bass':
      return { ...row, Curve: 'bass', P1: at(0.01, most), P2: at(0.01, 0.1), P3: at(0.1, 0.6) };
    case 'bass discrete':
      return { ...row, Curve: 'bass discrete', P1: at(0.01, most), P2: at(0.01, 0.1), P3: at(0.1, 0.6) };
    default:
      return {
        ...row,
        Curve: 'step',
        P1: at(0, most),
        P2: draw.chance(50) ? draw.whole(1, years) : firstYear + draw.whole(0, years - 1),
      };
  }
};

/** Rows of one subgroup in one manner; `typed` names each technology in both worlds, the others leave some out of `with`. */
const uptakeRows = (frame: Frame, Subgroup: string, manner: Manner, leaveNobody: boolean): Row[] => {
  const { draw, technologies, firstYear } = frame;
  const names = technologies.map(({ name }) => name);
  const fresh = technologies.filter(({ role }) => role === 'new').map(({ name }) => name);
  const old = technologies.filter(({ role }) => role !== 'new').map(({ name }) => name);
  const nobody = technologies.find(({ role }) => role === 'none')?.name;
  const hundred = (): number => (frame.normalise ? draw.whole(50, 130) : 100);
  if (manner === 'typed')
    return ['without', 'with'].flatMap((world) => shareRows(frame, world, Subgroup, names, hundred));
  const spoken = leaveNobody ? old.filter((name) => name !== nobody) : old;
  const without = leaveNobody
    ? shareRows(frame, 'without', Subgroup, spoken, () => draw.whole(20, 80), 10)
    : shareRows(frame, 'without', Subgroup, spoken, () => 100, 10);
  // With displacement by rows, a rise of at most 8 % leaves everybody something.
  if (manner === 'rows') return [...without, ...shareRows(frame, 'with', Subgroup, fresh, () => draw.whole(0, 8))];
  if (manner === 'curves')
    return [...without, ...fresh.map((name) => curveRow(frame, Subgroup, name, 0.9 / fresh.length))];
  if (manner === 'patients')
    return [
      ...without,
      ...fresh.map((Technology, i) => ({
        World: 'with',
        Subgroup,
        Technology,
        Unit: 'patients',
        [String(firstYear)]: i === 0 ? draw.whole(0, 30000) : 0,
      })),
    ];
  return [...without, ...shareRows(frame, 'with', Subgroup, fresh, () => draw.whole(0, 100))];
};

/** Shares for all subgroups, some with rows of their own in the same manner; and who displaces whom. */
export const uptakeTables = (frame: Frame): PlainTable[] => {
  const { draw, subgroups, technologies } = frame;
  const fresh = technologies.filter(({ role }) => role === 'new');
  const old = technologies.filter(({ role }) => role !== 'new');
  const manner: Manner =
    frame.exact || fresh.length === 0 || old.length === 0
      ? 'typed'
      : draw.of(['typed', 'displaced', 'rows', 'curves', 'patients']);
  const leaveNobody =
    manner !== 'typed' && old.length > 1 && old.some(({ role }) => role === 'none') && draw.chance(50);
  const forAll = draw.chance(60);
  const own = subgroups.filter(() => draw.chance(forAll ? 25 : 85));
  const rows = [
    ...(forAll || own.length === 0 ? uptakeRows(frame, draw.of(['All', '']), manner, leaveNobody) : []),
    ...own.flatMap((subgroup) => uptakeRows(frame, subgroup, manner, leaveNobody)),
  ];
  const displacement =
    manner !== 'rows'
      ? []
      : fresh
          .filter(() => draw.chance(70))
          .flatMap(({ name }) => {
            const parts = draw.parts(old.length, 100);
            return old.map((other, i) => ({ Technology: name, Displaced: other.name, Share: parts[i] ?? 0 }));
          });
  return [...tableWithYears(frame, 'BIM_Uptake', draw.shuffled(rows)), ...tableOf('BIM_Displacement', displacement)];
};
