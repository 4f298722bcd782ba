/** The kinds of persistence with a closed form; `table` reads typed points: see `model/persistence.ts`. */
import { all } from './all';
import { course } from './course';
import { exponential } from './exponential';
import type { Persistence } from './kind';
import { weibull } from './weibull';

export const PERSISTENCES: readonly Persistence[] = [all, exponential, weibull, course];
