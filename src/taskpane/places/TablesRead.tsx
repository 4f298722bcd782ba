/** What was read: every input table, its size and sheet; its rows, looked through or searched. */
import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Assessment, TableRead } from '../../assess';
import type { Severity } from '../../engine/finding';
import type { Snapshot } from '../../workbook/workbook';
import { plainName } from '../changes';
import { several } from '../figures';
import { rowsOf, rowsWith, type InputRow } from '../inputs';
import { Heading } from '../parts/Heading';
import { Closed, Open } from '../parts/icons';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { ToneSign, type Tone } from '../parts/Message';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { InputRows } from './InputRows';

const useStyles = makeStyles({
  search: { width: '100%', marginBottom: '8px' },
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', columnGap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '28px',
    padding: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    textAlign: 'left',
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLink },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  size: { color: tokens.colorNeutralForeground2 },
});

/** The worst that was found in a table. */
function toneOf(table: TableRead, findings: Assessment['findings']): Tone {
  const severities = new Set<Severity>(
    findings
      .filter((finding) => finding.at?.table?.toLowerCase() === table.table.toLowerCase())
      .map((finding) => finding.severity),
  );
  if (severities.has('error')) return 'wrong';
  return severities.has('warning') ? 'careful' : 'good';
}

const SPOKEN: Readonly<Record<Tone, string>> = {
  good: 'in order',
  careful: 'has a warning',
  wrong: 'has an error',
  notice: '',
  waiting: '',
};

interface TablesReadProps {
  readonly assessment: Assessment;
  readonly snapshot: Snapshot;
}

export function TablesRead({ assessment, snapshot }: TablesReadProps): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const { state } = useSessionContext();
  const [wanted, setWanted] = useState('');
  const tables = useMemo(
    () => assessment.read.map((table) => ({ table, rows: rowsOf(snapshot, table, numeralsIn(state)) })),
    [assessment, snapshot, state],
  );
  if (tables.length === 0) return null;
  const searching = wanted.trim() !== '';
  const found = tables
    .map(({ table, rows }) => ({ table, rows: rowsWith(rows, plainName(table.table), wanted) }))
    .filter(({ rows }) => !searching || rows.length > 0);
  const count = searching
    ? found.reduce((sum, { rows }) => sum + rows.length, 0)
    : assessment.read.reduce((sum, table) => sum + table.rows, 0);
  return (
    <section className={looks.block} aria-label="What was read">
      <Heading beside={several(count, 'row')}>What was read</Heading>
      <Input
        className={styles.search}
        size="small"
        type="search"
        aria-label="Find an input"
        placeholder="Find an input: a name, a column, a number"
        value={wanted}
        onChange={(_, data) => {
          setWanted(data.value);
        }}
      />
      {found.length === 0 && <p className={looks.note}>Nothing that was typed holds that.</p>}
      <ul className={styles.list} aria-label="Tables that were read">
        {found.map(({ table, rows }) => (
          <Item
            key={`${table.table}${String(searching)}`}
            table={table}
            rows={rows}
            tone={toneOf(table, assessment.findings)}
            searching={searching}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly table: TableRead;
  readonly rows: readonly InputRow[];
  readonly tone: Tone;
  /** Rows that were looked for are shown at once. */
  readonly searching: boolean;
}

function Item({ table, rows, tone, searching }: ItemProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const [open, setOpen] = useState(searching);
  return (
    <li className={looks.row}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? <Open size={12} /> : <Closed size={12} />}
          <ToneSign tone={tone} />
          <span>
            {plainName(table.table)}
            <span className={looks.hidden}>, {SPOKEN[tone]},</span>{' '}
            <span className={styles.size}>{several(searching ? rows.length : table.rows, 'row')}</span>
          </span>
        </button>
        <CellLink at={{ sheet: table.sheet, cell: table.cell, table: table.table }} text={table.sheet} />
      </div>
      {open && (
        <>
          {!searching && <p className={mergeClasses(looks.note, looks.quiet)}>{table.meanings.doc}</p>}
          <InputRows rows={rows} of={plainName(table.table)} />
        </>
      )}
    </li>
  );
}
