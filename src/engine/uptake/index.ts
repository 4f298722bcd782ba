/** The uptake curves, in the order in which they are offered. */
import { bass } from './bass';
import type { Curve } from './curve';
import { gompertz } from './gompertz';
import { linear } from './linear';
import { logistic } from './logistic';
import { step } from './step';

/** Curves with a closed form. `bass discrete` and `analogue` look at other figures of the block: see `model/uptake.ts`. */
export const CURVES: readonly Curve[] = [linear, logistic, gompertz, bass, step];
