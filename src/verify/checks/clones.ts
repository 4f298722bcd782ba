/** Check 6: one technology split in two. */
import type { Assumptions } from '../../engine/assumptions';
import type { Run } from '../../engine/figures';
import { sameName } from '../../engine/model/structure';
import { typedShares } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts, needsFractions, needsStock } from '../conditions';

const CLONE = 'A clone, for a check';
/** Rows that are charged once for a technology, and not for its people. */
const BESIDE: ReadonlySet<string> = new Set(['year', 'eligible', 'step']);

function split(run: Run, name: string): Assumptions {
  const of = typedShares(run);
  const is = (row: { readonly technology: string }): boolean => sameName(row.technology, name);
  const again = <R extends { readonly technology: string }>(rows: readonly R[]): readonly R[] =>
    rows.flatMap((row) => (is(row) ? [row, { ...row, technology: CLONE }] : [row]));
  const part = (by: string, technology: string) =>
    of.uptake.filter(is).map((row) => ({
      ...row,
      technology,
      years: new Map([...row.years].map(([year, given]) => [year, { ...given, value: given.value.times(by) }])),
    }));
  return {
    ...of,
    technologies: again(of.technologies),
    persistence: again(of.persistence),
    regimens: again(of.regimens),
    costs: of.costs.flatMap((row) => (is(row) && !BESIDE.has(row.per) ? [row, { ...row, technology: CLONE }] : [row])),
    uptake: [...of.uptake.filter((row) => !is(row)), ...part('0.25', name), ...part('0.75', CLONE)],
  };
}

export const clones: Check = {
  number: 6,
  family: 'Zero and identity',
  name: 'A technology split into two clones changes nothing',
  why: 'Figures that move depend on how many rows there are, not on what is in them.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsFractions(assumptions);
    needsStock(assumptions);
    const named = assumptions.technologies.find(
      (row) =>
        row.role !== 'none' &&
        !assumptions.agreements.some(
          (deal) =>
            deal.technology === '' || sameName(deal.technology, row.technology) || sameName(deal.technology, 'All'),
        ),
    );
    needs(named !== undefined, 'every technology has an agreement of its own');
    const made = rerun(split(run, named.technology));
    return unlike(
      `${named.technology} split into two, a quarter and three quarters`,
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }],
      { scale: costOf(run), at: named.at },
    );
  },
};
