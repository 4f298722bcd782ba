/** What was written before: each result can be written again, as it was, over what stands there now. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Report } from '../../workbook/workbook';
import { several } from '../figures';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { useSessionContext } from '../parts/session-context';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '5px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

export function EarlierResults({ earlier }: { readonly earlier: readonly Report[] }): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const { state, does } = useSessionContext();
  if (earlier.length === 0) return null;
  return (
    <section className={looks.block} aria-label="Earlier results">
      <Heading beside={state.keeps ? 'kept in this workbook' : 'kept until this pane is closed'}>
        Earlier results
      </Heading>
      {state.keeps && (
        <p className={looks.quiet}>
          They go where the workbook goes. A payer copy has none of them.{' '}
          <Button
            size="small"
            appearance="transparent"
            disabled={state.activity.kind === 'working'}
            onClick={does.forget}
          >
            Forget them
          </Button>
        </p>
      )}
      <ul className={styles.list}>
        {earlier.map((report) => (
          <li key={report.stamp} className={styles.one}>
            <span className={styles.words}>
              {report.stamp}
              <br />
              <span className={looks.quiet}>{several(report.sheets.length, 'sheet')}</span>
            </span>
            <Button
              size="small"
              aria-label={`Restore ${report.stamp}`}
              disabled={state.activity.kind === 'working'}
              onClick={() => {
                does.restore(report);
              }}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
