/** Uptake: what each curve needs, shares within 0 and 1, analogues without circles, displacement between worlds. */
import type { CurveName, DisplacementRow, Given, UptakeRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll, nearest } from '../labels';
import { cellName, error, notice, quoted, rowName, warning } from '../said';
import { at, called, isShare, needed, outside, where, type Check, type Seen } from './check';
import { subgroupsOf } from './population';

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

/** Parameters of a row without a curve are not used. */
function unusedParameters(seen: Seen, row: UptakeRow): readonly Finding[] {
  const [first] = held(row, ['p1', 'p2', 'p3', 'p4']);
  return first && seen.entryOf(row)?.cells.has('Curve') === false
    ? [notice('unused-parameter', first.at, `${called(seen, row)} has parameters and no Curve.`, 'They are not used.')]
    : [];
}

/** P1 may name a technology, but only for an analogue. */
function wordInP1(seen: Seen, row: UptakeRow): readonly Finding[] {
  const cell = seen.entryOf(row)?.cells.get('P1');
  if (row.curve === null || row.curve === 'analogue' || cell?.kind !== 'text') return [];
  const name = cellName('P1', called(seen, row));
  return [
    error(
      'text-in-number',
      at(seen, row, 'P1'),
      `${name} is text: ${quoted(cell.text)}.`,
      `Curve ${row.curve} needs a number; an analogue needs Curve analogue.`,
    ),
  ];
}

function checkCurve(seen: Seen, row: UptakeRow): readonly Finding[] {
  if (row.curve === null) return unusedParameters(seen, row);
  const { needs, above, from } = CURVES[row.curve];
  const word = wordInP1(seen, row);
  const parts = needs.filter((parameter) => parameter !== 'p1' || word.length === 0);
  const columns = Object.fromEntries(parts.map((parameter) => [parameter.toUpperCase(), row[parameter]]));
  return [
    ...word,
    ...needed(seen, row, `Curve ${row.curve}`, columns),
    ...outside(seen, row, held(row, above), (value) => value.gt(0), 'a number above 0'),
    ...outside(seen, row, held(row, from), (value) => value.gte(0), 'a number from 0 up'),
    ...outside(
      seen,
      row,
      row.curve.startsWith('bass') ? held(row, ['p2']) : [],
      (value) => value.lte(1),
      'a share of innovators from 0 to 1',
    ),
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

/** The rows an analogue leads to, itself first; it ends with the row itself where analogues run in a circle. */
function pathOf(rows: readonly UptakeRow[], row: UptakeRow): readonly UptakeRow[] {
  const path = [row];
  for (let last = row; last.curve === 'analogue';) {
    const next = followed(rows, last);
    if (next === null) return path;
    path.push(next);
    if (path.indexOf(next) < path.length - 1) return path;
    last = next;
  }
  return path;
}

/** An analogue names a technology that has a row in its world, and does not lead back to itself. */
function checkAnalogue(seen: Seen, row: UptakeRow): readonly Finding[] {
  if (row.curve !== 'analogue' || seen.entryOf(row)?.cells.get('P1')?.kind === 'broken') return [];
  const { uptake: rows } = seen.assumptions;
  const place = at(seen, row, 'P1');
  const name = cellName('P1', called(seen, row));
  const analogue = row.analogue ?? '';
  if (analogue === '')
    return [error('blank', place, `${name} is blank.`, 'Curve analogue needs the Technology whose row is followed.')];
  const path = pathOf(rows, row);
  if (path.length > 1) {
    const circle = path.map((each) => each.technology).join(' → ');
    return path.at(-1) === row
      ? [
          error(
            'analogue-circle',
            place,
            `Analogues run in a circle: ${circle}.`,
            'Give one of them a curve of its own.',
          ),
        ]
      : [];
  }
  return [unknownAnalogue(seen, row, analogue)];
}

function unknownAnalogue(seen: Seen, row: UptakeRow, analogue: string): Finding {
  const others = seen.assumptions.uptake.map((other) => other.technology).filter((other) => other !== analogue);
  const meant = nearest(analogue, others);
  const message = `${cellName('P1', called(seen, row))} is ${quoted(analogue)}, which has no row in BIM_Uptake in the world ${row.world}.`;
  const remedy =
    meant === null ? 'Name a technology that has a row in the same world.' : `${quoted(meant)} is probably meant.`;
  return error('unknown-name', at(seen, row, 'P1'), message, remedy);
}

/** New technologies displace, others are displaced. */
function checkRoles(seen: Seen, row: DisplacementRow): readonly Finding[] {
  const role = (name: string) =>
    seen.assumptions.technologies.find((each) => folded(each.technology) === folded(name))?.role;
  const taker = role(row.technology);
  return [
    ...where(taker === 'current' || taker === 'none', () =>
      error(
        'displacement-role',
        at(seen, row, 'Technology'),
        `${row.technology} is not a new technology, so it displaces none.`,
        'Name a technology of Role new, or change its Role.',
      ),
    ),
    ...where(role(row.displaced) === 'new', () =>
      error(
        'displacement-role',
        at(seen, row, 'Displaced'),
        `${row.displaced} is a new technology, so it is not displaced.`,
        'Name a technology of Role current or none.',
      ),
    ),
  ];
}

/** What one new technology takes from others adds up to 1. */
function checkSum(seen: Seen, rows: readonly DisplacementRow[]): readonly Finding[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  const sum = rest.reduce((total, row) => total.plus(row.share.value), first.share.value);
  return where(sum.minus(1).abs().gt('1e-9'), () =>
    warning(
      'displacement-sum',
      at(seen, first, 'Share'),
      `The shares that ${first.technology} takes from others add up to ${sum.toString()}.`,
      'They should add up to 1, or the shares of the world with do not.',
    ),
  );
}

/** Rows for a technology that is typed in the world with do nothing: it has what is typed. */
function unusedRow(seen: Seen, row: DisplacementRow): readonly Finding[] {
  const typed = seen.assumptions.uptake.some(
    (other) =>
      other.world === 'with' &&
      (isAll(other.subgroup) || subgroupsOf(seen.assumptions.population).length === 1) &&
      folded(other.technology) === folded(row.displaced),
  );
  return where(typed, () =>
    notice(
      'unused-displacement',
      at(seen, row, 'Displaced'),
      `${row.displaced} has a row in the world with, so nothing is displaced from it.`,
      'Clear its row of BIM_Uptake where it is to give way.',
    ),
  );
}

function checkDisplacement(seen: Seen): readonly Finding[] {
  const { displacement: rows } = seen.assumptions;
  const takers = [...new Set(rows.map((row) => folded(row.technology)))];
  return [
    ...rows.flatMap((row) => [...checkRoles(seen, row), ...unusedRow(seen, row)]),
    ...takers.flatMap((taker) =>
      checkSum(
        seen,
        rows.filter((row) => folded(row.technology) === taker),
      ),
    ),
  ];
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
