/** Charts: their series and position are understood, the rest only looks and is kept as it was set. */
import { boxAddress, parseAddress, sheetPrefix, type Box } from '../address';
import { cellAt, usedBox, cellsIn, type Area, type Book, type Sheet } from '../book';
import { childOf, look, thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { pointsThing, trendlinesThing } from './chart-parts';
import { areaOf } from './range';
import { worksheetThing } from './worksheet';

export interface Series {
  readonly item: Thing;
  values: string;
  categories: string;
}
export interface Chart {
  readonly item: Thing;
  readonly type: string;
  name: string;
  at: Box | null;
  readonly series: Series[];
  /** As a shape of its sheet, where charts are among them. */
  readonly shape: Thing;
}

const charts = new WeakMap<Sheet, Chart[]>();
/** Charts of a sheet, in the order in which they were added. */
export const chartsOf = (sheet: Sheet): Chart[] => {
  const known = charts.get(sheet) ?? [];
  charts.set(sheet, known);
  return known;
};

/** The charts of a sheet as they are now, to be put back. */
export function keptCharts(sheet: Sheet): () => void {
  const were = [...chartsOf(sheet)];
  return () => {
    charts.set(sheet, were);
  };
}

export function chartsThing(book: Book, sheet: Sheet): Thing {
  const find = (key: unknown): Chart | undefined =>
    chartsOf(sheet).find((chart) => chart.item.id === key || chart.name === key);
  return thing('ChartCollection', {
    items: () => chartsOf(sheet).map((chart) => chart.item),
    scalars: { Count: { get: () => chartsOf(sheet).length } },
    indexer: (key) => {
      const chart = find(key);
      if (chart === undefined) throw refuse.missing();
      return chart.item;
    },
    methods: {
      GetCount: () => chartsOf(sheet).length,
      GetItem: (key) => {
        const chart = find(key);
        if (chart === undefined) throw refuse.missing();
        return chart.item;
      },
      GetItemOrNullObject: (key) => find(key)?.item ?? null,
      GetItemAt: (n) => {
        const chart = chartsOf(sheet)[whole(n)];
        if (chart === undefined) throw refuse.missing();
        return chart.item;
      },
      Add: (type, source, by) => addChart(book, sheet, text(type), areaOf(source), String(by)),
    },
  });
}

/** The shapes of a sheet: its charts, where Excel counts them among these; the host knows no others. */
export function shapesThing(book: Book, sheet: Sheet): Thing {
  const find = (key: unknown): Thing | null =>
    book.chartsAreShapes
      ? (chartsOf(sheet).find((chart) => chart.name === key || chart.shape.id === key)?.shape ?? null)
      : null;
  return thing('ShapeCollection', {
    indexer: (key) => {
      const shape = find(key);
      if (shape === null) throw refuse.missing();
      return shape;
    },
    methods: { GetItemOrNullObject: find },
  });
}

function addChart(book: Book, sheet: Sheet, type: string, source: Area, by: string): Thing {
  if (sheet.isProtected) throw refuse.denied();
  const id = `{CHART-${String(book.next++)}}`;
  const shapeId = `{SHAPE-${String(book.next++)}}`;
  const chart: Chart = {
    type,
    name: `Chart ${String(chartsOf(sheet).length + 1)}`,
    at: null,
    series: [],
    shape: look('Shape', { id: shapeId, scalars: { Id: { get: () => shapeId } } }),
    item: look('Chart', {
      id,
      scalars: {
        Id: { get: () => id },
        Name: {
          get: () => chart.name,
          set: (name) => {
            chart.name = text(name);
          },
        },
        ChartType: { get: () => type },
      },
      navigations: { Series: () => seriesThing(chart), Worksheet: () => worksheetThing(book, sheet) },
      methods: {
        Delete: () => {
          charts.set(
            sheet,
            chartsOf(sheet).filter((other) => other !== chart),
          );
        },
        GetDataTable: () => childOf(chart.item, 'DataTable', 'ChartDataTable'),
        GetDataTableOrNullObject: () => childOf(chart.item, 'DataTable', 'ChartDataTable'),
        SetPosition: (start, end) => {
          chart.at = between(boxOf(start), boxOf(end ?? start));
        },
      },
    }),
  };
  for (const { box, name, categories } of seriesBoxes(source, by)) {
    const series = addSeries(chart, addressOf({ sheet: source.sheet, box }), name);
    if (categories !== null) series.categories = addressOf({ sheet: source.sheet, box: categories });
  }
  chartsOf(sheet).push(chart);
  return chart.item;
}

const boxOf = (cell: unknown): Box => (typeof cell === 'string' ? parseAddress(cell).box : areaOf(cell).box);
const between = (a: Box, b: Box): Box => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
const addressOf = ({ sheet, box }: Area): string => `${sheetPrefix(sheet.name)}!${boxAddress(box)}`;

interface Line {
  readonly box: Box;
  readonly name?: string;
  readonly categories: Box | null;
}

/**
 * A series for each row or column; text in the first column or row makes categories or names of it (from memory of Excel).
 * An empty source has no series, as in Excel (then `getItemAt(0)` fails).
 */
function seriesBoxes({ sheet, box }: Area, by: string): readonly Line[] {
  if (usedBox(sheet, true, box) === null) return [];
  const holdsText = (part: Box): boolean =>
    part.top <= part.bottom &&
    part.left <= part.right &&
    [...cellsIn(sheet, part)].some(([, , cell]) => typeof cell.held?.value === 'string');
  const top = holdsText({ ...box, left: box.left + 1, bottom: box.top }) ? box.top + 1 : box.top;
  const left = holdsText({ ...box, top: Math.min(top, box.bottom), right: box.left }) ? box.left + 1 : box.left;
  const inner = { ...box, top, left };
  const byRows = by === 'Rows' || (by === 'Auto' && inner.right - left > inner.bottom - top);
  const nameAt = (row: number, column: number): { readonly name?: string } => {
    const value = cellAt(sheet, row, column)?.held?.value;
    return value === undefined ? {} : { name: String(value) };
  };
  return byRows
    ? Array.from({ length: inner.bottom - top + 1 }, (_, n) => ({
        box: { ...inner, top: top + n, bottom: top + n },
        categories: top === box.top ? null : { ...inner, top: box.top, bottom: box.top },
        ...(left === box.left ? {} : nameAt(top + n, box.left)),
      }))
    : Array.from({ length: inner.right - left + 1 }, (_, n) => ({
        box: { ...inner, left: left + n, right: left + n },
        categories: left === box.left ? null : { ...inner, left: box.left, right: box.left },
        ...(top === box.top ? {} : nameAt(box.top, left + n)),
      }));
}

function addSeries(chart: Chart, values: string, name?: string): Series {
  const points = new Map<number, Thing>();
  const trends: Thing[] = [];
  const series: Series = {
    values,
    categories: '',
    item: look('ChartSeries', {
      bag: new Map<string, unknown>(name === undefined ? [] : [['Name', name]]),
      navigations: {
        Points: () => pointsThing(() => series.values, points),
        Trendlines: () => trendlinesThing(trends),
      },
      methods: {
        SetValues: (range) => {
          series.values = addressOf(areaOf(range));
        },
        SetXAxisValues: (range) => {
          series.categories = addressOf(areaOf(range));
        },
        SetBubbleSizes: (range) => {
          series.item.bag?.set('BubbleSizes', addressOf(areaOf(range)));
        },
        GetDimensionDataSourceType: () => 'LocalRange',
        GetDimensionDataSourceString: (dimension) =>
          ({ Values: series.values, YValues: series.values, Categories: series.categories })[text(dimension)] ?? '',
        Delete: () => {
          chart.series.splice(chart.series.indexOf(series), 1);
        },
      },
    }),
  };
  chart.series.push(series);
  return series;
}

function seriesThing(chart: Chart): Thing {
  const at = (n: unknown): Thing => {
    const series = chart.series[whole(n)];
    if (series === undefined) throw refuse.argument();
    return series.item;
  };
  return thing('ChartSeriesCollection', {
    items: () => chart.series.map((series) => series.item),
    scalars: { Count: { get: () => chart.series.length } },
    methods: {
      GetCount: () => chart.series.length,
      GetItemAt: at,
      Add: (name) => addSeries(chart, '', typeof name === 'string' ? name : undefined).item,
    },
  });
}
