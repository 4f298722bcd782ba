/** Check 50: rows that move nothing. */
import type { Decimal } from 'decimal.js';
import type { Assumptions, Given, Row } from '../../engine/assumptions';
import type { Run } from '../../engine/figures';
import type { Block } from '../../engine/graph/quantity';
import { isAll, sameName } from '../../engine/model/structure';
import { ExactRun } from '../../engine/readings/exact';
import type { Check, Failure } from '../check';
import { needsSubjects } from '../conditions';
import { givensOf } from '../givens';

/** Rows that are nudged, spread over the workbook; those that reach no quantity at all are always found. */
const MOST = 80;

interface Seat {
  readonly block: Block;
  readonly cell: number;
}

/** Where in the model each number of the user stands. */
function seatsOf({ of }: Run): ReadonlyMap<string, readonly Seat[]> {
  const seats = new Map<string, Seat[]>();
  for (const { block } of of.model.quantities)
    block.input?.given.forEach((given, cell) => {
      if (!given || block.input?.structural) return;
      const key = placeKey(given);
      seats.set(key, [...(seats.get(key) ?? []), { block, cell }]);
    });
  return seats;
}

const placeKey = ({ at, parameter }: Given): string => `${at.sheet} ${at.cell} ${parameter}`;

/** Everything that a row could move, in one list. */
const figures = ({ of }: Run, exact: ExactRun): readonly Decimal[] =>
  [
    of.impact.discountedByYear,
    of.ledger.amount,
    of.onTechnology,
    of.population.people,
    of.patients.eligible,
    of.impact.total,
  ].flatMap((quantity) => exact.block(quantity));

/** Whether any figure moves when the numbers of a row are nudged, one after the other. */
function movesSomething(run: Run, exact: ExactRun, before: readonly Decimal[], seats: readonly Seat[]): boolean {
  return seats.some(({ block, cell }) => {
    const typed = block.input?.values ?? [];
    // Up and down: what stands at a bound moves one way alone.
    const moved = ['1.01', '0.9'].some((by) => {
      const nudged = typed.map((value, n) => (n === cell ? value.times(by).plus('0.001') : value));
      exact.replace(new Map([[block, nudged]]));
      return figures(run, exact).some((value, n) => !value.eq(before[n] ?? 0));
    });
    exact.replace(new Map([[block, typed]]));
    return moved;
  });
}

/** Rows of the tables that a budget impact is computed from; of several packs the dearer ones may never be bought. */
const rowsOf = (of: Assumptions): readonly Row[] => [
  ...of.population,
  ...of.uptake,
  ...of.displacement,
  ...of.costs,
  ...of.regimens,
  ...of.agreements,
  ...of.tests,
];

/** Whether a row is about a technology that nobody takes as typed, while a scenario may bring it in. */
function asleep(run: Run, row: Row, scenarios: boolean): boolean {
  const { arms, technology, year } = run.of.structure;
  const taken = (name: string): boolean =>
    arms.some(
      (arm, index) =>
        sameName(technology.members[arm.technology] ?? '', name) &&
        [0, 1].some((world) =>
          year.members.some((_, period) => !run.exact.at(run.of.onTechnology, [world, index, period]).isZero()),
        ),
    );
  const named = Object.entries(row).flatMap(([key, value]: [string, unknown]) =>
    (key === 'technology' || key === 'displaced') && typeof value === 'string' && !isAll(value) ? [value] : [],
  );
  return scenarios && named.some((name) => !taken(name));
}

const dead = (row: Row): Failure => ({
  changed: `every number of ${row.address}, one after the other`,
  expected: 'some figure moves',
  got: 'none does: another row stands in its place, or it holds for nobody, or for years outside the model',
  at: row.at,
});

export const deadInputs: Check = {
  number: 50,
  family: 'Traceability',
  name: 'Every row that is read moves a figure',
  why: 'A row that changes nothing is one that its author believes is counted.',
  ofFormulas: true,
  judge: ({ assumptions, run, source }) => {
    needsSubjects(run);
    const seats = seatsOf(run);
    const mine = (row: Row): readonly Seat[] => givensOf(row).flatMap((given) => seats.get(placeKey(given)) ?? []);
    const scenarios = (source?.reading.scenarios.length ?? 0) > 0;
    const rows = rowsOf(assumptions).filter((row) => givensOf(row).length > 0 && !asleep(run, row, scenarios));
    const unread = rows.find((row) => mine(row).length === 0);
    if (unread) return dead(unread);
    const step = Math.max(1, Math.ceil(rows.length / MOST));
    const exact = new ExactRun();
    const before = figures(run, exact);
    const idle = rows.filter((_, n) => n % step === 0).find((row) => !movesSomething(run, exact, before, mine(row)));
    return idle ? dead(idle) : null;
  },
};
