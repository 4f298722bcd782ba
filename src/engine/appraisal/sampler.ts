/**
 * A plain seeded sampler: the same seed gives the same draws. Uniforms by xoshiro128** (Blackman & Vigna 2018), gamma by
 * Marsaglia & Tsang (2000), beta as a ratio of gammas. Nothing here reads a clock.
 */

/** Uniform numbers in (0, 1) from a seed. */
export function generator(seed: number): () => number {
  const state = new Uint32Array(4);
  let mixed = seed >>> 0;
  for (let n = 0; n < 4; n += 1) {
    // splitmix32 spreads the seed over the state.
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let word = mixed;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    state[n] = word ^ (word >>> 16);
  }
  const turn = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(turn(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const [third, fourth] = [c ^ a, d ^ b];
    state[1] = b ^ third;
    state[0] = a ^ fourth;
    state[2] = third ^ (b << 9);
    state[3] = turn(fourth >>> 0, 11);
    return (result + 0.5) / 4294967296;
  };
}

/** Standard normal, polar method. */
function normalDraw(random: () => number): number {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** Gamma with this shape (at least 1) and scale 1. */
function gammaDraw(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta with shapes of at least 1. */
export function betaDraw(alpha: number, beta: number, random: () => number): number {
  const a = gammaDraw(alpha, random);
  return a / (a + gammaDraw(beta, random));
}
