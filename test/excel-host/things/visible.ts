/** What a filter and hidden rows leave of an area. */
import { boxAddress, sheetPrefix, type Box } from '../address';
import type { Area } from '../book';
import { thing, type Thing } from '../thing';

/** The visible rows of an area, as Excel gives them: areas in one address; nothing where all is hidden. */
export function visibleThing({ sheet, box }: Area): Thing | null {
  const boxes: Box[] = [];
  for (let row = box.top; row <= box.bottom; row += 1) {
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) continue;
    const last = boxes.at(-1);
    if (last?.bottom === row - 1) boxes[boxes.length - 1] = { ...last, bottom: row };
    else boxes.push({ ...box, top: row, bottom: row });
  }
  if (boxes.length === 0) return null;
  const address = boxes.map((one) => `${sheetPrefix(sheet.name)}!${boxAddress(one)}`).join(',');
  return thing('RangeAreas', { isReference: true, scalars: { Address: { get: () => address } } });
}
