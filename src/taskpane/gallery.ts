/** Worked models that can be opened in place of the sample, each with what it shows in a line. */
export type Gallery = readonly {
  readonly label: string;
  readonly shows: string;
  readonly open: () => Promise<void>;
}[];
