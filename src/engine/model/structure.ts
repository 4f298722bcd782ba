/**
 * Structure: which years, subgroups, technologies, funnels and rows a model has, as axes and the links between
 * them. It looks at what is there, never at how large it is: the same structure serves every scenario and draw.
 */
import type { Assumptions, PopulationRow, Stream, TechnologyRow, UptakeRow, World } from '../assumptions';
import { axis, link, periodAxis, type Axis, type Link } from '../graph/axis';

export const WORLDS: readonly World[] = ['without', 'with'];
/** The plan as it is delivered: a world beside the typed ones where a workbook holds value realisation. */
export const DELIVERED = 'delivered';
/** The typed world whose rows hold in a world: what is delivered follows the plan. */
export const typedWorld = (world: number): World => WORLDS[world] ?? 'with';

/** One funnel step of a subgroup and stream: the row of BIM_Population it comes from. */
export interface FunnelStep {
  readonly row: number;
  readonly funnel: number;
  readonly step: PopulationRow;
  readonly first: boolean;
}
export interface Funnel {
  readonly subgroup: number;
  readonly stream: Stream;
  readonly lastStep: number;
}
/** A technology in a subgroup that takes part in the comparison. */
export interface Arm {
  readonly subgroup: number;
  readonly technology: number;
  readonly role: TechnologyRow['role'];
  readonly accounting: TechnologyRow['accounting'];
  /** Index of the row of BIM_Uptake by world; -1 where none applies. */
  readonly row: Readonly<Record<World, number>>;
}

export interface Structure {
  readonly assumptions: Assumptions;
  readonly year: Axis;
  readonly baseline: boolean;
  readonly world: Axis;
  readonly subgroup: Axis;
  readonly technology: Axis;
  readonly populationRow: Axis;
  readonly step: Axis;
  readonly funnel: Axis;
  readonly uptakeRow: Axis;
  readonly arm: Axis;
  readonly steps: readonly FunnelStep[];
  readonly funnels: readonly Funnel[];
  readonly arms: readonly Arm[];
}

export const ALL = 'All';
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
export const isAll = (key: string): boolean => key === '' || sameName(key, ALL);

/** A name for each member that is shown, told apart by a number where two are alike. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  });
}

/** Subgroups in order of appearance; one called All where no row names one. */
function subgroupsOf(rows: readonly PopulationRow[]): readonly string[] {
  const named = rows.map((row) => row.subgroup).filter((name) => !isAll(name));
  const unique = named.filter((name, index) => named.findIndex((other) => sameName(other, name)) === index);
  return unique.length > 0 || rows.length === 0 ? unique : [ALL];
}

/** Rows of a subgroup's funnels, in table order: its own, and those for all unless it has the same step. */
function rowsOf(subgroup: string, rows: readonly PopulationRow[]): readonly number[] {
  const own = (row: PopulationRow): boolean => sameName(row.subgroup, subgroup);
  const streamsMeet = (a: PopulationRow, b: PopulationRow): boolean =>
    a.stream === null || b.stream === null || a.stream === b.stream;
  const replaced = (row: PopulationRow): boolean =>
    rows.some((other) => own(other) && sameName(other.step, row.step) && streamsMeet(other, row));
  return rows.flatMap((row, index) =>
    own(row) || (isAll(row.subgroup) && (isAll(subgroup) || !replaced(row))) ? [index] : [],
  );
}

/** The funnels of one subgroup: one for each stream that starts with a count. */
function funnelsOf(
  subgroup: string,
  rows: readonly PopulationRow[],
): readonly { stream: Stream; rows: readonly number[] }[] {
  const mine = rowsOf(subgroup, rows);
  const counts = mine.flatMap((index) => (rows[index]?.op === 'count' ? [rows[index].stream ?? 'prevalent'] : []));
  return [...new Set<Stream>(counts)].map((stream) => ({
    stream,
    rows: mine.filter((index) => {
      const row = rows[index];
      return row !== undefined && (row.stream ?? (row.op === 'count' ? 'prevalent' : stream)) === stream;
    }),
  }));
}

/** The row of a technology in a world and subgroup, else that for all subgroups; -1 where there is none. */
export function uptakeRowFor(rows: readonly UptakeRow[], world: World, subgroup: string, technology: string): number {
  const found = (at: (key: string) => boolean): number =>
    rows.findIndex((row) => row.world === world && sameName(row.technology, technology) && at(row.subgroup));
  const own = found((key) => sameName(key, subgroup));
  return own >= 0 ? own : found(isAll);
}

function armsOf(assumptions: Assumptions, subgroups: readonly string[]): readonly Arm[] {
  const { uptake, technologies } = assumptions;
  return subgroups.flatMap((name, subgroup) => {
    const arms = technologies.map((row, technology): Arm => ({
      subgroup,
      technology,
      role: row.role,
      accounting: row.accounting,
      row: {
        without: uptakeRowFor(uptake, 'without', name, row.technology),
        with: uptakeRowFor(uptake, 'with', name, row.technology),
      },
    }));
    return arms.some((arm) => arm.row.without >= 0 || arm.row.with >= 0) ? arms : [];
  });
}

/** Technologies to the subgroup they treat; a Role of none treats nobody. */
export const treating = ({ arm, arms, subgroup }: Structure): Link =>
  link(
    'technologies that treat',
    arm,
    subgroup,
    arms.map((at) => (at.role === 'none' ? -1 : at.subgroup)),
  );

/** Lays out a model's axes. */
export function structureOf(assumptions: Assumptions): Structure {
  const { model, population, technologies, uptake } = assumptions;
  const start = model.firstYear - (model.baselineYear ? 1 : 0);
  const periods = Array.from({ length: model.years + (model.baselineYear ? 1 : 0) }, (_, n) => String(start + n));
  const names = subgroupsOf(population);
  const steps: FunnelStep[] = [];
  const funnels: Funnel[] = [];
  names.forEach((name, subgroup) => {
    for (const { stream, rows } of funnelsOf(name, population)) {
      rows.forEach((row, index) => {
        const step = population[row];
        if (step) steps.push({ row, funnel: funnels.length, step, first: index === 0 });
      });
      funnels.push({ subgroup, stream, lastStep: steps.length - 1 });
    }
  });
  const arms = armsOf(assumptions, names);
  const made = {
    year: periodAxis('year', periods),
    world: axis('world', assumptions.realisation ? [...WORLDS, DELIVERED] : WORLDS),
    subgroup: axis('subgroup', names),
    technology: axis(
      'technology',
      technologies.map((row) => row.technology),
    ),
    populationRow: axis('population row', distinct(population.map((row) => `${row.subgroup} · ${row.step}`))),
    funnel: axis(
      'funnel',
      funnels.map((funnel) => `${names[funnel.subgroup] ?? ''} · ${funnel.stream}`),
    ),
    step: axis(
      'funnel step',
      distinct(
        steps.map(({ funnel, step }) => {
          const { subgroup, stream } = funnels[funnel] ?? { subgroup: 0, stream: 'prevalent' };
          return `${names[subgroup] ?? ''} · ${stream} · ${step.step}`;
        }),
      ),
    ),
    uptakeRow: axis('uptake row', distinct(uptake.map((row) => `${row.world} · ${row.subgroup} · ${row.technology}`))),
    arm: axis(
      'arm',
      arms.map((arm) => `${names[arm.subgroup] ?? ''} · ${technologies[arm.technology]?.technology ?? ''}`),
    ),
  };
  made.step.belongsTo(
    made.populationRow,
    steps.map(({ row }) => row),
  );
  made.step.belongsTo(
    made.funnel,
    steps.map(({ funnel }) => funnel),
  );
  made.funnel.belongsTo(
    made.subgroup,
    funnels.map(({ subgroup }) => subgroup),
  );
  made.arm.belongsTo(
    made.subgroup,
    arms.map(({ subgroup }) => subgroup),
  );
  made.arm.belongsTo(
    made.technology,
    arms.map(({ technology }) => technology),
  );
  return { assumptions, baseline: model.baselineYear, steps, funnels, arms, ...made };
}
