/** The point of a plane that lies nearest to nothing, within bounds. */
import { square } from '../elementary';

/**
 * The shortest move with Σ slope × move = rest, each within its bounds (which hold 0). A coordinate that would leave its
 * bounds stands at them, and the others make up for it: exact, since the move grows with its multiplier. Null: out of reach.
 */
export function nearestOnPlane(
  slopes: readonly number[],
  rest: number,
  bounds: readonly (readonly [low: number, high: number])[],
): readonly number[] | null {
  const held = new Map<number, number>();
  for (let round = 0; round <= slopes.length; round += 1) {
    const free = slopes.map((_, n) => n).filter((n) => !held.has(n));
    const squares = free.reduce((sum, n) => sum + square(slopes[n] ?? 0), 0);
    const left = [...held].reduce((sum, [n, move]) => sum - (slopes[n] ?? 0) * move, rest);
    if (squares === 0) return null;
    const multiplier = left / squares;
    const moves = slopes.map((slope, n) => held.get(n) ?? slope * multiplier);
    const out = free.filter((n) => {
      const [low, high] = bounds[n] ?? [0, 0];
      return (moves[n] ?? 0) < low || (moves[n] ?? 0) > high;
    });
    if (out.length === 0) return moves;
    for (const n of out) {
      const [low, high] = bounds[n] ?? [0, 0];
      held.set(n, Math.min(high, Math.max(low, moves[n] ?? 0)));
    }
  }
  return null;
}
