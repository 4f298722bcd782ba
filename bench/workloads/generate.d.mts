/** Inputs of model `seed` of BIM-ref (205 numbers) and of BIM-annual (109). */
export function genRef(seed: number): number[];
export function genAnn(seed: number): number[];
/** Fills and gives the persistence of each of 5 technologies at each of 60 ages of a BIM-ref model. */
export function curve64(p: readonly number[], curve: number[]): number[];
