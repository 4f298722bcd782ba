/** Rows of figures with the years across, five at a time: for what has a name and a value in every year. */
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
  readonly total?: true;
}

interface ByYearProps {
  readonly caption: string;
  readonly years: readonly number[];
  readonly rows: readonly YearlyRow[];
}

const ACROSS = 5;
const useStyles = makeStyles({
  table: { tableLayout: 'fixed', marginBottom: '6px' },
  corner: { width: '23%' },
  tight: { paddingLeft: '3px' },
});

export function ByYear({ caption, years, rows }: ByYearProps): React.JSX.Element {
  const starts = Array.from({ length: Math.ceil(years.length / ACROSS) }, (_, index) => index * ACROSS);
  return (
    <>
      {starts.map((start) => (
        <Span key={start} caption={caption} years={years} rows={rows} start={start} />
      ))}
    </>
  );
}

function Span({ caption, years, rows, start }: ByYearProps & { readonly start: number }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const walking = useWalking();
  const shown = years.slice(start, start + ACROSS);
  return (
    <table className={mergeClasses(looks.table, styles.table)} ref={walking}>
      <caption className={looks.hidden}>{caption}</caption>
      <thead>
        <tr>
          <td className={mergeClasses(looks.head, styles.corner)} />
          {shown.map((year) => (
            <th key={year} scope="col" className={mergeClasses(looks.head, styles.tight)}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.total ? looks.total : looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.name, row.total && looks.strong)}>
              {row.name}
            </th>
            {shown.map((year, index) => (
              <td key={year} className={mergeClasses(looks.cell, styles.tight)}>
                <Figure figure={row.figure?.(year)} text={row.texts[start + index] ?? '–'} inTable />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
