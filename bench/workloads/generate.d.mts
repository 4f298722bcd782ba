/** Inputs of model `seed` of BIM-ref (205 numbers) and of BIM-annual (109). */
export function genRef(seed: number): number[];
export function genAnn(seed: number): number[];
