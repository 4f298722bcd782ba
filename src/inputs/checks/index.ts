/** Every check of a model as a whole, in the order in which findings are listed. */
import { adoption } from './adoption';
import { agreements } from './agreements';
import { coming } from './coming';
import type { Check } from './check';
import { costs } from './costs';
import { dosing } from './dosing';
import { duplicates } from './duplicates';
import { links } from './links';
import { meant } from './meant';
import { outcomes } from './outcomes';
import { pools } from './pools';
import { population } from './population';
import { prices } from './prices';
import { references } from './references';
import { series } from './series';
import { idleSettings } from './settings';
import { payers, sources } from './sources';
import { stress } from './stress';
import { tasks } from './tasks';
import { technologies } from './technologies';
import { tests } from './tests';
import { unused } from './unused';
import { uptake } from './uptake';
import { uses } from './uses';
import { waves } from './waves';

export const CHECKS: readonly Check[] = [
  duplicates,
  references,
  series,
  population,
  technologies,
  uptake,
  prices,
  dosing,
  costs,
  meant,
  tests,
  agreements,
  unused,
  adoption,
  links,
  tasks,
  waves,
  pools,
  uses,
  outcomes,
  coming,
  stress,
  payers,
  idleSettings,
  sources,
];
