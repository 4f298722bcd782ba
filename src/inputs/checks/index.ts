/** Every check of a model as a whole, in the order in which findings are listed. */
import { agreements } from './agreements';
import type { Check } from './check';
import { costs } from './costs';
import { duplicates } from './duplicates';
import { population } from './population';
import { prices } from './prices';
import { references } from './references';
import { series } from './series';
import { idleSettings, payers, sources } from './sources';
import { stress } from './stress';
import { technologies } from './technologies';
import { tests } from './tests';
import { uptake } from './uptake';

export const CHECKS: readonly Check[] = [
  duplicates,
  references,
  series,
  population,
  technologies,
  uptake,
  prices,
  costs,
  tests,
  agreements,
  stress,
  payers,
  idleSettings,
  sources,
];
