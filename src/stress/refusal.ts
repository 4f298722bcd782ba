/** Why a model refuses a change, in a sentence. */
import type { Finding } from '../engine/finding';

export const refusalOf = (findings: readonly Finding[]): string =>
  findings.find(({ severity }) => severity === 'error')?.message ?? 'The model gives no figures.';
