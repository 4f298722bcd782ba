/** The fast reading of drawn graphs gives the figures of the exact one. */
import { drawnGraph } from '../drawn-graphs';
import { ends, hold } from '../fast';

/** DRAWN_GRAPHS: how many; more are tried now and then. */
const GRAPHS = Array.from(
  { length: Number(process.env['DRAWN_GRAPHS'] ?? '6') },
  (_, seed) => Number(process.env['DRAWN_FROM'] ?? '1') + seed,
);

test('the fast reading, as WebAssembly and in JavaScript, of all figures and of the last ones alone', () => {
  let [compared, ties] = [0, 0];
  for (const seed of GRAPHS) {
    const { model } = drawnGraph(seed);
    for (const held of [hold(model, 3, seed), hold(model, 2, seed, true), hold(model, 2, seed, false, ends(model))]) {
      expect([seed, held.wrong]).toEqual([seed, []]);
      compared += held.compared;
      ties += held.ties;
    }
  }
  expect(compared).toBeGreaterThan(GRAPHS.length * 120);
  expect(ties).toBeLessThanOrEqual(GRAPHS.length / 4);
});
