/**
 * Potential: the plan with other shares of the new technologies: perfect implementation from the first month, from the
 * first planned year, or at the highest planned share. The others give way by BIM_Displacement, else in proportion to
 * what they lose. Fenwick et al. 2008; value realisation rules, The value of implementation.
 */
import type { Decimal } from 'decimal.js';
import type { Assumptions, UptakeRow } from '../assumptions';
import { membersIn } from '../graph/axis';
import type { Quantity } from '../graph/quantity';
import { budgetImpact, type BudgetImpact } from '../model/budget-impact';
import { shareKind } from '../model/shares';
import { uptakeRow } from '../model/uptake-row';
import { Exact } from '../readings/decimals';
import { ExactRun, type Replacements } from '../readings/exact';
import type { Outcomes } from '../value/outcomes';
import type { ValueRealisation } from '../value/value-realisation';

/** A smaller share than this is nobody: what divisions leave where somebody gives way whole. */
const NOBODY = new Exact('1e-30');

/** A run with other shares. */
export interface Variant {
  readonly of: BudgetImpact;
  readonly value: ValueRealisation;
  readonly exact: ExactRun;
}
/** Shares of one new technology in a subgroup, and how they are to be, by period. `arm`: which it is. */
export type ShareRule = (planned: readonly Decimal[], potential: Decimal, arm: number) => readonly Decimal[];

/** Everybody of the potential, in every period. */
export const throughout: ShareRule = (planned, potential) => planned.map(() => potential);
/** As planned before the first planned start, then the potential. */
export const onceStarted: ShareRule = (planned, potential) => fromFirst(planned, potential);
/** As planned before the first planned start, then the highest planned share. */
export const atItsHighest: ShareRule = (planned) =>
  fromFirst(
    planned,
    planned.reduce((most, share) => (share.gt(most) ? share : most), new Exact(0)),
  );

function fromFirst(planned: readonly Decimal[], then: Decimal): readonly Decimal[] {
  const first = planned.findIndex((share) => share.gt(0));
  return planned.map((share, n) => (first >= 0 && n >= first ? then : share));
}

/** What is changed in the shares of a model takes no value realisation from it. */
export function valueOf({ value }: BudgetImpact): ValueRealisation {
  if (!value) throw new Error('no value realisation');
  return value;
}

/** The model with the shares of the new technologies by a rule, nothing held back. */
export function withShares(of: BudgetImpact, exact: ExactRun, rule: ShareRule): Variant {
  const { assumptions } = of.structure;
  const plan = valueOf(of);
  const uptake = ruledUptake(of, plan, exact, rule);
  const made = budgetImpact({
    ...assumptions,
    uptake,
    realisation: assumptions.realisation && { ...assumptions.realisation, levels: true },
  });
  const variant = { of: made, value: valueOf(made), exact: new ExactRun() };
  variant.exact.replace(nothingDelivered(variant.value));
  othersAsPlanned(variant, { exact, gained: plan.gained });
  return variant;
}

/** A variant is asked for its plan alone: its delivery, by far the longest part, is left at nothing. */
function nothingDelivered({ on, made }: ValueRealisation): Replacements {
  const blocks = [made.starts, on.beginning, on.onTreatment, on.patientMonths].flatMap((of) => (of ? [of.block] : []));
  return new Map(blocks.map((block) => [block, Array.from({ length: block.size }, () => new Exact(0))]));
}

/**
 * The benefits of technologies that are not new stay those of the plan: giving way costs, or saves, but takes no benefits
 * away. A sum by the year that waits for a new technology and for another waits for the other's starts of the plan.
 */
function othersAsPlanned({ of, value, exact }: Variant, plan: { exact: ExactRun; gained: Outcomes }): void {
  const { benefits, counted, planned } = value.gained;
  const keep = (made: Quantity, before: Quantity, isNew: (member: number) => boolean): void => {
    const kept = plan.exact.block(before);
    const figures = exact.block(made).map((figure, cell) => {
      const [, member = -1] = membersIn(made.block.axes, cell);
      return isNew(member) ? figure : (kept[cell] ?? figure);
    });
    exact.replace(new Map([[made.block, figures]]));
  };
  const { arm, arms } = of.structure;
  if (planned.fixed && plan.gained.planned.fixed) {
    const { map } = counted.linkTo(arm);
    keep(planned.fixed.awaited, plan.gained.planned.fixed.awaited, (member) => arms[map[member] ?? -1]?.role === 'new');
  }
  keep(planned.base, plan.gained.planned.base, (member) => benefits[member]?.isNew === true);
}

/** What a variant is worth as planned. */
export const worthOf = ({ value, exact }: Variant): Decimal => exact.at(value.worth.value.planned, []);

/** BIM_Uptake with the shares of the new technologies by a rule. */
export const ruledUptake = (
  of: BudgetImpact,
  value: ValueRealisation,
  exact: ExactRun,
  rule: ShareRule,
): Assumptions['uptake'] => [
  ...of.structure.assumptions.uptake.filter((row) => row.world === 'without'),
  ...ruledRows(of, value, exact, rule),
];

/** The rows of the world with, all typed, after the rule. */
function ruledRows(of: BudgetImpact, value: ValueRealisation, exact: ExactRun, rule: ShareRule): readonly UptakeRow[] {
  const { structure, patients } = of;
  const { arms, year, assumptions, baseline } = structure;
  const periods = year.members.map((_, n) => n).slice(baseline ? 1 : 0);
  const planned = arms.map((_, arm) => periods.map((period) => exact.at(patients.shares.share, [1, arm, period])));
  const isNew = (arm: number): boolean => arms[arm]?.role === 'new';
  const asked = arms.map((arm, index) => {
    const mine = planned[index] ?? [];
    // A technology that a subgroup does not have in the plan has no potential there.
    if (shareKind(structure, arm, 'with') === 'nobody') return mine;
    const potential = assumptions.realisation?.adoption[arm.technology]?.potential?.value ?? new Exact(1);
    return rule(mine, potential, index);
  });
  // Together they treat everybody at most.
  const shared = arms.map(({ subgroup: at }, index) => {
    const beside = arms.flatMap((other, n) => (other.subgroup === at && isNew(n) ? [asked[n] ?? []] : []));
    return (asked[index] ?? []).map((share, n) => {
      const all = beside.reduce((sum, list) => sum.plus(list[n] ?? 0), new Exact(0));
      return isNew(index) && all.gt(1) ? share.div(all) : share;
    });
  });
  const rise = (arm: number, n: number): Decimal => (shared[arm]?.[n] ?? new Exact(0)).minus(planned[arm]?.[n] ?? 0);
  const left = (index: number, period: number, n: number): Decimal =>
    value.care.pairs.reduce(
      (share, pairing, pair) =>
        pairing.to === index
          ? share.minus(rise(pairing.from, n).times(exact.at(value.care.givenUp, [pair, period])))
          : share,
      planned[index]?.[n] ?? new Exact(0),
    );
  const somebody = (share: Decimal): Decimal => (share.abs().lt(NOBODY) ? new Exact(0) : share);
  return arms.map((arm, index) => {
    const share = (period: number, n: number): Decimal =>
      (isNew(index) ? shared[index]?.[n] : somebody(left(index, period, n))) ?? new Exact(0);
    return uptakeRow(structure, arm, 'with', new Map(periods.map((period, n) => [period, share(period, n)])));
  });
}
