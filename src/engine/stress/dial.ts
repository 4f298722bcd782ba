/** Dials: the numbers of a workbook that can be turned, and what the figures are when they are; as plain data. */
import type { Place } from '../finding';
import type { Amounts } from '../yearly';
import type { StressParameter, WhatIf } from './answers';

/** A number that can be turned. */
export interface Dial extends StressParameter {
  /** In the words of the trade: "Uptake of Drug A in 2030". */
  readonly words: string;
  /** `1` for a share, `£` for the model's currency, `x` for a factor, else a word. */
  readonly unit: string;
  readonly now: string;
  /** The ends of its slider, and one step of it. */
  readonly from: string;
  readonly to: string;
  readonly step: string;
  /** True for those that are shown unasked: uncertain ones, else the model's headline inputs. */
  readonly headline: boolean;
  /** The cell. */
  readonly cell: Place | null;
}

/** A dial at a value, as decimal text. */
export interface Turned {
  readonly parameter: string;
  readonly op: StressParameter['op'];
  readonly value: string;
}

/** What the figures are with dials turned: followed in floats while a dial moves, exact once it rests. */
export type Followed =
  | {
      readonly kind: 'fast';
      readonly impact: Amounts;
      readonly value: WhatIf['value'];
    }
  | { readonly kind: 'exact'; readonly whatIf: WhatIf };
