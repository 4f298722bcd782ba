/** The first sheet of a copy for the payer: what it is, at which prices, and the figures at net prices where they may be shown. */
import type { Decimal } from 'decimal.js';
import type { CellSpec, SheetSpec } from '../workbook/workbook';
import type { Net } from './shared';

interface NetFigure {
  readonly name: string;
  readonly value: Decimal;
}

export function coverSheet(
  title: string,
  secrets: number,
  figures: readonly NetFigure[],
  { band }: Net,
  without: string,
): SheetSpec {
  const said = [
    'A copy for the payer. It was made from what may be shown, in a new file, then read back and searched.',
    secrets === 0
      ? 'Nothing in the model is marked Confidential.'
      : 'Figures are at list prices. Confidential terms are not in this file, nor anything that was computed with them.',
    ...(without === '' ? [] : [`There are no results: ${without}.`]),
    ...(figures.length === 0
      ? []
      : [band === '0' ? 'Net of agreements:' : `Net of agreements, to the nearest ${band}:`]),
  ];
  const cells: CellSpec[] = [
    { row: 1, column: 2, value: title, style: 'title' },
    { row: 2, column: 2, value: 'Payer copy', style: 'subtitle' },
    ...said.map((value, n): CellSpec => ({ row: 4 + n, column: 2, value, style: 'body' })),
    ...figures.flatMap(({ name, value }, n): readonly CellSpec[] => [
      { row: 5 + said.length + n, column: 2, value: name, style: 'label' },
      {
        row: 5 + said.length + n,
        column: 3,
        value: { number: value.toFixed() },
        style: 'figure',
        format: '#,##0;-#,##0;"–"',
      },
    ]),
  ];
  return {
    key: 'share.cover',
    name: 'Payer copy',
    purpose: 'guide',
    widths: [2, 96, 18],
    cells,
    tables: [],
    charts: [],
    validations: [],
    conditions: [],
    print: {
      area: { from: [1, 1], to: [6 + said.length + figures.length, 3] },
      orientation: 'portrait',
      fit: 'one page',
      footer: ['', '&A', 'Page &P of &N'],
    },
  };
}
