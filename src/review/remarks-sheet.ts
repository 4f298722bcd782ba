/** Remarks on the user's own sheets, as a sheet: a row each, with the rule and its reason, to sort and to tick off. */
import { whyOf, type Remark } from '../lint/remark';
import type { SheetSpec, WrittenValue } from '../workbook/workbook';
import { listSheet } from './list-sheet';

const COLUMNS = [
  { header: 'Rule', width: 22 },
  { header: 'Where', width: 22 },
  { header: 'What', width: 60 },
  { header: 'Why it matters', width: 60 },
  { header: 'Answer', width: 30 },
] as const;
/** Remarks that are written one by one. */
const MOST = 2000;

const place = ({ sheet, cell }: Remark): WrittenValue =>
  sheet === '' ? cell : { link: `'${sheet.replaceAll("'", "''")}'!${cell}`, text: `${sheet}!${cell}` };

export function remarksSheet(remarks: readonly Remark[], stamp: string): SheetSpec {
  const rules = new Set(remarks.map(({ rule }) => rule));
  const more = remarks.length > MOST ? `; the first ${String(MOST)} are written` : '';
  return listSheet({
    key: 'remarks',
    name: 'Remarks',
    title: 'Remarks on your own sheets',
    subtitle:
      'After the FAST standard and ICAEW’s financial modelling code: what a reviewer asks before looking at a figure',
    stamp,
    said:
      remarks.length === 0
        ? 'Nothing to remark'
        : `${String(remarks.length)} remarks of ${String(rules.size)} kinds${more}`,
    columns: COLUMNS,
    rows: remarks.slice(0, MOST).map((remark) => {
      const at = place(remark);
      return {
        cells: [
          { value: remark.rule, style: 'item' },
          { value: at, style: typeof at === 'string' ? 'item' : 'itemLink' },
          { value: remark.says, style: 'item' },
          { value: whyOf(remark.rule), style: 'itemNote' },
          { value: '', style: 'input' },
        ],
      };
    }),
    table: 'BIM_Out_Remarks',
    footer: 'Remarks',
  });
}
