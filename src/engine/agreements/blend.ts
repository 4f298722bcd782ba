/** Subgroups have prices of their own, and all pay the volume-weighted mean. */
import { PAYER_BEARS, type Agreement } from './kind';

export const blend: Agreement = {
  name: 'blend',
  equation: 'S − Σ n_i p_i; each pays Σ n_i p_i / Σ n_i a unit',
  source: 'method page, Agreements',
  together: ({ spend, blended }) => spend.minus(blended),
  risks: () => PAYER_BEARS,
};
