/**
 * Uptake as typed or by a curve, row by row of BIM_Uptake. A typed year wins over the curve; without a curve a
 * blank year repeats the one before. Curves are 0 in a baseline year.
 */
import type { Given, UptakeRow } from '../assumptions';
import { axis, link, type Axis, type Link } from '../graph/axis';
import {
  cases,
  constant,
  equal,
  max,
  min,
  one,
  position,
  select,
  sum,
  zero,
  type Expression,
} from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { CURVES } from '../uptake';
import { repeated, typedYears } from './series';
import { uptakeRowFor, type Structure } from './structure';

/** The row whose curve a row follows (its own, or by analogue another's), and the rows whose speeds multiply on the way. */
interface Followed {
  readonly row: number;
  readonly speeds: readonly number[];
}

function followed(rows: readonly UptakeRow[], index: number, seen: readonly number[] = []): Followed {
  const row = rows[index];
  const { analogue } = row ?? {};
  if (row?.curve !== 'analogue' || !analogue || seen.includes(index)) return { row: index, speeds: [] };
  const target = uptakeRowFor(rows, row.world, row.subgroup, analogue);
  if (target < 0) return { row: index, speeds: [] };
  const further = followed(rows, target, [...seen, index]);
  return { row: further.row, speeds: [index, ...further.speeds] };
}

/** Shares (or numbers of patients) by row of BIM_Uptake and year. [uptake row, year] */
export function uptake(model: Model, structure: Structure): Quantity {
  const { year, uptakeRow, assumptions, baseline } = structure;
  const rows = assumptions.uptake;
  const paths = rows.map((_, index) => followed(rows, index));
  const { typed, isTyped } = typedYears(
    model,
    'Uptake',
    '1',
    uptakeRow,
    year,
    rows.map((row) => row.years),
    rows.map((row) => row.places),
  );
  const pick = (name: string, of: (row: UptakeRow) => Given | null): Quantity =>
    model.input(`Curve ${name}`, '1', [uptakeRow], rows.map(of), new Exact(name === 'P2' ? 1 : 0));
  const parameters = {
    p1: pick('P1', (row) => row.p1),
    p2: pick('P2', (row) => row.p2),
    p3: pick('P3', (row) => row.p3),
    p4: pick('P4', (row) => row.p4),
  };
  const source = link(
    'row whose curve is followed',
    uptakeRow,
    uptakeRow,
    paths.map((path) => path.row),
  );
  const offset = constant(baseline ? 1 : 0);
  const time = model.quantity(
    'Curve time',
    '1',
    [uptakeRow, year],
    () => speeded(paths, uptakeRow, parameters.p2, position(year).minus(offset)),
    { source: 'workbook contract, analogue' },
  );
  const adoption: Quantity = model.quantity(
    'Bass adoption',
    '1',
    [uptakeRow, year],
    () =>
      bassDiscrete(adoption, year, baseline, {
        p: parameters.p2,
        q: parameters.p3,
      }),
    { source: 'Bass, Management Science 1969;15:215–227' },
  );
  const curve = model.quantity(
    'Uptake by curve',
    '1',
    [uptakeRow, year],
    () => {
      const at = {
        t: time,
        calendar: time.plus(constant(assumptions.model.firstYear - 1)),
        p1: parameters.p1.via(source),
        p2: parameters.p2.via(source),
        p3: parameters.p3.via(source),
        p4: parameters.p4.via(source),
      };
      const branches = Object.fromEntries(CURVES.map((known) => [known.name, known.share(at)]));
      const byRow = cases(uptakeRow, (row) => formOf(rows, row, paths[row]?.row ?? row), {
        ...branches,
        'bass discrete': at.p1.times(adoption),
        typed: interpolated(made.via(source), time, year, offset),
        analogue: zero(),
      });
      return baseline
        ? cases(year, (period) => (period === 0 ? 'baseline' : 'later'), { baseline: zero(), later: byRow })
        : byRow;
    },
    { source: 'workbook contract, BIM_Uptake' },
  );
  const made: Quantity = model.quantity(
    'Uptake',
    '1',
    [uptakeRow, year],
    () =>
      select(
        equal(isTyped, one),
        typed,
        cases(uptakeRow, (row) => (rows[row]?.curve ? 'curve' : 'repeated'), {
          curve,
          repeated: repeated(made, { typed, isTyped }, year, baseline, '1'),
        }),
      ),
    { source: 'workbook contract, BIM_Uptake' },
  );
  return made;
}

/** Which formula a row's curve takes; an analogue follows a closed curve exactly, anything else along straight lines. */
function formOf(rows: readonly UptakeRow[], row: number, target: number): string {
  const followedRow = rows[target];
  const closed = CURVES.some((known) => known.name === followedRow?.curve);
  if (target === row) return followedRow?.curve ?? 'analogue';
  return closed && followedRow?.years.size === 0 ? (followedRow.curve ?? 'typed') : 'typed';
}

/** Time since launch, faster or slower by the speeds of the analogues on the way. */
function speeded(paths: readonly Followed[], rows: Axis, speed: Quantity, time: Expression): Expression {
  const longest = Math.max(0, ...paths.map((path) => path.speeds.length));
  let result = time;
  for (let hop = 0; hop < longest; hop += 1) {
    const via: Link = link(
      `speed ${String(hop + 1)}`,
      rows,
      rows,
      paths.map((path) => path.speeds[hop] ?? -1),
    );
    const before = result;
    result = cases(rows, (row) => ((paths[row]?.speeds.length ?? 0) > hop ? 'analogue' : 'own'), {
      analogue: before.times(speed.via(via)),
      own: before,
    });
  }
  return result;
}

/** Cumulative adoption by the recursion F(t) = F(t−1) + (p + q F(t−1)) (1 − F(t−1)), F(0) = 0. */
function bassDiscrete(
  adoption: Quantity,
  year: Axis,
  baseline: boolean,
  { p, q }: { p: Expression; q: Expression },
): Expression {
  const start = baseline ? 1 : 0;
  const before = adoption.previous(year);
  return cases(year, (period) => (period < start ? 'baseline' : period === start ? 'first' : 'later'), {
    baseline: zero(),
    first: p,
    later: before.plus(p.plus(q.times(before)).times(one.minus(before))),
  });
}

/** Typed values read between years along straight lines: from 0 at the launch, level after the last year. */
function interpolated(typed: Quantity, time: Expression, year: Axis, offset: Expression): Expression {
  const point = axis('year of the analogue', year.members);
  const sameYear = link(
    'year of the analogue',
    point,
    year,
    year.members.map((_, index) => index),
  );
  const there = position(point).minus(offset);
  const at = min(time, constant(year.size).minus(offset));
  const gap = max(at.minus(there), there.minus(at));
  return sum(typed.via(sameYear).times(max(zero(), one.minus(gap))), point);
}
