/** A distribution: how a parameter that is not known for sure may lie. Each kind is one file and one line in the list. */

/** What a row of BIM_Uncertainty gives; `spread` is the standard error, or follows from Low and High as a 95 % interval. */
export interface Described {
  /** P1: the mean, or the mode of triangular and pert. */
  readonly centre: number;
  readonly spread: number;
  readonly low: number;
  readonly high: number;
}
/** The value below which a part u (0 … 1) of the draws lies. */
export type Quantile = (u: number) => number;

export interface Distribution {
  readonly name: string;
  /** Null where no such distribution exists (a beta whose standard error is too large for its mean). */
  readonly quantile: (of: Described) => Quantile | null;
  /** Where its values lie: anywhere, above 0, between 0 and 1, or between Low and High. Absent: its quantile is quick as it is. */
  readonly support?: 'line' | 'positive' | 'unit' | 'range';
  /** In plain words, for findings: what it needs. */
  readonly needs: string;
}
