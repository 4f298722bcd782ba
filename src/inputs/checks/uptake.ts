/** Uptake: what each curve needs, shares within 0 and 1, analogues without circles, displacement between worlds. */
import type { CurveName, Given, UptakeRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll, nearest } from '../labels';
import { cellName, error, notice, quoted, rowName, warning } from '../said';
import { textOf } from '../entry';
import { mixed } from '../field';
import { at, called, isShare, needed, outside, type Check, type Seen } from './check';

type Parameter = 'p1' | 'p2' | 'p3' | 'p4';

/** What each curve is made of: parameters it cannot do without, levels (shares or patients), and numbers above 0. */
const CURVES: Readonly<
  Record<
    CurveName,
    {
      readonly needs: readonly Parameter[];
      readonly levels: readonly Parameter[];
      readonly above: readonly Parameter[];
      readonly from: readonly Parameter[];
    }
  >
> = {
  linear: { needs: ['p1', 'p2', 'p3'], levels: ['p1', 'p2'], above: ['p3'], from: [] },
  logistic: { needs: ['p1', 'p2', 'p3'], levels: ['p1', 'p4'], above: [], from: [] },
  gompertz: { needs: ['p1', 'p2', 'p3'], levels: ['p1'], above: [], from: ['p2', 'p3'] },
  bass: { needs: ['p1', 'p2', 'p3'], levels: ['p1'], above: ['p2'], from: ['p3'] },
  'bass discrete': { needs: ['p1', 'p2', 'p3'], levels: ['p1'], above: [], from: ['p2', 'p3'] },
  step: { needs: ['p1', 'p2'], levels: ['p1'], above: [], from: ['p2'] },
  analogue: { needs: [], levels: [], above: ['p2'], from: [] },
};

const P1 = mixed('P1', '', '', '', '');
const label = (parameter: Parameter): string => parameter.toUpperCase();
const held = (row: UptakeRow, parameters: readonly Parameter[]): readonly Given[] =>
  parameters.flatMap((parameter) => row[parameter] ?? []);

function checkLevels(seen: Seen, row: UptakeRow): readonly Finding[] {
  const levels = [...row.years.values(), ...(row.curve ? held(row, CURVES[row.curve].levels) : [])];
  const weights = row.unit === 'patients' || seen.assumptions.model.shares === 'normalise';
  return outside(
    seen,
    row,
    levels,
    weights ? (value) => value.gte(0) : isShare,
    row.unit === 'patients' ? 'a number of patients, from 0 up' : 'a share from 0 to 1; 20 % is 0.2',
  );
}

function checkCurve(seen: Seen, row: UptakeRow): readonly Finding[] {
  const entry = seen.entryOf(row);
  if (row.curve === null) {
    const unused = entry?.cells.get('Curve') ? [] : held(row, ['p1', 'p2', 'p3', 'p4']);
    return unused[0]
      ? [
          notice(
            'unused-parameter',
            unused[0].at,
            `${called(seen, row)} has parameters and no Curve.`,
            'They are not used.',
          ),
        ]
      : [];
  }
  const { needs, above, from } = CURVES[row.curve];
  const words =
    entry && row.curve !== 'analogue' && entry.cells.get('P1')?.kind === 'text'
      ? [
          error(
            'text-in-number',
            at(seen, row, 'P1'),
            `${cellName('P1', called(seen, row))} is text: ${quoted(textOf(entry, P1))}.`,
            `Curve ${row.curve} needs a number; an analogue needs Curve analogue.`,
          ),
        ]
      : [];
  const blank = needs.filter((parameter) => !(parameter === 'p1' && words.length > 0));
  return [
    ...words,
    ...needed(
      seen,
      row,
      `Curve ${row.curve}`,
      Object.fromEntries(blank.map((parameter) => [label(parameter), row[parameter]])),
    ),
    ...outside(seen, row, held(row, above), (value) => value.gt(0), 'a number above 0'),
    ...outside(seen, row, held(row, from), (value) => value.gte(0), 'a number from 0 up'),
  ];
}

/** The row that an analogue follows, as the engine finds it: same world, own subgroup before All. */
function followed(rows: readonly UptakeRow[], row: UptakeRow): UptakeRow | null {
  const named = rows.filter(
    (other) => other.world === row.world && row.analogue !== null && folded(other.technology) === folded(row.analogue),
  );
  return (
    named.find((other) => folded(other.subgroup) === folded(row.subgroup)) ??
    named.find((other) => isAll(other.subgroup)) ??
    null
  );
}

function checkAnalogue(seen: Seen, row: UptakeRow): readonly Finding[] {
  const { uptake } = seen.assumptions;
  if (row.curve !== 'analogue') return [];
  const place = at(seen, row, 'P1');
  if (row.analogue === null || row.analogue === '')
    return seen.entryOf(row)?.cells.get('P1')?.kind === 'broken'
      ? []
      : [
          error(
            'blank',
            place,
            `${cellName('P1', called(seen, row))} is blank.`,
            'Curve analogue needs the Technology whose row is followed.',
          ),
        ];
  const path = [row];
  for (
    let next = followed(uptake, row);
    next !== null;
    next = next.curve === 'analogue' ? followed(uptake, next) : null
  ) {
    if (next === row)
      return [
        error(
          'analogue-circle',
          place,
          `Analogues run in a circle: ${[...path, row].map((each) => each.technology).join(' → ')}.`,
          'Give one of them a curve of its own.',
        ),
      ];
    if (path.includes(next)) return [];
    path.push(next);
  }
  if (path.length > 1) return [];
  const meant = nearest(
    row.analogue,
    uptake.map((other) => other.technology),
  );
  return [
    error(
      'unknown-name',
      place,
      `${cellName('P1', called(seen, row))} is ${quoted(row.analogue)}, which has no row in BIM_Uptake in the world ${row.world}.`,
      meant !== null && meant !== row.analogue
        ? `${quoted(meant)} is probably meant.`
        : 'Name a technology that has a row in the same world.',
    ),
  ];
}

function checkDisplacement(seen: Seen): readonly Finding[] {
  const { displacement, technologies } = seen.assumptions;
  const role = (name: string): string | undefined =>
    technologies.find((row) => folded(row.technology) === folded(name))?.role;
  const roles = displacement.flatMap((row) => [
    ...(role(row.technology) === 'current' || role(row.technology) === 'none'
      ? [
          error(
            'displacement-role',
            at(seen, row, 'Technology'),
            `${row.technology} is not a new technology, so it displaces none.`,
            'Name a technology of Role new, or change its Role.',
          ),
        ]
      : []),
    ...(role(row.displaced) === 'new'
      ? [
          error(
            'displacement-role',
            at(seen, row, 'Displaced'),
            `${row.displaced} is a new technology, so it is not displaced.`,
            'Name a technology of Role current or none.',
          ),
        ]
      : []),
  ]);
  const sums = [...new Set(displacement.map((row) => folded(row.technology)))].flatMap((name) => {
    const rows = displacement.filter((row) => folded(row.technology) === name);
    const [first, ...rest] = rows;
    if (!first) return [];
    const sum = rest.reduce((total, row) => total.plus(row.share.value), first.share.value);
    return sum.minus(1).abs().lte('1e-9')
      ? []
      : [
          warning(
            'displacement-sum',
            at(seen, first, 'Share'),
            `The shares that ${first.technology} takes from others add up to ${sum.toString()}.`,
            'They should add up to 1, or the shares of the world with do not.',
          ),
        ];
  });
  return [...roles, ...sums];
}

/** Technologies that no row of BIM_Uptake names: nobody has them, unless they are untreated people. */
function idleTechnologies(seen: Seen): readonly Finding[] {
  const { technologies, uptake } = seen.assumptions;
  if (uptake.length === 0 || uptake.some((row) => isAll(row.technology))) return [];
  return technologies
    .filter(
      (row) =>
        row.role !== 'none' &&
        row.technology !== '' &&
        !uptake.some((other) => folded(other.technology) === folded(row.technology)),
    )
    .map((row) => {
      const entry = seen.entryOf(row);
      return notice(
        'technology-without-uptake',
        row.at,
        `${entry ? rowName(entry) : row.technology} has no row in BIM_Uptake.`,
        'Nobody has it in either world.',
      );
    });
}

export const uptake: Check = (seen) => [
  ...seen.assumptions.uptake.flatMap((row) => [
    ...checkLevels(seen, row),
    ...checkCurve(seen, row),
    ...checkAnalogue(seen, row),
  ]),
  ...checkDisplacement(seen),
  ...idleTechnologies(seen),
];
