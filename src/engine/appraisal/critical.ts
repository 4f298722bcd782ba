/** Which tasks are critical: those without total float. Days are divided by days of a year, so a trace of one is none. */
import type { Decimal } from 'decimal.js';
import type { ExactRun } from '../readings/exact';
import { Exact } from '../readings/decimals';
import type { Schedule } from '../value/schedule';

/** Months. */
const TRACE: Decimal = new Exact('1e-12');

export const isCritical = (exact: ExactRun, plan: Schedule, task: number): boolean =>
  exact.at(plan.totalFloat, [task]).abs().lte(TRACE);
