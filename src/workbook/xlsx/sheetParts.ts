/** The parts that hang on a sheet: its tables, charts and notes. They come, and go, with it. */
import type { Package } from './package';
import { chartXml } from './chart';
import { drawingXml } from './drawing';
import type { Place } from './plan';
import { noteBoxesXml, notesXml } from './writtenNotes';
import type { Attached } from './writtenSheet';
import { tableXml } from './writtenTable';
import { attributeOf } from './xml';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Content types of the parts we write, by the kind of part. */
export const TYPES = {
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  table: `${SPREADSHEET}.table+xml`,
  comments: `${SPREADSHEET}.comments+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

/** Writes parts under free names and remembers their types. */
export class Parts {
  readonly types = new Map<string, string>();
  readonly written: string[] = [];
  private nextTable: number;

  constructor(readonly pkg: Package) {
    const tables = pkg.paths().filter((path) => /\/tables?\/[^/]*\.xml$/i.test(path));
    this.nextTable = Math.max(0, ...tables.map((path) => Number(attributeOf(pkg.tree(path), 'id') ?? '0'))) + 1;
  }

  /** A table's number, which no other table of the workbook has. */
  tableId(): number {
    return this.nextTable++;
  }
  /** The first free path such as `xl/charts/chart3.xml`. */
  free(folder: string, stem: string, ending = 'xml'): string {
    const taken = new Set(this.pkg.paths().map((path) => path.toLowerCase()));
    for (let number = 1; ; number++) {
      const path = `xl/${folder}${stem}${String(number)}.${ending}`;
      if (!taken.has(path.toLowerCase())) return path;
    }
  }
  put(path: string, text: string, type: keyof typeof TYPES): void {
    this.pkg.set(path, text);
    this.written.push(path);
    if (type !== 'vmlDrawing') this.types.set(path, TYPES[type]);
  }
}

/** Writes what hangs on a sheet and relates it to the sheet's path. */
export function attach(parts: Parts, path: string, place: Place): Attached {
  const { pkg } = parts;
  const tables = place.spec.tables.map((table, index) => {
    const target = parts.free('tables/', 'table');
    parts.put(target, tableXml(place.spec, table, place.tables[index] ?? table.name, parts.tableId()), 'table');
    return pkg.relate(path, 'table', target);
  });
  return {
    tables,
    drawing: place.spec.charts.length > 0 ? attachCharts(parts, path, place) : null,
    notes: attachNotes(parts, path, place),
  };
}

function attachCharts(parts: Parts, path: string, place: Place): string {
  const drawing = parts.free('drawings/', 'drawing');
  parts.put(drawing, '', 'drawing');
  const placed = place.spec.charts.map((chart) => {
    const target = parts.free('charts/', 'chart');
    parts.put(target, chartXml(chart, place.spec, place.name), 'chart');
    return { chart, id: parts.pkg.relate(drawing, 'chart', target) };
  });
  parts.pkg.set(drawing, drawingXml(placed));
  return parts.pkg.relate(path, 'drawing', drawing);
}

function attachNotes(parts: Parts, path: string, place: Place): string | null {
  const noted = place.spec.cells.filter((cell) => cell.note !== undefined && cell.note !== '');
  if (noted.length === 0) return null;
  const notes = parts.free('', 'comments');
  parts.put(notes, notesXml(noted), 'comments');
  parts.pkg.relate(path, 'comments', notes);
  const boxes = parts.free('drawings/', 'vmlDrawing', 'vml');
  parts.put(boxes, noteBoxesXml(noted), 'vmlDrawing');
  return parts.pkg.relate(path, 'vmlDrawing', boxes);
}

/** Kinds of part that belong to one sheet alone and go when it is written again. */
const OWN = new Set([
  'drawing',
  'chart',
  'chartStyle',
  'style',
  'chartColorStyle',
  'colors',
  'table',
  'comments',
  'vmlDrawing',
  'printerSettings',
  'threadedComment',
]);

/** Takes away what hung on a sheet of ours. */
export function detach(pkg: Package, path: string): void {
  for (const entry of pkg.relationships(path)) {
    if (entry.external || !OWN.has(entry.type) || !pkg.has(entry.target)) continue;
    detach(pkg, entry.target);
    pkg.delete(entry.target);
  }
  pkg.unrelate(path, () => true);
}
