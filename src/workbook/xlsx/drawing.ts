/** The drawing part of a sheet: where its charts lie, their names, and their words for those who cannot see them. */
import type { ChartSpec } from '../workbook';
import { element, xmlDocument } from './xml';
import type { XmlElement } from './xml';

/** A chart with the identifier of its part. */
export interface Placed {
  readonly chart: ChartSpec;
  readonly id: string;
}

export function drawingXml(charts: readonly Placed[]): string {
  return xmlDocument(
    element(
      'xdr:wsDr',
      {
        'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      },
      ...charts.map(anchor),
    ),
  );
}

/** The chart covers its cells exactly: from the first cell's corner to the corner after the last. */
function anchor({ chart, id }: Placed, index: number): XmlElement {
  const { from, to } = chart.at;
  return element(
    'xdr:twoCellAnchor',
    { editAs: 'oneCell' },
    corner('xdr:from', from[0] - 1, from[1] - 1),
    corner('xdr:to', to[0], to[1]),
    element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        element('xdr:cNvPr', { id: index + 2, name: chart.name, descr: chart.description }),
        element('xdr:cNvGraphicFramePr'),
      ),
      element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
          element('c:chart', {
            'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
            'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'r:id': id,
          }),
        ),
      ),
    ),
    element('xdr:clientData'),
  );
}

function corner(name: string, row: number, column: number): XmlElement {
  return element(
    name,
    {},
    element('xdr:col', {}, String(column)),
    element('xdr:colOff', {}, '0'),
    element('xdr:row', {}, String(row)),
    element('xdr:rowOff', {}, '0'),
  );
}
