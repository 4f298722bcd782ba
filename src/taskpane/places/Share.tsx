/** What may leave this pane: which sheets, how many cells, what was changed by hand, which figures change. */
import { Checkbox, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { OwnedSheet, SheetSpec, Snapshot, Written } from '../../workbook/workbook';
import { asTyped, several, type Numerals } from '../figures';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { Message, ToneSign } from '../parts/Message';
import { More } from '../parts/More';
import { Radios } from '../parts/Radios';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { figuresThatChange } from '../sheets';
import { sheetsToWrite, type Sheets } from '../state';

type Drafted = Exclude<Sheets, { kind: 'none' }>;

const useStyles = makeStyles({
  sheet: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: { flexGrow: 1, minWidth: 0, marginLeft: '-8px' },
  side: {
    display: 'flex',
    marginLeft: 'auto',
    gap: '16px',
    fontSize: tokens.fontSizeBase200,
    paddingTop: '8px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  done: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '5px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
  },
});

export function Share({
  sheets,
  snapshot,
}: {
  readonly sheets: Sheets;
  readonly snapshot: Snapshot;
}): React.JSX.Element {
  const looks = useLooks();
  if (sheets.kind === 'none')
    return <Spinner size="tiny" label="Laying out the sheets" labelPosition="after" className={looks.quiet} />;
  return (
    <>
      {sheets.kind === 'written' && <Done written={sheets.written} />}
      {sheets.kind === 'failed' && (
        <Message tone="wrong" title="The sheets are not written">
          {sheets.message} Your results are kept in this pane.
        </Message>
      )}
      {sheets.kind !== 'written' && <Plan sheets={sheets} snapshot={snapshot} />}
    </>
  );
}

function Plan({ sheets, snapshot }: { readonly sheets: Drafted; readonly snapshot: Snapshot }): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  const { report, left } = sheets;
  const writing = sheetsToWrite(sheets);
  const touched = snapshot.owned.filter(
    (owned) => owned.changed && report.sheets.some((sheet) => sheet.key === owned.key && !left.includes(sheet.key)),
  );
  return (
    <>
      <h1 className={looks.lead}>
        {writing === 0 ? 'No sheet is chosen.' : `${several(writing, 'sheet')} will be written.`}{' '}
        <span className={looks.strong}>Your sheets are not touched.</span>
      </h1>
      <section aria-label="Sheets">
        <div className={looks.heading}>
          <h2 className={looks.h2}>Sheets</h2>
        </div>
        {report.sheets.map((sheet) => (
          <SheetLine
            key={sheet.key}
            sheet={sheet}
            owned={snapshot.owned.find((one) => one.key === sheet.key)}
            out={left.includes(sheet.key)}
            replaced={sheets.replace.includes(sheet.key)}
            numerals={numerals}
          />
        ))}
      </section>
      {touched.map((owned) => (
        <Touched key={owned.key} owned={owned} replaced={sheets.replace.includes(owned.key)} />
      ))}
      <FigureChanges sheets={sheets} snapshot={snapshot} numerals={numerals} />
    </>
  );
}

function contents(sheet: SheetSpec): string {
  const parts = [
    [sheet.tables.length, 'table'],
    [sheet.charts.length, 'chart'],
  ] as const;
  const held = parts.filter(([n]) => n > 0).map(([n, noun]) => several(n, noun));
  return held.length === 0 ? 'text and figures' : held.join(', ');
}

function SheetLine({
  sheet,
  owned,
  out,
  replaced,
  numerals,
}: {
  readonly sheet: SheetSpec;
  readonly owned: OwnedSheet | undefined;
  readonly out: boolean;
  readonly replaced: boolean;
  readonly numerals: Numerals;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { does } = useSessionContext();
  return (
    <div className={styles.sheet}>
      <Checkbox
        className={styles.label}
        checked={!out}
        onChange={(_, data) => {
          does.dispatch({ type: 'leave out', key: sheet.key, on: data.checked !== true });
        }}
        label={
          <>
            {owned?.name ?? sheet.name}
            <br />
            <span className={looks.caption}>{contents(sheet)}</span>
          </>
        }
      />
      <span className={styles.side}>
        <span className={looks.quiet}>{owned === undefined || (owned.changed && !replaced) ? 'new' : 'update'}</span>
        <span>{several(sheet.cells.length, 'cell', numerals)}</span>
      </span>
    </div>
  );
}

const KEEP = [
  { value: 'keep', label: 'Keep mine' },
  { value: 'replace', label: 'Replace' },
] as const;

/** A sheet of ours that the user has changed since: his stays, unless he lets it go. */
function Touched({ owned, replaced }: { readonly owned: OwnedSheet; readonly replaced: boolean }): React.JSX.Element {
  const { does } = useSessionContext();
  return (
    <div style={{ marginTop: 16 }}>
      <Message tone="careful" title={`You changed ${owned.name} since the last write`}>
        <p style={{ margin: 0 }}>
          {replaced
            ? 'It will be written anew. What you typed there is lost.'
            : `It is kept as you left it. The new figures go to a sheet beside it; untick ${owned.name} above to write none.`}
        </p>
        <CellLink at={{ sheet: owned.name, cell: 'A1' }} text={owned.name} />
        <Radios
          label={owned.name}
          value={replaced ? 'replace' : 'keep'}
          options={KEEP}
          onChoose={(value) => {
            does.dispatch({ type: 'replace', key: owned.key, on: value === 'replace' });
          }}
        />
      </Message>
    </div>
  );
}

const SHOWN = 6;

function FigureChanges({
  sheets,
  snapshot,
  numerals,
}: {
  readonly sheets: Drafted;
  readonly snapshot: Snapshot;
  readonly numerals: Numerals;
}): React.JSX.Element | null {
  const looks = useLooks();
  const [all, setAll] = useState(false);
  const { changes, compared } = useMemo(() => figuresThatChange(sheets.report, snapshot), [sheets.report, snapshot]);
  if (compared === 0) return null;
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <section className={looks.block} aria-label="Figures that will change">
      <div className={looks.heading}>
        <h2 className={looks.h2}>Figures that will change</h2>
        <span className={looks.caption}>
          {changes.length} of {several(compared, 'figure', numerals)}
        </span>
      </div>
      {changes.length === 0 ? (
        <p className={looks.note}>None. What is written is what is there.</p>
      ) : (
        <table className={looks.table}>
          <caption className={looks.hidden}>Figures that will change</caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(looks.head, looks.first)}>
                Figure
              </th>
              <th scope="col" className={looks.head}>
                now
              </th>
              <th scope="col" className={looks.head}>
                new
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change, index) => (
              <tr key={`${change.label}${String(index)}`} className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                  {change.label}
                </th>
                <td className={mergeClasses(looks.cell, looks.quiet)}>{asTyped(change.now, numerals, 2)}</td>
                <td className={mergeClasses(looks.cell, looks.strong)}>{asTyped(change.next, numerals, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < changes.length && (
        <More
          count={changes.length - shown.length}
          onMore={() => {
            setAll(true);
          }}
        />
      )}
    </section>
  );
}

/** What a write left in the workbook. */
function Done({ written }: { readonly written: Written }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  return (
    <section aria-label="Written">
      <h1 className={looks.lead}>
        <span className={looks.strong}>{several(written.sheets.length, 'sheet')} written.</span> Your sheets are as they
        were.
      </h1>
      {written.kept.length > 0 && (
        <Message
          tone="notice"
          title={`${written.kept.join(', ')} kept as you left ${written.kept.length === 1 ? 'it' : 'them'}`}
        >
          The new figures stand on sheets beside.
        </Message>
      )}
      <ul className={styles.list}>
        {written.sheets.map((sheet) => (
          <li key={sheet.key} className={styles.done}>
            <ToneSign tone="good" />
            <span style={{ flexGrow: 1 }}>
              <CellLink at={{ sheet: sheet.name, cell: 'A1' }} text={sheet.name} />
            </span>
            <span className={looks.quiet}>{several(sheet.cells, 'cell', numerals)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
