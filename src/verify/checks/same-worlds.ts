/** Check 1: the same world twice. */
import { sameWorlds } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, none, unlike } from '../compare';
import { needsCosts } from '../conditions';

export const sameWorldsTwice: Check = {
  number: 1,
  family: 'Zero and identity',
  name: 'Two worlds that are the same have no impact',
  why: 'An impact without a difference comes from a formula that treats the worlds unlike each other.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const made = rerun(sameWorlds(assumptions));
    const scale = costOf(made);
    return unlike(
      'world with made the same as world without',
      [{ name: 'budget impact', expected: none(made), got: impactOf(made) }],
      { scale },
    );
  },
};
