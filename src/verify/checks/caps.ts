/** Check 72: agreements at their ends. */
import type { Assumptions } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import { valuesOf, years, type Run } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { added, below, costOf, unlike, type Figures } from '../compare';
import { booked } from '../facts';
import { isAcquisition } from '../../engine/model/acquisition';

/** What is paid for medicines in both worlds. */
const paid = (run: Run): Figures =>
  [0, 1].flatMap((world) =>
    added(
      run,
      booked(run)
        .filter((of) => of.world === world && of.row && isAcquisition(of.category))
        .map((of) => of.values),
    ),
  );

const grossOf = (run: Run): Figures =>
  [0, 1].flatMap((world) =>
    added(
      run,
      run.of.costs.lines.flatMap((line, index) =>
        line.world === world && isAcquisition(line.cost.category)
          ? [valuesOf(run, run.of.costs.gross, [index], years(run))]
          : [],
      ),
    ),
  );

/** Every cap out of reach. */
const uncapped = (of: Assumptions): Assumptions => ({
  ...of,
  agreements: of.agreements.map((row) => ({
    ...row,
    threshold: row.type === 'spend cap' ? { value: new Exact('1e18'), at: row.at, parameter: '' } : row.threshold,
    p1: row.type === 'dose cap' ? { value: new Exact('1e12'), at: row.at, parameter: '' } : row.p1,
  })),
});

const ADDS: ReadonlySet<string> = new Set(['subscription', 'blend', 'annuity']);

export const caps: Check = {
  number: 72,
  family: 'Delivery',
  name: 'No agreement pays back more than was paid, and a cap out of reach does nothing',
  why: 'A refund larger than the price is a mistake in the terms, or in the sums.',
  judge: ({ assumptions, run, rerun }) => {
    needs(assumptions.agreements.length > 0, 'there is no agreement');
    const none = rerun({ ...assumptions, agreements: [] });
    const at = assumptions.agreements[0]?.at ?? null;
    const lagged = assumptions.agreements.some((row) => row.lag !== null || ADDS.has(row.type));
    const before = grossOf(none);
    needs(
      before.every((value) => !value.isNegative()),
      'an acquisition cost is below 0',
    );
    if (!lagged) {
      const over = below(
        'what is paid set between nothing and the price before agreements',
        [
          { name: 'paid', expected: before.map(() => new Exact(0)), got: paid(run) },
          { name: 'price before agreements', expected: paid(run), got: grossOf(run) },
        ],
        at,
      );
      if (over) return over;
    }
    if (!assumptions.agreements.every((row) => row.type === 'spend cap' || row.type === 'dose cap')) return null;
    return unlike(
      'every cap set out of reach',
      [{ name: 'cost of both worlds', expected: costOf(none), got: costOf(rerun(uncapped(assumptions))) }],
      { at },
    );
  },
};
