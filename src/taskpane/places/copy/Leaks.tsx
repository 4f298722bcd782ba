/** What would give a confidential term away: where, how it is worked out, and ways to close it. The term itself is never shown. */
import { Button, makeStyles } from '@fluentui/react-components';
import { SUMS, type Leak } from '../../../share/leak';
import type { Remedy } from '../../../share/shared';
import type { Copying } from '../../copying';
import { money, type Numerals } from '../../figures';
import { CellLink } from '../../parts/Links';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { numeralsIn, useSessionContext } from '../../parts/session-context';

const useStyles = makeStyles({
  remedies: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  remedy: { minWidth: 0, paddingLeft: '10px', paddingRight: '10px' },
  how: { margin: 0 },
});

/** More leaks than this are counted: closing those that are shown often closes others. */
const SHOWN = 8;

export function Leaks({
  leaks,
  copying,
  busy,
}: {
  readonly leaks: readonly Leak[];
  readonly copying: Copying;
  readonly busy: boolean;
}): React.JSX.Element {
  const looks = useLooks();
  return (
    <>
      {leaks.slice(0, SHOWN).map((leak, n) => (
        <One key={`${String(n)} ${leak.at} ${leak.secret}`} leak={leak} first={n === 0} copying={copying} busy={busy} />
      ))}
      {leaks.length > SHOWN && (
        <p className={looks.note}>{leaks.length - SHOWN} more are shown when these are closed.</p>
      )}
    </>
  );
}

const titleOf = ({ place, secret }: Leak): string =>
  place === SUMS ? `The ${secret} can be worked out` : `The ${secret} can be read`;

function One({
  leak,
  first,
  copying,
  busy,
}: {
  readonly leak: Leak;
  readonly first: boolean;
  readonly copying: Copying;
  readonly busy: boolean;
}): React.JSX.Element {
  const styles = useStyles();
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  const { cell, place, at, how, remedies } = leak;
  return (
    <Message tone="wrong" title={titleOf(leak)}>
      <p className={styles.how}>
        {how} {cell === null && place !== SUMS ? `In ${place.toLowerCase()}: ${at}.` : ''}
        {cell === null && place === SUMS && !how.includes('Worked out') ? `${at}.` : ''}
      </p>
      {cell !== null && <CellLink at={cell} />}
      {remedies.length === 0 && <p className={styles.how}>Change or take out what is typed there, then run again.</p>}
      {remedies.length > 0 && (
        <div className={styles.remedies}>
          {remedies.map((remedy, n) => (
            <Button
              key={`${remedy.kind} ${remedy.of}`}
              className={styles.remedy}
              appearance={first && n === 0 ? 'primary' : 'secondary'}
              disabledFocusable={busy}
              onClick={() => {
                copying.remedy(remedy);
              }}
            >
              {remedyWords(remedy, numerals)}
            </Button>
          ))}
        </div>
      )}
    </Message>
  );
}

function remedyWords({ kind, of, shared }: Remedy, numerals: Numerals): string {
  if (kind === 'band') return `Round to ${money(shared.net.band, numerals)}`;
  if (kind === 'aggregate') return 'Add the years up';
  return {
    net: 'Leave out net figures',
    cell: 'Leave this cell out',
    scenarios: 'Leave these scenarios out',
    amounts: 'Leave out its costs and results',
    sources: 'Leave out all sources',
    results: 'Leave out results',
    delivery: 'Leave out the delivery plan',
  }[of];
}
