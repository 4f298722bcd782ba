/** What the worked models are called and show: known before any of them is loaded. */

export interface WorkedName {
  /** As it is typed: `hepatitis-c`. */
  readonly name: string;
  readonly label: string;
  /** What it shows, in a line. */
  readonly shows: string;
}

export const WORKED: readonly WorkedName[] = [
  { name: 'hepatitis-c', label: 'Hepatitis C, England', shows: 'A cure that empties a pool: money in the right year.' },
  { name: 'inclisiran', label: 'Inclisiran, England', shows: 'A national deal and a workforce that was not ready.' },
  {
    name: 'insulin-pumps',
    label: 'Insulin pumps, Leicester',
    shows: 'Training sessions decide how fast people start.',
  },
  {
    name: 'oncotype-dx',
    label: 'Oncotype DX, Netherlands',
    shows: 'A test that tells who needs chemotherapy, and cannot wait.',
  },
  { name: 'ai-mammography', label: 'AI mammography, Norway', shows: 'One reader in place of two, at the right price.' },
  { name: 'car-t', label: 'CAR-T, England', shows: 'Beds and slots, and people who cannot wait.' },
  {
    name: 'triage-and-therapy',
    label: 'AI triage and a therapy',
    shows: 'An algorithm, a scarce scan and a drug that need each other.',
  },
];
