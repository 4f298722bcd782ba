/**
 * Rows of figures with the years across, at most five at a time and as many in each block: for what has a name and a value
 * in every year. The name stands on a line of its own, so that neither long names nor large figures are cut at 320 pixels.
 */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Figure } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { useWalking } from '../parts/walking';

/** One row: texts are ready to print; `figure` names what a year's cell explains. */
export interface YearlyRow {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly texts: readonly string[];
  readonly figure?: (year: number) => string;
}

interface ByYearProps {
  readonly caption: string;
  readonly years: readonly number[];
  readonly rows: readonly YearlyRow[];
}

const MOST_ACROSS = 5;
const useStyles = makeStyles({
  table: { tableLayout: 'fixed', marginBottom: '6px' },
  tight: { paddingLeft: '3px' },
  name: { paddingTop: '5px', paddingBottom: 0 },
  figures: { paddingTop: '2px' },
});

export function ByYear({ caption, years, rows }: ByYearProps): React.JSX.Element {
  const blocks = Math.ceil(years.length / MOST_ACROSS);
  const across = Math.ceil(years.length / Math.max(1, blocks));
  const starts = Array.from({ length: blocks }, (_, index) => index * across);
  return (
    <>
      {starts.map((start) => (
        <Span key={start} caption={caption} years={years} rows={rows} start={start} across={across} />
      ))}
    </>
  );
}

interface SpanProps extends ByYearProps {
  readonly start: number;
  /** Columns of every block, so that years stand under each other. */
  readonly across: number;
}

function Span({ caption, years, rows, start, across }: SpanProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const walking = useWalking();
  const shown = years.slice(start, start + across);
  return (
    <table className={mergeClasses(looks.table, styles.table)} ref={walking}>
      <caption className={looks.hidden}>{caption}</caption>
      <colgroup span={across} />
      <thead>
        <tr>
          {shown.map((year) => (
            <th key={year} scope="col" className={mergeClasses(looks.head, styles.tight)}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <Group key={row.key} row={row} years={shown} start={start} across={across} />
      ))}
    </table>
  );
}

interface GroupProps {
  readonly row: YearlyRow;
  readonly years: readonly number[];
  readonly start: number;
  readonly across: number;
}

function Group({ row, years, start, across }: GroupProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  return (
    <tbody>
      <tr className={looks.row}>
        <th
          scope="rowgroup"
          colSpan={across}
          className={mergeClasses(looks.cell, looks.name, looks.quiet, styles.name)}
        >
          {row.name}
        </th>
      </tr>
      <tr>
        {years.map((year, index) => (
          <td key={year} className={mergeClasses(looks.cell, styles.tight, styles.figures)}>
            <Figure figure={row.figure?.(year)} text={row.texts[start + index] ?? '–'} inTable />
          </td>
        ))}
      </tr>
    </tbody>
  );
}
