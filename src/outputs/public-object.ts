/** The object of `realise run --json`: the results as the contract names them. */
import type { Results } from '../engine/results';

/** What is coming stands among the figures of value realisation, also where a workbook holds nothing else of it. */
export function publicObject({ register, realisation, ...results }: Results): object {
  if (!register) return realisation ? { ...results, realisation } : results;
  return { ...results, realisation: { ...realisation, horizon: register } };
}
