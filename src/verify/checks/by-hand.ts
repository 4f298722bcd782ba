/** Check 57: funnel, shares, prices and lines by hand. */
import type { Run } from '../../engine/figures';
import { periodsOf, shareIn, valueIn, type ByHand, type Period } from '../by-hand';
import type { Check, Failure } from '../check';
import { needs } from '../outside';
import { shown } from '../compare';
import { dosesOfLines, linesByHand } from '../lines-by-hand';

const CLOSE = 1e-9;

/** People at each step of the funnels that flow every year. */
function funnel({ of }: Run, period: Period): readonly ByHand[] {
  let people = 0;
  return of.structure.steps.flatMap(({ step, first, funnel: at }, index): readonly ByHand[] => {
    const value = valueIn(step.value, period) ?? 0;
    if (first) people = value;
    else if (step.op === 'x') people *= value;
    else if (step.op === '+') people += value;
    else if (step.op === '-') people -= value;
    else people *= 1 - value;
    const flows = of.structure.funnels[at]?.stream !== 'bolus';
    const typed = step.value.years.get(period.index) ?? step.value.base;
    return flows
      ? [
          {
            name: `people at ${step.step}`,
            quantity: of.population.people,
            members: [index, period.index],
            value: people,
            at: typed?.at ?? step.at,
          },
        ]
      : [];
  });
}

/** The eligible, where they are the ends of the funnels: neither rounded, nor tested, nor drawn from a pool. */
function eligible(run: Run, period: Period): readonly ByHand[] {
  const { structure, patients, population } = run.of;
  const { assumptions, funnels, subgroup } = structure;
  if (assumptions.model.patients.mode !== 'fractional' || assumptions.tests.some((row) => row.gate)) return [];
  return subgroup.members.flatMap((name, group): readonly ByHand[] => {
    const mine = funnels.filter((of) => of.subgroup === group);
    if (mine.some((of) => of.stream === 'pool')) return [];
    const value = mine.reduce(
      (sum, of) => sum + run.exact.at(population.people, [of.lastStep, period.index]).toNumber(),
      0,
    );
    return [0, 1].map((world) => ({
      name: `eligible people of ${name}`,
      quantity: patients.eligible,
      members: [world, group, period.index],
      value,
      at: structure.steps[mine[0]?.lastStep ?? -1]?.step.at ?? null,
    }));
  });
}

/** Patients of arms whose shares are typed or follow a curve. */
function patients(run: Run, period: Period): readonly ByHand[] {
  const { assumptions, arms, arm } = run.of.structure;
  const { model, uptake } = assumptions;
  if (model.patients.mode !== 'fractional' || model.shares === 'normalise') return [];
  return (['without', 'with'] as const).flatMap((world, w) =>
    arms.flatMap((of, index): readonly ByHand[] => {
      const row = uptake[of.row[world]];
      const share = row ? shareIn(row, period, model.firstYear) : null;
      const eligible = run.exact.at(run.of.patients.eligible, [w, of.subgroup, period.index]).toNumber();
      return row && share !== null
        ? [
            {
              name: `patients of ${arm.members[index] ?? ''} (${world})`,
              quantity: run.of.patients.treated,
              members: [w, index, period.index],
              value: row.unit === 'patients' ? Math.min(share, eligible) : eligible * share,
              at: row.years.get(period.index)?.at ?? row.at,
            },
          ]
        : [];
    }),
  );
}

/** Packs through their price build-up. */
function prices({ of }: Run, period: Period): readonly ByHand[] {
  return of.costs.prices.rows.flatMap((row, index): readonly ByHand[] => {
    const list = valueIn(row.listPrice, period);
    if (list === null) return [];
    const rate = (given: typeof row.vat): number => given?.value.toNumber() ?? 0;
    const factory = (list * (1 - rate(row.discount))) / (row.basis === 'reimbursed' ? 1 + rate(row.markUp) : 1);
    const paid = factory * (1 + rate(row.markUp)) * (1 + rate(row.vat)) - factory * rate(row.rebate);
    return [
      {
        name: `price paid of ${row.item}`,
        quantity: of.costs.prices.paid,
        members: [index, period.index],
        value: paid,
        at: row.at,
      },
    ];
  });
}

/** Figures that agree to 1e-9 of the larger; small ones against the whole. */
const agree = (a: number, b: number): boolean => Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b), 1e-6);

function wrong(run: Run, { name, quantity, members, value, at }: ByHand, period: Period): Failure | null {
  const got = run.exact.at(quantity, members);
  return agree(got.toNumber(), value)
    ? null
    : {
        changed: `${name} in year ${String(period.t)} computed by hand`,
        expected: String(Number(value.toPrecision(12))),
        got: shown(got),
        at,
      };
}

export const byHand: Check = {
  number: 57,
  family: 'Traceability',
  name: 'Computed by hand, the funnel, shares, prices and plain costs are the same',
  why: 'A formula that is consistent and wrong passes every other check.',
  judge: ({ assumptions, run }) => {
    needs(run.of.structure.steps.length > 0, 'there is no population');
    for (const period of periodsOf(assumptions))
      for (const each of [
        ...funnel(run, period),
        ...eligible(run, period),
        ...patients(run, period),
        ...prices(run, period),
        ...linesByHand(run, period),
        ...dosesOfLines(run),
      ]) {
        const failure = wrong(run, each, period);
        if (failure) return failure;
      }
    return null;
  },
};
