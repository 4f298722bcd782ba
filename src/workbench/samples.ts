/** Models that come with the workbench: published ones, with their sources inside. */

/** One sample: what it is called and where its file stands beside the page. */
export interface Sample {
  readonly name: string;
  readonly file: string;
}

/** The first is open when the workbench starts. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  { name: 'Hepatitis C, England', file: 'assets/samples/hepatitis-c-england.xlsx' },
];
