/** What hangs on charts and their series and only looks: points, trend lines, tables of data, words of a title. */
import { parseAddress } from '../address';
import { look, thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';

/** The points of a series, one for each of its cells: they only look. */
export function pointsThing(values: () => string, made: Map<number, Thing>): Thing {
  const count = (): number => {
    if (values() === '') return 0;
    const { top, left, bottom, right } = parseAddress(values()).box;
    return (bottom - top + 1) * (right - left + 1);
  };
  const at = (n: number): Thing => {
    if (n < 0 || n >= count()) throw refuse.argument();
    const point = made.get(n) ?? look('ChartPoint');
    made.set(n, point);
    return point;
  };
  return thing('ChartPointsCollection', {
    items: () => Array.from({ length: count() }, (_, n) => at(n)),
    scalars: { Count: { get: count } },
    methods: { GetCount: count, GetItemAt: (n) => at(whole(n)) },
  });
}

/** The trend lines of a series, by their numbers from 0. */
export function trendlinesThing(lines: Thing[]): Thing {
  const at = (n: unknown): Thing => {
    const line = lines[whole(n)];
    if (line === undefined) throw refuse.missing();
    return line;
  };
  return thing('ChartTrendlineCollection', {
    items: () => lines,
    indexer: at,
    methods: {
      GetCount: () => lines.length,
      GetItem: at,
      Add: (type) => {
        const line: Thing = look('ChartTrendline', {
          bag: new Map<string, unknown>([['Type', type === undefined || type === null ? 'Linear' : text(type)]]),
          methods: {
            Delete: () => {
              lines.splice(lines.indexOf(line), 1);
            },
          },
        });
        lines.push(line);
        return line;
      },
    },
  });
}
