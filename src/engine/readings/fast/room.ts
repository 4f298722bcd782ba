/** Room for draws, where the compiled model reads and writes: whoever draws writes there, and nothing is copied. */

export interface Room {
  /** Draws there is room for: as many as were asked for, or fewer of a model so large that they would fill the memory. */
  readonly draws: number;
  /** Where the values of a varied cell stand, for so many draws. To be asked for anew when another room was made. */
  readonly given: (cell: number, count: number) => Float64Array;
  /** Computes so many draws, from the first. */
  readonly run: (count: number) => void;
  /** Where a figure that was asked for then stands, until the next run. */
  readonly figure: (number: number, count: number) => Float64Array;
  /** 1 for a draw in which something that is rounded lies at a tie: it may differ from the exact one by a unit. */
  readonly ties: (count: number) => Float64Array;
}

/** Makes another room. */
export type Rooms = () => Room;
