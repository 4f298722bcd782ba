/** Figures of a run that several checks compare: people by arm, and the ledger's amounts by what they belong to. */
import { valuesOf, years, type Run } from '../engine/figures';
import type { CostRow } from '../engine/assumptions';
import { isAll, sameName } from '../engine/model/structure';
import { added, type Compared, type Figures, minus } from './compare';

/** Whether the model's payer pays it. */
export function counted({ of }: Run, payer: string): boolean {
  const mine = of.structure.assumptions.model.payer;
  return isAll(mine) || payer === '' || sameName(payer, mine);
}

/** One amount of the ledger, with the row of BIM_Costs that it comes from (null: a test). */
export interface Booked {
  readonly world: number;
  readonly subgroup: number;
  readonly technology: number;
  readonly category: string;
  readonly payer: string;
  readonly row: CostRow | null;
  readonly values: Figures;
}

/** The ledger of the two typed worlds, entry by entry. */
export function booked(run: Run): readonly Booked[] {
  const { ledger, costs } = run.of;
  return ledger.entries.flatMap((entry, index): readonly Booked[] =>
    entry.world > 1
      ? []
      : [
          {
            ...entry,
            row: entry.kind === 'cost' ? (costs.lines[entry.at]?.cost ?? null) : null,
            values: valuesOf(run, ledger.amount, [index], years(run)),
          },
        ],
  );
}

/** Amounts of world with less those of world without, of the entries that `which` names and the model's payer pays. */
export function impactFrom(run: Run, which: (of: Booked) => boolean): Figures {
  const chosen = booked(run).filter((of) => which(of) && counted(run, of.payer));
  const total = (world: number): Figures =>
    added(
      run,
      chosen.filter((of) => of.world === world).map((of) => of.values),
    );
  return minus(total(1), total(0));
}

/** The impact of fixed sums, which follow no patient. */
export const fixedImpact = (run: Run): Figures => impactFrom(run, ({ row }) => row?.per === 'year');

/** People on each technology, by world and arm, in the order of the arms. */
export function peopleOf(run: Run): readonly (Compared & { readonly world: number; readonly arm: number })[] {
  return [0, 1].flatMap((world) =>
    run.of.structure.arm.members.map((name, arm) => {
      const values = valuesOf(run, run.of.onTechnology, [world, arm], years(run));
      return {
        name: `patients on ${name} (${world === 0 ? 'without' : 'with'})`,
        world,
        arm,
        expected: values,
        got: values,
      };
    }),
  );
}

/** People of one run beside those of another with the same arms. */
export const peopleBeside = (expected: Run, got: Run): readonly Compared[] => {
  const other = peopleOf(got);
  return peopleOf(expected).map((of, n) => ({ name: of.name, expected: of.expected, got: other[n]?.got ?? [] }));
};

/** Eligible people by world and subgroup. */
export const eligibleOf = (run: Run): readonly Figures[] =>
  [0, 1].flatMap((world) =>
    run.of.structure.subgroup.members.map((_, subgroup) =>
      valuesOf(run, run.of.patients.eligible, [world, subgroup], years(run)),
    ),
  );
