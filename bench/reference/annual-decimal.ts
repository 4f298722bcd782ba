/** BIM-annual by hand in decimal.js: nested loops, everything that does not change taken out of them. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../../src/engine/readings/decimals';

/** Budget impact by year, and discounted in the last place. */
export function annualByHand(p: readonly number[]): readonly Decimal[] {
  const x = p.map((value) => new Exact(value));
  const at = (i: number): Decimal => x[i] ?? new Exact(0);
  const zero = new Exact(0);
  const one = new Exact(1);
  const funnel = [0, 1, 2].map((s) =>
    at(3 + s)
      .times(at(6 + s))
      .times(at(9 + s))
      .times(at(12 + s))
      .times(at(15 + s)),
  );
  const unit = [0, 1, 2].map((s) =>
    [0, 1, 2, 3, 4].map((k) =>
      at(58 + k)
        .times(at(63 + k))
        .times(at(68 + s)),
    ),
  );
  const hospital = [0, 1, 2].map((s) => [0, 1, 2, 3, 4].map((k) => at(91 + k).times(at(96 + s))));
  const impact: Decimal[] = [];
  let population = at(0);
  let discounted = zero;
  let factor = one;
  for (let y = 0; y < 5; y += 1) {
    if (y > 0) {
      population = population.times(one.plus(at(1)));
      factor = factor.times(one.plus(at(2)));
    }
    const eligible = funnel.map((share) => population.times(share));
    const totals = [0, 1].map((w) => {
      let total = zero;
      const uptake = [1, 2, 3, 4].map((k) => at(18 + 20 * w + 5 * (k - 1) + y));
      const rest = uptake.reduce((left, u) => left.minus(u), one);
      for (let k = 0; k < 5; k += 1) {
        const u = k === 0 ? rest : (uptake[k - 1] ?? zero);
        let [volume, drug, beds] = [zero, zero, zero];
        for (let s = 0; s < 3; s += 1) {
          const n = (eligible[s] ?? zero).times(u);
          volume = volume.plus(n);
          drug = drug.plus(n.times(unit[s]?.[k] ?? zero));
          beds = beds.plus(n.times(hospital[s]?.[k] ?? zero));
        }
        total = total.plus(drug).plus(beds);
        for (const from of [71, 76, 81, 86, 99]) total = total.plus(volume.times(at(from + k)));
        if (k === 4 && !volume.isZero()) {
          const edges = [zero, at(104), at(105), new Exact('1e30')];
          let off = zero;
          for (let b = 0; b < 3; b += 1) {
            const top = Exact.min(volume, edges[b + 1] ?? zero);
            const inBand = top.minus(edges[b] ?? zero);
            if (inBand.gt(0)) off = off.plus(inBand.times(at(106 + b)));
          }
          total = total.minus(drug.times(off).div(volume));
        }
      }
      return total;
    });
    const change = (totals[1] ?? zero).minus(totals[0] ?? zero);
    impact.push(change);
    discounted = discounted.plus(change.div(factor));
  }
  return [...impact, discounted];
}
