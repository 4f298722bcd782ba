/** A small table with its rows' names on the left and the years across, five at a time. */
import { mergeClasses } from '@fluentui/react-components';
import { useLooks } from '../../parts/looks';

export interface Across {
  readonly name: string;
  readonly texts: readonly string[];
  readonly strong?: boolean;
  /** A line above it: what follows is of another kind. */
  readonly apart?: boolean;
  readonly over?: readonly boolean[];
}

interface AcrossYearsProps {
  readonly caption: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly rows: readonly Across[];
}

const ACROSS = 5;

export function AcrossYears({ caption, unit, years, rows }: AcrossYearsProps): React.JSX.Element {
  const starts = Array.from({ length: Math.ceil(years.length / ACROSS) }, (_, index) => index * ACROSS);
  return (
    <>
      {starts.map((start) => (
        <Span key={start} caption={caption} unit={unit} years={years} rows={rows} start={start} />
      ))}
    </>
  );
}

function Span({ caption, unit, years, rows, start }: AcrossYearsProps & { readonly start: number }): React.JSX.Element {
  const looks = useLooks();
  const shown = years.slice(start, start + ACROSS);
  return (
    <table className={looks.table} style={{ marginBottom: 6 }}>
      <caption className={looks.hidden}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(looks.head, looks.first)}>
            {unit}
          </th>
          {shown.map((year) => (
            <th key={year} scope="col" className={looks.head}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, texts, strong, apart, over }) => (
          <tr key={name} className={apart === true ? looks.total : looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.name, apart === true && looks.strong)}>
              {name}
            </th>
            {shown.map((year, index) => (
              <td
                key={year}
                className={mergeClasses(
                  looks.cell,
                  (strong === true || apart === true) && looks.strong,
                  over?.[start + index] === true && looks.danger,
                )}
              >
                {texts[start + index] ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
