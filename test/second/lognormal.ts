/** A lognormal measure of body size: chances and means to some 40 digits. */
import { Decimal } from 'decimal.js';

const P = Decimal.clone({ precision: 70 });
const HALF = new P('0.5');
const PI = P.acos(-1);
/** Beyond this many standard deviations the chance is below 1e-40. */
const FAR = 13;

/** Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/15 + …): every term has the same sign, so no digits are lost. */
const normal = (z: Decimal): Decimal => {
  if (z.abs().gt(FAR)) return new P(z.isPositive() ? 1 : 0);
  let [term, sum] = [z, z];
  for (let n = 3; term.abs().gt('1e-66'); n += 2) {
    term = term.times(z).times(z).div(n);
    sum = sum.plus(term);
  }
  const density = z.times(z).div(-2).exp().div(PI.times(2).sqrt());
  return HALF.plus(density.times(sum));
};

/** Body size of a subgroup. Without a standard deviation everybody has the mean. */
export class BodySize {
  private readonly mu: Decimal;
  private readonly sigma: Decimal;
  private readonly chances = new Map<string, Decimal>();
  constructor(
    readonly mean: Decimal,
    sd: Decimal | null,
  ) {
    const variance = sd === null || sd.isZero() ? new P(0) : new P(sd).div(mean).pow(2).plus(1).ln();
    this.sigma = variance.sqrt();
    this.mu = new P(mean).ln().minus(variance.div(2));
  }
  /** Chance of being at most `size`. */
  atMost(size: Decimal): Decimal {
    if (this.sigma.isZero()) return new P(size.gte(this.mean) ? 1 : 0);
    const key = size.toString();
    const chance = this.chances.get(key) ?? normal(new P(size).ln().minus(this.mu).div(this.sigma));
    this.chances.set(key, chance);
    return chance;
  }
  /** Mean of min(size, cap). */
  meanCapped(cap: Decimal | null): Decimal {
    if (cap === null) return this.mean;
    if (this.sigma.isZero()) return P.min(this.mean, cap);
    const z = new P(cap).ln().minus(this.mu).div(this.sigma);
    const below = new P(this.mean).times(normal(z.minus(this.sigma)));
    return below.plus(new P(cap).times(P.sub(1, normal(z))));
  }
  /** A size that nobody exceeds, for all these digits show. */
  get largest(): Decimal {
    return this.sigma.isZero() ? this.mean : this.mu.plus(this.sigma.times(FAR)).exp();
  }
}

const sizes = new Map<string, BodySize>();
/** The size of a subgroup's people, worked out once. */
export const bodySize = (mean: Decimal, sd: Decimal | null): BodySize => {
  const key = `${mean.toString()} ${sd?.toString() ?? ''}`;
  const size = sizes.get(key) ?? new BodySize(mean, sd);
  sizes.set(key, size);
  return size;
};
