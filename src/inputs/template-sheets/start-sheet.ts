/** The Start sheet: what the workbook is, the three steps, the sheets with links, and what the cell colours mean. */
import type { CellSpec, SheetSpec } from '../../workbook/workbook';
import type { Example } from '../examples/example';

const STEPS = [
  ['1', 'Read the example', 'It is a whole model with public figures. Run it first, so that you know what comes back.'],
  [
    '2',
    'Put your own in its place',
    'Type over yellow cells; add rows below a table, and columns from the manual. Give every row a source.',
  ],
  [
    '3',
    'Run',
    'In the Realise pane, or: realise run FILE.xlsx -o RESULTS.xlsx. Faults are named with their cells; nothing is computed until they are mended.',
  ],
] as const;

/** Characters of body text in the two columns of explanation. */
const CHARACTERS_A_LINE = 84;

const RULES = [
  'A blank is “not given”, never 0. Shares are fractions: 3.5 % is 0.035.',
  'All, or a blank key, means every member; a row that names one stands in place of it.',
  'A typed year wins over Base and Growth.',
  'Realise writes to sheets of its own and never to yours.',
] as const;

/** `sheets` are the input sheets with what each holds. */
export function startSheet(
  example: Example,
  sheets: readonly { readonly name: string; readonly holds: string }[],
): SheetSpec {
  const cells: CellSpec[] = [
    { row: 1, column: 2, value: 'Budget impact model', style: 'title' },
    { row: 2, column: 2, value: `Example: ${example.title}`, style: 'subtitle' },
    { row: 4, column: 2, value: example.about, style: 'answer', span: 3 },
    { row: 6, column: 2, value: 'Three steps', style: 'heading' },
  ];
  STEPS.forEach(([number, what, how], n) => {
    cells.push(
      { row: 7 + n, column: 2, value: `${number}  ${what}`, style: 'label' },
      { row: 7 + n, column: 3, value: how, style: 'wrapped', span: 2 },
    );
  });
  const heights: Record<number, number> = { 1: 27, 4: 36, 7: 28, 8: 28, 9: 28 };
  let row = 7 + STEPS.length + 1;
  cells.push({ row, column: 2, value: 'Sheets', style: 'heading' });
  for (const sheet of sheets) {
    row += 1;
    heights[row] = 14 * Math.ceil(sheet.holds.length / CHARACTERS_A_LINE);
    cells.push(
      { row, column: 2, value: { link: `${sheet.name}!A1`, text: sheet.name }, style: 'link' },
      { row, column: 3, value: sheet.holds, style: 'wrapped', span: 2 },
    );
  }
  row += 2;
  cells.push({ row, column: 2, value: 'What cells mean', style: 'heading' });
  for (const [text, style, meaning] of [
    ['Input', 'input', 'typed by you'],
    ['Key', 'key', 'names the row'],
    ['Calculation', 'calculation', 'computed, not to be typed over'],
    ['Link', 'brought', 'brought from another sheet'],
    ['Fault', 'bad', 'text or an error where a number belongs'],
  ] as const) {
    row += 1;
    cells.push({ row, column: 2, value: text, style }, { row, column: 3, value: meaning, style: 'body' });
  }
  row += 2;
  cells.push({ row, column: 2, value: 'Rules worth knowing', style: 'heading' });
  for (const rule of RULES) {
    row += 1;
    cells.push({ row, column: 2, value: rule, style: 'wrapped', span: 3 });
  }
  return {
    key: 'start',
    name: 'Start',
    purpose: 'guide',
    widths: [2, 30, 60, 24],
    heights,
    cells,
    tables: [],
    charts: [],
    validations: [],
    conditions: [],
    print: {
      area: { from: [1, 1], to: [row, 4] },
      orientation: 'portrait',
      fit: 'one page',
      footer: ['Realise', '&A', 'Page &P of &N'],
    },
  };
}
