/** Where the money goes: stacked columns by cost category, with the table that is their legend. */
import { mergeClasses, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Results, ScenarioFigures } from '../../engine/results';
import type { Appearance } from '../appearance';
import type { Columns, Part } from '../charts/columns';
import { ColumnsChart } from '../charts/ColumnsChart';
import { offset, PAINTS, tint, type Paint } from '../charts/paints';
import { add, approximate, compare, largestRemainder, ratio, round, sign } from '../exact';
import { count, money, scaled, spell, tableScale, unitOf, type Numerals, type Scale } from '../figures';
import { figureName } from '../figure-names';
import { Figure } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { NetMark, Swatch } from '../parts/Swatch';
import { useWalking } from '../parts/walking';
import { categoryRows, sumByYear, type CategoryRow, type WorldView } from '../reading';
import { stackDescription } from '../sentences';

interface MoneyProps {
  readonly results: Results;
  readonly figures: ScenarioFigures;
  readonly view: WorldView;
  readonly numerals: Numerals;
  readonly appearance: Appearance;
}

/** Paint of a row: tints from largest to smallest, grey hatching for what lowers the cost. */
function paintOf(row: CategoryRow, index: number, appearance: Appearance): Paint {
  return sign(row.total) < 0 ? offset(appearance) : tint(appearance, index);
}

/** Parts of the columns; what has no paint of its own is drawn as one part. */
function partsOf(rows: readonly CategoryRow[], years: number, scale: Scale, appearance: Appearance): readonly Part[] {
  const painted = rows.map((row, index) => ({ row, paint: paintOf(row, index, appearance) }));
  const own = painted.filter(({ row }, index) => index < PAINTS - 1 || sign(row.total) < 0 || rows.length <= PAINTS);
  const rest = painted.filter((one) => !own.includes(one));
  const values = (list: readonly string[]): readonly number[] =>
    list.map((value) => approximate(value) / 10 ** scale.power);
  const others =
    rest[0] === undefined
      ? []
      : [
          {
            name: 'Others',
            paint: rest[0].paint,
            values: values(
              sumByYear(
                rest.map(({ row }) => row.values),
                years,
              ),
            ),
          },
        ];
  return [...own.map(({ row, paint }) => ({ name: row.category, paint, values: values(row.values) })), ...others];
}

function columnsOf(
  { results, figures, view, numerals, appearance }: MoneyProps,
  rows: readonly CategoryRow[],
  scale: Scale,
): Columns {
  const totals = sumByYear(
    rows.map((row) => row.values),
    results.years.length,
  );
  const limit = view === 'change' ? (figures.impact.test?.threshold ?? null) : null;
  return {
    years: results.years,
    parts: partsOf(rows, results.years.length, scale, appearance),
    labels: totals.map((value) => scaled(value, scale, numerals)),
    unit: unitOf(scale, numerals),
    net: rows.some((row) => row.values.some((value) => sign(value) < 0)),
    limit:
      limit === null ? null : { at: approximate(limit) / 10 ** scale.power, name: `${money(limit, numerals)} line` },
    spell: (value) => spell(String(Number(value.toPrecision(6))), numerals),
  };
}

export function Money(props: MoneyProps): React.JSX.Element | null {
  const looks = useLooks();
  const { results, figures, view, numerals, appearance } = props;
  const rows = useMemo(() => categoryRows(results, figures, view), [results, figures, view]);
  const scale = useMemo(() => tableScale(rows.flatMap((row) => row.values)), [rows]);
  const columns = columnsOf(props, rows, scale);
  if (rows.length === 0) return null;
  const title = view === 'change' ? 'Budget impact' : `Cost ${view} the new technology`;
  const limit = view === 'change' ? (figures.impact.test?.threshold ?? null) : null;
  return (
    <section className={looks.block} aria-label="Where the money goes">
      <Heading beside={`${view === 'change' ? 'change' : view}, ${unitOf(scale, numerals)} a year`}>
        Where the money goes
      </Heading>
      <ColumnsChart
        columns={columns}
        appearance={appearance}
        description={stackDescription(title, rows, results.years, limit, scale, numerals)}
      />
      <CategoryTable
        rows={rows}
        years={results.years.length}
        scale={scale}
        numerals={numerals}
        appearance={appearance}
        net={columns.net}
        view={view}
      />
    </section>
  );
}

const useStyles = makeStyles({ name: { display: 'flex', alignItems: 'center', gap: '7px' }, share: { width: '48px' } });

interface CategoryTableProps {
  readonly rows: readonly CategoryRow[];
  readonly years: number;
  readonly scale: Scale;
  readonly numerals: Numerals;
  readonly appearance: Appearance;
  readonly net: boolean;
  readonly view: WorldView;
}

/** Printed parts add up to their total, and shares to 100%: the last digit goes to the largest remainders. */
function CategoryTable({ rows, years, scale, numerals, appearance, net, view }: CategoryTableProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const total = add(...rows.map((row) => row.total));
  const parts = largestRemainder(
    rows.map((row) => row.total),
    scale.places,
    scale.power,
  );
  const shares = sharesOf(rows, total);
  const figureOf = (category: string): string | undefined =>
    category === ''
      ? undefined
      : view === 'change'
        ? figureName('Budget impact by category', category)
        : figureName('Cost by category', view, category);
  const walking = useWalking();
  return (
    <table className={looks.table} ref={walking}>
      <caption className={looks.hidden}>By category, sum of the years</caption>
      <thead className={looks.hidden}>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">{unitOf(scale, numerals)}</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.category} className={looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
              <span className={styles.name}>
                <Swatch paint={paintOf(row, index, appearance)} />
                {row.category === '' ? 'No category' : row.category}
              </span>
            </th>
            <td className={looks.cell}>
              <Figure figure={figureOf(row.category)} text={spell(parts[index] ?? '0', numerals)} inTable />
            </td>
            <td className={mergeClasses(looks.cell, looks.quiet, styles.share)}>
              {shareText(row, shares[index], total, numerals)}
            </td>
          </tr>
        ))}
        <tr className={looks.total}>
          <th scope="row" className={mergeClasses(looks.cell, looks.name, looks.strong)}>
            <span className={styles.name}>
              {net && <NetMark />}
              {years === 1 ? 'One year' : `${capital(count(years))} years`}
            </span>
          </th>
          <td className={looks.cell}>{spell(round(total, scale.places, scale.power), numerals)}</td>
          <td className={looks.cell}>{sign(total) === 0 ? '–' : '100%'}</td>
        </tr>
      </tbody>
    </table>
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Whole per cents of the total; none where the total is nothing. */
function sharesOf(rows: readonly CategoryRow[], total: string): readonly string[] {
  const shares = rows.map((row) => ratio(row.total, total));
  return shares.every((share) => share !== null) ? largestRemainder(shares, 0, -2) : [];
}

/** A share that is not nothing is never printed as 0%. */
function shareText(row: CategoryRow, share: string | undefined, total: string, numerals: Numerals): string {
  if (share === undefined) return '–';
  if (sign(share) === 0 && sign(row.total) !== 0) return `${sign(row.total) === sign(total) ? '' : '\u2212'}<1%`;
  return compare(share, '100') >= 0 && compare(row.total, total) !== 0 && rowIsPart(row, total)
    ? '>99%'
    : `${spell(share, numerals)}%`;
}

const rowIsPart = (row: CategoryRow, total: string): boolean => sign(row.total) > 0 && compare(row.total, total) < 0;
