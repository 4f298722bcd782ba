/** Patients typed in BIM_Uptake beyond those who are eligible: counted up to the eligible, and said. */
import type { Decimal } from 'decimal.js';
import type { Finding } from './finding';
import { years, type Run } from './figures';
import { shareKind } from './model/shares';
import { WORLDS } from './model/structure';

const shown = (people: Decimal): string => people.toSignificantDigits(12).toFixed();

/** One notice for each row, with the first year in which it has more patients than there are. */
export function moreThanEligible(run: Run): readonly Finding[] {
  const { model, structure, patients } = run.of;
  const uptake = model.find('Uptake');
  if (!uptake) return [];
  const said = new Set<number>();
  return WORLDS.flatMap((world, w) =>
    structure.arms.flatMap((arm): readonly Finding[] => {
      const index = arm.row[world];
      const row = structure.assumptions.uptake[index];
      if (!row || said.has(index) || shareKind(structure, arm, world) !== 'patients') return [];
      const typed = (period: number): Decimal => run.exact.at(uptake, [index, period]);
      const eligible = (period: number): Decimal => run.exact.at(patients.eligible, [w, arm.subgroup, period]);
      const period = years(run).find((each) => typed(each).gt(eligible(each)));
      if (period === undefined) return [];
      said.add(index);
      const where = `${structure.subgroup.members[arm.subgroup] ?? ''}, ${structure.year.members[period] ?? ''}`;
      return [
        {
          severity: 'notice',
          code: 'more-than-eligible',
          at: row.years.get(period)?.at ?? row.at,
          message: `${row.technology} (${world}) is typed for ${shown(typed(period))} patients; ${shown(eligible(period))} are eligible (${where}).`,
          remedy: 'Only the eligible are counted. Look at the funnel, or type fewer.',
        },
      ];
    }),
  );
}
