/** How much of each gate is in use, month by month, and the letter by which the sheet names it. */
import type { GateNamed, Realisation } from '../engine/realisation-results';
import { amount, sum, ZERO, type Amount } from './amounts';
import { gateName, heldAt } from './realised';

/**
 * Starts as a share of what the gate would allow, technologies added; 1 where it lets nobody through who waits. Null
 * where it limits nothing: nobody may start for lack of demand, or all waves are live.
 */
export function gateUse(realisation: Realisation, { gate, at }: GateNamed): readonly (Amount | null)[] {
  const { capacity, starts, live, months } = realisation;
  const rows = capacity.filter((row) => row.gate === gate);
  const held = heldAt(realisation, gate);
  const access = gate === 'access' && at?.table !== 'BIM_Resources';
  return months.map((_, month) => {
    if (access && amount(live[0]?.values[month] ?? '0').eq(1)) return null;
    const used = rows.map((row) => {
      const room = amount(row.values[month] ?? '0');
      const begun = sum(
        starts
          .filter(({ technology }) => technology === row.technology)
          .map(({ values }) => amount(values[month] ?? '0')),
      );
      return room.isZero() ? ZERO : begun.div(room);
    });
    const open = rows.some((row) => !amount(row.values[month] ?? '0').isZero());
    if (!open) return (held[month] ?? ZERO).gt(0) ? amount(1) : null;
    const share = sum(used);
    return share.gt(1) ? amount(1) : share;
  });
}

/** A letter a gate, from its name; digits where the letters run out. */
export function gateLetters(gates: readonly GateNamed[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    gates.map((gate, index) => {
      const letters = gateName(gate).toUpperCase().match(/[A-Z]/g) ?? [];
      const letter = letters.find((each) => !taken.has(each)) ?? String(index + 1);
      taken.add(letter);
      return [gate.gate, letter];
    }),
  );
}
