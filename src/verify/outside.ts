/** Where a property does not apply to a model: said, never a failure. */

/** Thrown where a property does not apply to a model; the message says why. */
export class Outside extends Error {}

/** Ends a check that does not apply. */
export function outside(because: string): never {
  throw new Outside(because);
}

/** Ends a check whose condition is not met. */
export function needs(met: boolean, because: string): asserts met {
  if (!met) outside(because);
}
