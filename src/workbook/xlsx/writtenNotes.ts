/** Notes on cells: the comments part, and the old drawing that Excel still wants for their boxes. */
import type { CellSpec } from '../workbook';
import { a1 } from './references';
import { escapeText } from './text';
import { element, escapeXml, xmlDocument } from './xml';
import { MAIN } from './writtenSheet';

/** The comments part. */
export function notesXml(cells: readonly CellSpec[]): string {
  const comments = cells.map((cell) =>
    element(
      'comment',
      { ref: a1(cell.row, cell.column), authorId: 0 },
      element(
        'text',
        {},
        element(
          'r',
          {},
          element('rPr', {}, element('sz', { val: 9 }), element('rFont', { val: 'Arial' })),
          element('t', { 'xml:space': 'preserve' }, escapeText(cell.note ?? '')),
        ),
      ),
    ),
  );
  return xmlDocument(
    element(
      'comments',
      { xmlns: MAIN },
      element('authors', {}, element('author', {}, 'Realise')),
      element('commentList', {}, ...comments),
    ),
  );
}

/** The boxes, hidden until the cell is pointed at. */
export function noteBoxesXml(cells: readonly CellSpec[]): string {
  const shapes = cells.map(
    (cell, index) =>
      `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(cell)}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${String(cell.row - 1)}</x:Row><x:Column>${String(cell.column - 1)}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="${escapeXml('m,l,21600r21600,l21600,xe')}"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${shapes.join('')}</xml>`
  );
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset: two columns to the right, taller for longer text. */
function anchor({ row, column, note }: CellSpec): string {
  const height = Math.min(12, 3 + Math.ceil((note ?? '').length / 45));
  return [column, 12, Math.max(0, row - 2), 6, column + 4, 0, row - 2 + height, 6].join(', ');
}
