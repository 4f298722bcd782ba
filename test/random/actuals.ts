/** Random actuals for a workbook: by year or by month, for one subgroup or for all, some measures and none of others. */
import type fc from 'fast-check';
import { isAll, type Plain, type PlainTable } from '../second/sheet';
import { drawn, tableOf, type Draw, type Row } from './draw';

/** Cells of a column, of rows for which another column holds this. */
function column(
  tables: readonly PlainTable[],
  table: string,
  header: string,
  where?: readonly [string, Plain],
): Plain[] {
  const found = tables.find((each) => each.table === table);
  const at = (name: string): number => found?.headers.indexOf(name) ?? -1;
  return (found?.rows ?? [])
    .filter((row) => where === undefined || row[at(where[0])] === where[1])
    .map((row) => row[at(header)] ?? null);
}

const setting = (tables: readonly PlainTable[], name: string): number =>
  Number(column(tables, 'BIM_Model', 'Value', ['Setting', name])[0] ?? 1);

/** Periods of a year: the whole of it, some of its months, or none. */
function periodsOf(draw: Draw, year: number, whole: boolean): string[] {
  if (whole || draw.chance(45)) return [String(year)];
  if (draw.chance(30)) return [];
  const first = draw.whole(1, 12);
  return Array.from(
    { length: draw.whole(1, 13 - first) },
    (_, n) => `${String(year)}-${String(first + n).padStart(2, '0')}`,
  );
}

const AMOUNTS = { eligible: 3000, starts: 900, patients: 1200, spend: 400_000 } as const;

/** The workbook with BIM_Actuals; `whole`: starts and patients of every year. */
export const actualsOf = (tables: readonly PlainTable[], whole = false): fc.Arbitrary<PlainTable[]> =>
  drawn((draw) => {
    const years = Array.from({ length: setting(tables, 'Years') }, (_, n) => setting(tables, 'First year') + n);
    const fresh = column(tables, 'BIM_Technologies', 'Technology', ['Role', 'new']);
    const subgroups = [...new Set(column(tables, 'BIM_Population', 'Subgroup'))].filter(
      (name) => !isAll(String(name ?? '')),
    );
    const rowsFor = (Measure: keyof typeof AMOUNTS, Technology: Plain): Row[] => {
      const named = subgroups.length > 1 && draw.chance(50) ? subgroups.filter(() => draw.chance(75)) : [null];
      return named.flatMap((Subgroup) =>
        years.flatMap((year) =>
          periodsOf(draw, year, whole).map((Period) => {
            const most = Period.includes('-') && Measure !== 'patients' ? AMOUNTS[Measure] / 12 : AMOUNTS[Measure];
            return { Period, Measure, Technology, Subgroup, Value: draw.chance(12) ? 0 : draw.decimal(0, most, 1) };
          }),
        ),
      );
    };
    const measures = (['starts', 'patients', 'spend'] as const).filter((of) =>
      whole ? of !== 'spend' : draw.chance(65),
    );
    const rows = [
      ...(draw.chance(50) ? rowsFor('eligible', null) : []),
      ...fresh.flatMap((name) =>
        (measures.length === 0 ? (['starts'] as const) : measures).flatMap((of) => rowsFor(of, name)),
      ),
    ];
    // Never none at all: then there is no bridge.
    const some = rows.some(({ Measure }) => Measure !== 'eligible')
      ? []
      : fresh
          .slice(0, 1)
          .map((Technology) => ({ Period: String(years[0] ?? 0), Measure: 'starts', Technology, Value: 50 }));
    return [...tables, ...tableOf('BIM_Actuals', [...rows, ...some])];
  });
