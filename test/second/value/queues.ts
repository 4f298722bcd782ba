/** Length a queue may have for a target wait, and the capacity that brings it there (Fong 2022; NHSRwaitinglist). */
import type { Num } from '../sheet';

/** Little's law with a quarter of the target as the mean wait. */
export const targetQueue = (demand: Num, targetWait: Num): Num => demand.times(targetWait).div(4);

/** Demand, and what of the queue is too long spread over the time given. */
export const reliefCapacity = (demand: Num, queue: Num, target: Num, months: Num): Num =>
  demand.plus(queue.minus(target).div(months));
