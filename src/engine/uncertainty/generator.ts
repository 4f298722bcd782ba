/**
 * Uniform numbers: the same seed gives the same draws, on every machine. xoshiro128** (Blackman & Vigna 2018), its state
 * spread from the seed by splitmix32. Nothing here reads a clock.
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
