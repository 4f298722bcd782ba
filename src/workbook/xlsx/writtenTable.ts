/** An Excel Table part. It brings no look of its own: cells are formatted, since not every program draws table styles. */
import type { SheetSpec, TableSpec } from '../workbook';
import { areaText } from './references';
import { escapeText } from './text';
import { element, xmlDocument } from './xml';
import { MAIN } from './writtenSheet';

/** The part. `name` is the table's free name, `id` its number in the workbook. */
export function tableXml(sheet: SheetSpec, table: TableSpec, name: string, id: number): string {
  checkHeaders(sheet, table);
  const ref = areaText([table.row, table.column], [table.row + table.rows, table.column + table.headers.length - 1]);
  return xmlDocument(
    element(
      'table',
      { xmlns: MAIN, id, name, displayName: name, ref, totalsRowShown: 0 },
      element(
        'tableColumns',
        { count: table.headers.length },
        ...table.headers.map((header, index) => element('tableColumn', { id: index + 1, name: columnName(header) })),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ),
  );
}

/** Excel repairs a table whose header cells do not hold, as text, exactly its column names. */
function checkHeaders(sheet: SheetSpec, table: TableSpec): void {
  const texts = new Map(sheet.cells.filter((cell) => cell.row === table.row).map((cell) => [cell.column, cell.value]));
  const seen = new Set<string>();
  table.headers.forEach((header, index) => {
    if (header === '' || texts.get(table.column + index) !== header || seen.has(header.toLowerCase())) {
      throw new Error(`column "${header}" of table ${table.name} must be named once, as text, in its header cell`);
    }
    seen.add(header.toLowerCase());
  });
  if (table.rows < 1) throw new Error(`table ${table.name} has no row`);
}

function columnName(header: string): string {
  return escapeText(header).replaceAll('\r', '').replaceAll('\n', '_x000a_');
}
