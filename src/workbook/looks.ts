/** The house's looks: colours by what they mean, and how each kind of cell looks. Every adapter draws from these. */

/** Colours by what they mean, as RRGGBB. */
export const COLOURS = {
  navy: '14375E',
  blue: '2F7FC1',
  orange: 'D9661F',
  sky: 'A9D3F0',
  sand: 'F3C98B',
  grey: 'B5BCC4',
  text: '1F2933',
  muted: '55626E',
  band: 'EEF2F6',
  rule: 'D5DAE0',
  white: 'FFFFFF',
  black: '000000',
  input: '1F3FBF',
  inputFill: 'FFF8DC',
  inputFrame: 'C9B458',
  brought: '1B6B3A',
  good: '1B6B3A',
  goodFill: 'E1F2E7',
  careful: '7A4B00',
  carefulFill: 'FFEBC2',
  bad: 'A61B1B',
  badFill: 'FBE1DE',
  amberTab: 'D9A21F',
  greyTab: '8C959F',
  // The four dimensions of value realisation: one colour each in every table and chart, told apart in all three
  // colour-vision deficiencies. Gold and green carry black ink, blue and plum white.
  resources: 'B8820A',
  process: '2F6BC4',
  value: '36A08C',
  attention: '8F2468',
  useLow: 'F1F7FC',
  useSome: 'D9EAF7',
  task: '8FBFE6',
  float: 'E3E7EB',
} as const;

/** The look of one house style. Sizes in points; colours are keys of {@link COLOURS}. */
export interface CellLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour: keyof typeof COLOURS;
  readonly fill?: keyof typeof COLOURS;
  readonly align?: 'left' | 'right' | 'centre';
  readonly wrap?: boolean;
  /** Thin lines: a frame all round, a hair rule below, navy rules above and below, or a double rule below. */
  readonly border?: 'frame' | 'rule' | 'total' | 'grand';
}

const look = <N extends string>(looks: Record<N, CellLook>): Readonly<Record<N, CellLook>> => looks;

/** House styles (Arial throughout), after the field's habits: inputs blue on yellow, calculations black, imports green. */
export const STYLES = look({
  title: { size: 16, bold: true, colour: 'navy' },
  subtitle: { size: 10, colour: 'muted' },
  stamp: { size: 8, colour: 'muted' },
  answer: { size: 12, colour: 'text', fill: 'band', wrap: true },
  heading: { size: 12, bold: true, colour: 'navy' },
  body: { size: 10, colour: 'text' },
  wrapped: { size: 10, colour: 'text', wrap: true },
  note: { size: 9, colour: 'muted' },
  stale: { size: 9, bold: true, colour: 'careful' },
  wrappedNote: { size: 9, colour: 'muted', wrap: true },
  /** Wrapped text of a list, a hair rule below each row. */
  item: { size: 10, colour: 'text', wrap: true, border: 'rule' },
  itemNote: { size: 9, colour: 'muted', wrap: true, border: 'rule' },
  itemLink: { size: 10, colour: 'blue', border: 'rule' },
  link: { size: 10, colour: 'blue' },
  caption: { size: 8, italic: true, colour: 'muted', align: 'right' },
  tableHeader: { size: 9, bold: true, colour: 'white', fill: 'navy', wrap: true },
  header: { size: 10, bold: true, colour: 'white', fill: 'navy' },
  headerRight: { size: 10, bold: true, colour: 'white', fill: 'navy', align: 'right' },
  section: { size: 10, bold: true, colour: 'navy', fill: 'band' },
  sectionNote: { size: 9, colour: 'muted', fill: 'band' },
  label: { size: 10, colour: 'text', border: 'rule' },
  member: { size: 9, colour: 'muted', border: 'rule' },
  unit: { size: 9, colour: 'muted', border: 'rule' },
  aside: { size: 9, colour: 'muted', align: 'right', border: 'rule' },
  figure: { size: 10, colour: 'text', align: 'right', border: 'rule' },
  totalLabel: { size: 10, bold: true, colour: 'text', fill: 'band', border: 'total' },
  totalFigure: { size: 10, bold: true, colour: 'text', fill: 'band', align: 'right', border: 'total' },
  grandLabel: { size: 10, bold: true, colour: 'text', border: 'grand' },
  grandFigure: { size: 10, bold: true, colour: 'text', align: 'right', border: 'grand' },
  cardLabel: { size: 9, colour: 'muted' },
  cardFigure: { size: 20, bold: true, colour: 'navy', align: 'left' },
  cardNote: { size: 9, colour: 'muted' },
  key: { size: 10, colour: 'text', border: 'frame' },
  input: { size: 10, colour: 'input', fill: 'inputFill', border: 'frame' },
  brought: { size: 10, colour: 'brought', align: 'right', border: 'rule' },
  calculation: { size: 10, colour: 'black', align: 'right', border: 'rule' },
  /** The first period of a row whose formula differs from the later ones; a number that the structure fixes; a default. */
  firstPeriod: { size: 10, colour: 'black', fill: 'band', align: 'right', border: 'rule' },
  structure: { size: 10, colour: 'muted', align: 'right', border: 'rule' },
  standing: { size: 10, italic: true, colour: 'muted', align: 'right', border: 'rule' },
  sectionWords: { size: 9, italic: true, colour: 'text', fill: 'band' },
  keyBrought: { size: 8, colour: 'brought' },
  keyFormula: { size: 8, colour: 'black' },
  keyFirst: { size: 8, colour: 'black', fill: 'band' },
  keyStructure: { size: 8, colour: 'muted' },
  lamp: { size: 10, bold: true, colour: 'muted', align: 'centre' },
  tableLamp: { size: 10, bold: true, colour: 'muted', align: 'centre', border: 'rule' },
  good: { size: 10, bold: true, colour: 'good', fill: 'goodFill', align: 'centre' },
  careful: { size: 10, bold: true, colour: 'careful', fill: 'carefulFill', align: 'centre' },
  bad: { size: 10, bold: true, colour: 'bad', fill: 'badFill', align: 'centre' },
  /** Monthly cells: the narrowest there are. */
  month: { size: 7, colour: 'text', align: 'centre', border: 'rule' },
  monthTotal: { size: 7, bold: true, colour: 'text', align: 'centre', border: 'rule' },
  monthHead: { size: 8, bold: true, colour: 'white', fill: 'navy', align: 'left' },
  monthName: { size: 7, colour: 'white', fill: 'navy', align: 'centre' },
  useLow: { size: 7, colour: 'text', fill: 'useLow', align: 'centre', border: 'rule' },
  useSome: { size: 7, colour: 'text', fill: 'useSome', align: 'centre', border: 'rule' },
  useHigh: { size: 7, colour: 'text', fill: 'sky', align: 'centre', border: 'rule' },
  /** The gate that holds most, in the colour of its dimension. */
  bindsResources: { size: 7, bold: true, colour: 'black', fill: 'resources', align: 'centre', border: 'rule' },
  bindsProcess: { size: 7, bold: true, colour: 'white', fill: 'process', align: 'centre', border: 'rule' },
  bindsValue: { size: 7, bold: true, colour: 'black', fill: 'value', align: 'centre', border: 'rule' },
  bindsAttention: { size: 7, bold: true, colour: 'white', fill: 'attention', align: 'centre', border: 'rule' },
  ofResources: { size: 9, colour: 'black', fill: 'resources', border: 'rule' },
  ofProcess: { size: 9, colour: 'white', fill: 'process', border: 'rule' },
  ofValue: { size: 9, colour: 'black', fill: 'value', border: 'rule' },
  ofAttention: { size: 9, colour: 'white', fill: 'attention', border: 'rule' },
  /** The plan in cells: critical tasks, tasks with float, and their float. */
  planCritical: { size: 7, colour: 'white', fill: 'navy', align: 'centre', border: 'rule' },
  planTask: { size: 7, colour: 'text', fill: 'task', align: 'centre', border: 'rule' },
  planFloat: { size: 7, colour: 'text', fill: 'float', align: 'centre', border: 'rule' },
  data: { size: 8, colour: 'muted', align: 'right' },
  dataLabel: { size: 8, colour: 'muted' },
} satisfies Record<string, CellLook>);
