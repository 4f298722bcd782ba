/**
 * What a chart shows, in words, for those who cannot see it. Office.js gives `Chart` no alternative text (ExcelApi 1.18,
 * and no preview either); `Shape` has one, and in Excel's own object model a chart is among the shapes of its sheet.
 * Whether Office.js counts it there is not documented, so the sheet is asked, once everything else is written, and a
 * chart that is not found, or that refuses, stays without: its title and its cells say the same.
 */
import type { SheetSpec } from '../workbook';
import { can } from './features';
import type { Session } from './session';

/** Describes the charts of sheets just written, as far as this Excel lets them be described. */
export async function describeCharts(session: Session, sheets: readonly SheetSpec[]): Promise<void> {
  const charts = sheets.flatMap((spec) => spec.charts.map((chart) => ({ sheet: spec.name, chart })));
  if (charts.length === 0 || !can('shapesByName')) return;
  try {
    const shapes = charts.map(({ sheet, chart }) => {
      const shape = session.context.workbook.worksheets.getItem(sheet).shapes.getItemOrNullObject(chart.name);
      shape.load('id');
      return { shape, chart };
    });
    await session.send();
    const found = shapes.filter(({ shape }) => !shape.isNullObject);
    if (found.length === 0) return;
    for (const { shape, chart } of found) shape.altTextDescription = chart.description;
    await session.send();
  } catch {
    // Everything is written; a description is all that is missing.
  }
}
