/** The year table: years down the page, because six figures across do not fit beside a narrow sheet. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Results } from '../../engine/results';
import { tableScale, type Numerals } from '../figures';
import { Figure } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { useWalking } from '../parts/walking';
import type { WorldView, YearRow } from '../reading';
import { yearColumns, type YearColumn } from './year-columns';

interface YearTableProps {
  readonly results: Results;
  readonly rows: readonly YearRow[];
  readonly view: WorldView;
  readonly numerals: Numerals;
}

export function YearTable({ results, rows, view, numerals }: YearTableProps): React.JSX.Element {
  const looks = useLooks();
  const walking = useWalking();
  const scale = useMemo(
    () => tableScale(rows.flatMap((row) => (view === 'change' ? [row.without, row.with, row.impact] : [row[view]]))),
    [rows, view],
  );
  const columns = yearColumns(
    view,
    rows.some((row) => row.room !== null),
    { results, scale, numerals },
  );
  return (
    <table className={looks.table} ref={walking}>
      <caption className={looks.hidden}>
        {view === 'change' ? 'Budget impact by year' : `Cost by year, ${view}`}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(looks.head, looks.first)}>
            Year
          </th>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.year} className={looks.row}>
            <th scope="row" className={mergeClasses(looks.cell, looks.first)}>
              {row.year}
            </th>
            {columns.map((column) => (
              <YearCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
        <Totals columns={columns} rows={rows} />
      </tbody>
    </table>
  );
}

function Head({ column }: { readonly column: YearColumn }): React.JSX.Element {
  const looks = useLooks();
  const [top, bottom] = column.head;
  return (
    <th scope="col" className={mergeClasses(looks.head, column.wide && looks.wide)}>
      {top}
      {top !== '' && <br />}
      {bottom}
    </th>
  );
}

function YearCell({ column, row }: { readonly column: YearColumn; readonly row: YearRow }): React.JSX.Element {
  const looks = useLooks();
  return (
    <td
      className={mergeClasses(
        looks.cell,
        column.strong && looks.strong,
        column.over?.(row) === true && looks.danger,
        column.wide && looks.wide,
      )}
    >
      <Figure figure={column.figure?.(row)} text={column.text(row)} strong={column.strong} inTable />
    </td>
  );
}

function Totals({
  columns,
  rows,
}: {
  readonly columns: readonly YearColumn[];
  readonly rows: readonly YearRow[];
}): React.JSX.Element {
  const looks = useLooks();
  return (
    <tr className={looks.total}>
      <th scope="row" className={mergeClasses(looks.cell, looks.first, looks.strong)}>
        Total
      </th>
      {columns.map((column) => (
        <td key={column.key} className={mergeClasses(looks.cell, column.wide && looks.wide)}>
          {column.total(rows)}
        </td>
      ))}
    </tr>
  );
}
