/** Funnels: each starts with one count, values fit their Op, and prevalent people cannot be followed as cohorts. */
import type { PopulationRow, Stream } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { error, notice, quoted } from '../said';
import { at, isShare, outside, valuesOf, type Check, type Seen } from './check';

/** The rows that make up one subgroup's funnel of one stream, in table order. */
export function funnelRows(rows: readonly PopulationRow[], subgroup: string, stream: Stream): readonly PopulationRow[] {
  const own = (row: PopulationRow): boolean => folded(row.subgroup) === folded(subgroup);
  const replaced = (row: PopulationRow): boolean =>
    !own(row) &&
    rows.some(
      (other) =>
        own(other) &&
        folded(other.step) === folded(row.step) &&
        (other.stream === row.stream || other.stream === null || row.stream === null),
    );
  return rows.filter(
    (row) =>
      (own(row) || (isAll(row.subgroup) && !replaced(row))) &&
      (row.stream ?? (row.op === 'count' ? 'prevalent' : stream)) === stream,
  );
}

/** The streams of a subgroup: those its rows name, else prevalent. */
export function streamsOf(rows: readonly PopulationRow[], subgroup: string): readonly Stream[] {
  const mine = rows.filter((row) => folded(row.subgroup) === folded(subgroup) || isAll(row.subgroup));
  const named = [...new Set(mine.flatMap((row) => (row.stream ? [row.stream] : [])))];
  const blankCount = mine.some((row) => row.stream === null && row.op === 'count');
  return named.length === 0 || blankCount ? [...new Set<Stream>(['prevalent', ...named])] : named;
}

function checkFunnel(seen: Seen, rows: readonly PopulationRow[], subgroup: string, stream: Stream): readonly Finding[] {
  const funnel = funnelRows(rows, subgroup, stream);
  const [first, ...rest] = funnel;
  if (!first) return [];
  const starts =
    first.op === 'count'
      ? []
      : [
          error(
            'no-count',
            at(seen, first, 'Op'),
            `The ${stream} funnel of ${subgroup} starts with ${quoted(first.op)}, step ${first.step}.`,
            'Start it with a count of people.',
          ),
        ];
  const again = rest
    .filter((row) => row.op === 'count')
    .map((row) =>
      error(
        'second-count',
        at(seen, row, 'Op'),
        `The ${stream} funnel of ${subgroup} counts a second time, at step ${row.step}.`,
        'Add people with +, or give the count a Stream or Subgroup of its own.',
      ),
    );
  return [...starts, ...again];
}

const wanted: Readonly<Record<PopulationRow['op'], string>> = {
  count: 'a number of people, from 0 up',
  x: 'a factor, from 0 up',
  leave: 'a share from 0 to 1',
  '+': 'a number',
  '-': 'a number',
};

function checkValues(seen: Seen, row: PopulationRow): readonly Finding[] {
  const values = valuesOf(row.value);
  if (row.op === '+' || row.op === '-') return [];
  return outside(seen, row, values, row.op === 'leave' ? isShare : (value) => value.gte(0), wanted[row.op]);
}

/** A bolus enters once, in year 1 (and in a baseline year that ends): later years of its count are not read. */
function laterBolus(seen: Seen, row: PopulationRow): readonly Finding[] {
  if (row.stream !== 'bolus' || row.op !== 'count') return [];
  const last = seen.horizon.baseline ? 1 : 0;
  const later = [...row.value.years].find(([year, given]) => year > last && !given.value.isZero());
  return later
    ? [
        notice(
          'unused-year',
          later[1].at,
          `A bolus enters once: what ${row.step} holds after year 1 is not used.`,
          'Set its Stream to incident where people enter every year.',
        ),
      ]
    : [];
}

/** A step that leaves more people than came: visits or episodes, or a per cent typed as a whole number. */
function widens(row: PopulationRow): readonly Finding[] {
  const [wide] = row.op === 'x' ? valuesOf(row.value).filter(({ value }) => value.gt(1)) : [];
  return wide
    ? [
        notice(
          'funnel-widens',
          wide.at,
          `Step ${row.step} multiplies people by ${wide.value.toString()}, so the funnel widens.`,
          'A per cent is typed as a fraction: 5 % is 0.05.',
        ),
      ]
    : [];
}

/** Subgroups as the engine sees them: those named, else one called All. */
export function subgroupsOf(rows: readonly PopulationRow[]): readonly string[] {
  const named = [
    ...new Map(rows.filter((row) => !isAll(row.subgroup)).map((row) => [folded(row.subgroup), row.subgroup])).values(),
  ];
  return named.length > 0 ? named : ['All'];
}

/** Cohorts need people who enter: a prevalent funnel has none. */
function checkCohorts(seen: Seen): readonly Finding[] {
  const { population, technologies, uptake } = seen.assumptions;
  return technologies
    .filter((row) => row.accounting === 'cohort')
    .flatMap((technology) => {
      const used = uptake.filter((row) => folded(row.technology) === folded(technology.technology));
      const where = subgroupsOf(population).filter(
        (subgroup) =>
          used.some((row) => isAll(row.subgroup) || folded(row.subgroup) === folded(subgroup)) &&
          streamsOf(population, subgroup).includes('prevalent'),
      );
      return where.length === 0
        ? []
        : [
            error(
              'prevalent-cohort',
              at(seen, technology, 'Accounting'),
              `${technology.technology} is followed by cohorts, and ${where.join(', ')} ${where.length === 1 ? 'has' : 'have'} a prevalent funnel.`,
              'Set the Stream of the funnel to incident, bolus or pool, or the Accounting to stock.',
            ),
          ];
    });
}

/** Subgroups that no row of BIM_Uptake reaches. */
function idleSubgroups(seen: Seen): readonly Finding[] {
  const { population, uptake } = seen.assumptions;
  if (uptake.length === 0 || uptake.some((row) => isAll(row.subgroup))) return [];
  return subgroupsOf(population)
    .filter((name) => !uptake.some((row) => folded(row.subgroup) === folded(name)))
    .map((name) =>
      notice(
        'subgroup-without-uptake',
        population.find((row) => folded(row.subgroup) === folded(name))?.at ?? null,
        `Subgroup ${name} has no row in BIM_Uptake.`,
        'It is counted, and takes no part in the comparison.',
      ),
    );
}

export const population: Check = (seen) => {
  const rows = seen.assumptions.population;
  const ofAll = subgroupsOf(rows).flatMap((subgroup) =>
    streamsOf(rows, subgroup).flatMap((stream) => checkFunnel(seen, rows, subgroup, stream)),
  );
  const once = [...new Map(ofAll.map((finding) => [`${finding.code} ${finding.at?.cell ?? ''}`, finding])).values()];
  return [
    ...rows.flatMap((row) => [...checkValues(seen, row), ...laterBolus(seen, row), ...widens(row)]),
    ...once,
    ...checkCohorts(seen),
    ...idleSubgroups(seen),
  ];
};
