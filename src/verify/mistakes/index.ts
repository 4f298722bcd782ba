/** Kinds of mistakes found in published models, planted one at a time. A new kind: one entry in the list of its step. */
import type { Mistake } from '../planted';
import { mistakesInCosts } from './costs';
import { mistakesInImpact } from './impact';
import { mistakesInPeople } from './people';
import { mistakesInPrices } from './prices';
import { mistakesInUptake } from './uptake';

export const MISTAKES: readonly Mistake[] = [
  ...mistakesInPeople,
  ...mistakesInUptake,
  ...mistakesInPrices,
  ...mistakesInCosts,
  ...mistakesInImpact,
];
