/** What may leave this pane: the sheets that would be written, and what became of them. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Snapshot, Written } from '../../workbook/workbook';
import { several } from '../figures';
import { CellLink } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { Message, ToneSign } from '../parts/Message';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { sheetsToWrite, type Sheets } from '../state';
import { EarlierResults } from './EarlierResults';
import { FigureChanges } from './FigureChanges';
import { SheetLine, Touched, WriteAs } from './SheetsToWrite';

type Drafted = Exclude<Sheets, { kind: 'none' }>;

const useStyles = makeStyles({
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
  const { state } = useSessionContext();
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
      <EarlierResults earlier={state.earlier} />
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
        <Heading>Sheets</Heading>
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
      <WriteAs />
    </>
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
      {(written.notices ?? []).map((notice) => (
        <Message key={notice} tone="notice">
          {notice}
        </Message>
      ))}
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
