/** Rows of an input table: each by its keys; opened, every typed cell with what its column means, and the way to it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { InputRow } from '../inputs';
import { Closed, Open } from '../parts/icons';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { More } from '../parts/More';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '2px 0 8px', padding: '0 0 0 20px' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '24px',
    padding: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: 'inherit',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLink },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  cells: { margin: '2px 0 8px', padding: '0 0 0 20px', fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
  cell: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'center',
    overflowWrap: 'anywhere',
  },
  term: { color: tokens.colorNeutralForeground2 },
  typed: { margin: 0, textAlign: 'right', maxWidth: '170px' },
  says: { gridColumn: '1 / -1', margin: '0 0 6px', color: tokens.colorNeutralForeground3 },
});

/** Rows shown at once. */
const SHOWN = 40;

export function InputRows({
  rows,
  of,
}: {
  readonly rows: readonly InputRow[];
  readonly of: string;
}): React.JSX.Element {
  const styles = useStyles();
  const [count, setCount] = useState(SHOWN);
  return (
    <>
      <ul className={styles.list} aria-label={`Rows of ${of}`}>
        {rows.slice(0, count).map((row) => (
          <Row key={row.cells[0]?.at.cell} row={row} />
        ))}
      </ul>
      {rows.length > count && (
        <More
          count={rows.length - count}
          onMore={() => {
            setCount(rows.length);
          }}
        />
      )}
    </>
  );
}

function Row({ row }: { readonly row: InputRow }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? <Open size={12} /> : <Closed size={12} />}
        <span>{row.name}</span>
      </button>
      {open && (
        <>
          {row.says !== '' && <p className={looks.note}>{row.says}</p>}
          <dl className={styles.cells}>
            {row.cells.map(({ label, typed, says, at }) => (
              <div key={at.cell} className={styles.cell}>
                <dt className={styles.term}>{label}</dt>
                <dd className={styles.typed}>
                  <CellLink at={at} text={typed} />
                </dd>
                {says !== '' && <dd className={styles.says}>{says}</dd>}
              </div>
            ))}
          </dl>
        </>
      )}
    </li>
  );
}
