/** The kinds of names that tables share, and how a name is looked up among them. */
export type Kind = 'technology' | 'subgroup' | 'step' | 'price item' | 'wave' | 'resource' | 'test';

export interface Names {
  /** All names of a kind, as they are defined, in order. */
  readonly of: (kind: Kind) => readonly string[];
  /** The name as it is defined; the typed text where nothing defines it. */
  readonly spelling: (kind: Kind, typed: string) => string;
  readonly knows: (kind: Kind, typed: string) => boolean;
  /** IDs of BIM_Tasks, row by row. */
  readonly tasks: readonly string[];
}
