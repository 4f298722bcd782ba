/** A verification in words: the lead sentence, a line a family, and what was planted. */
import type { Family } from './check';
import type { Lamp, Verification } from './verify';

/** Families in the order in which they are shown. */
export const FAMILIES: readonly Family[] = [
  'Zero and identity',
  'Symmetry',
  'Scale',
  'Direction',
  'Conservation',
  'Time',
  'Traceability',
  'Uncertainty',
  'Delivery',
];

export const countOf = (lamps: readonly Pick<Lamp, 'verdict'>[], verdict: Lamp['verdict']): number =>
  lamps.filter((lamp) => lamp.verdict === verdict).length;

const number = (count: number): string => (count === 1 ? 'One' : String(count));

/** "69 of 72 checks hold. One does not, two do not apply here." */
export function verdictSaid({ lamps }: Pick<Verification, 'lamps'>): string {
  const [holds, fails, apart] = (['holds', 'fails', 'does not apply'] as const).map((verdict) =>
    countOf(lamps, verdict),
  );
  const applying = `${String(holds)} of ${String((holds ?? 0) + (fails ?? 0))} checks hold`;
  const failing = fails ? `${number(fails)} ${fails === 1 ? 'does' : 'do'} not` : 'None fails';
  return `${applying}. ${failing}; ${String(apart)} ${apart === 1 ? 'does' : 'do'} not apply here.`;
}

/** The lamps of a family, read out: "Traceability: 10 of 11 hold." */
export function familySaid(lamps: readonly Lamp[], family: Family): string {
  const mine = lamps.filter((lamp) => lamp.family === family && lamp.verdict !== 'does not apply');
  return mine.length === 0
    ? `${family}: none applies.`
    : `${family}: ${String(countOf(mine, 'holds'))} of ${String(mine.length)} hold.`;
}

/** How many planted mistakes were noticed: "32 mistakes were planted in a copy of the model, one at a time. The checks noticed 31." */
export function plantedSaid({ planted }: Pick<Verification, 'planted'>): string {
  const real = planted.filter((each) => each.outcome !== 'no effect');
  if (real.length === 0) return 'No mistake was planted.';
  const noticed = real.filter((each) => each.outcome === 'noticed').length;
  return `${String(real.length)} mistakes were planted in a copy of the model, one at a time. The checks noticed ${String(noticed)}.`;
}

/** The smallest counter-example: "1 year, 1 subgroup, 2 technologies, 1 cost". */
export function smallestSaid({ smallest }: Lamp): string {
  if (!smallest) return 'the model as it is';
  const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
  return [
    counted(smallest.years, 'year', 'years'),
    counted(smallest.subgroups, 'subgroup', 'subgroups'),
    counted(smallest.technologies, 'technology', 'technologies'),
    counted(smallest.costRows, 'cost', 'costs'),
  ].join(', ');
}
