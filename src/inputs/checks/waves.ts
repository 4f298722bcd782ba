/** Waves: shares that sum to 1 at most, sites where they are needed, and technologies that have a queue. */
import type { Finding } from '../../engine/finding';
import type { WaveRow } from '../../engine/realisation-assumptions';
import { Exact } from '../../engine/readings/decimals';
import { folded } from '../labels';
import { cellName, error, notice } from '../said';
import { at, called, where, type Check, type Seen } from './check';

/** The waves of a technology: its own row of a wave stands in place of the one for all. */
function wavesOf(rows: readonly WaveRow[], technology: string): readonly WaveRow[] {
  const own = rows.filter((row) => folded(row.technology) === folded(technology));
  const names = new Set(own.map((row) => folded(row.wave)));
  return rows.filter((row) => own.includes(row) || (row.technology === '' && !names.has(folded(row.wave))));
}

const newTechnologies = ({ assumptions }: Seen): readonly string[] =>
  assumptions.technologies.filter(({ role }) => role === 'new').map(({ technology }) => technology);

/** Everybody is treated once: shares of patients sum to 1 at most. */
function aboveOne(seen: Seen, rows: readonly WaveRow[], technology: string): readonly Finding[] {
  let sum = new Exact(0);
  for (const row of rows) {
    if (row.share) sum = sum.plus(row.share.value);
    if (row.share && sum.gt('1.000000001'))
      return [
        error(
          'shares-above-one',
          row.share.at,
          `Shares of patients of the waves of ${technology} sum to ${sum.toString()} at ${called(seen, row)}.`,
          'They sum to 1 at most; a rest is never served.',
        ),
      ];
  }
  return [];
}

/** With neither shares nor sites nobody knows which wave has which patients. */
function unparted(seen: Seen, rows: readonly WaveRow[], technology: string): readonly Finding[] {
  const blank = rows.filter((row) => row.share === null);
  const [first] = blank;
  if (rows.length < 2 || !first || blank.some((row) => row.sites?.value.gt(0) === true)) return [];
  return [
    error(
      'blank',
      at(seen, first, 'Share of patients'),
      `${called(seen, first)} has neither Sites nor a Share of patients of ${technology}.`,
      'Type how many sites each wave has, or its share.',
    ),
  ];
}

function checkRow(seen: Seen, row: WaveRow): readonly Finding[] {
  const technology = seen.assumptions.technologies.find((held) => folded(held.technology) === folded(row.technology));
  const broken = seen.entryOf(row)?.cells.get('Sites')?.kind === 'broken';
  const name = called(seen, row);
  if (row.sites === null && row.startsPerSite !== null)
    return where(!broken, () =>
      error('blank', at(seen, row, 'Sites'), `${cellName('Sites', name)} is blank.`, 'Starts per site needs it.'),
    );
  return [
    ...where(!broken && (row.sites === null || row.sites.value.isZero()), () =>
      notice('no-sites', at(seen, row, 'Sites'), `${name} has no sites.`, 'They do not limit its starts.'),
    ),
    ...(technology && technology.role !== 'new'
      ? [
          notice(
            'unused-row',
            at(seen, row, 'Technology'),
            `${name} is for ${technology.technology}, whose Role is ${technology.role}: nobody waits for it.`,
            'Waves hold back new technologies; the row is not used.',
          ),
        ]
      : []),
  ];
}

export const waves: Check = (seen) => {
  const rows = seen.assumptions.realisation?.waves ?? [];
  const sets = newTechnologies(seen).map((technology) => [technology, wavesOf(rows, technology)] as const);
  const told = new Set<string>();
  const once = (finding: Finding): boolean => {
    const key = `${finding.code} ${finding.at?.cell ?? ''}`;
    return !told.has(key) && told.add(key).has(key);
  };
  return [
    ...rows.flatMap((row) => checkRow(seen, row)),
    ...sets
      .flatMap(([technology, mine]) => [...aboveOne(seen, mine, technology), ...unparted(seen, mine, technology)])
      .filter(once),
  ];
};
