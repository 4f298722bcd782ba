/** Lamps of checks in a row, with how many hold of those that apply. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { countOf } from '../../verify/said';
import type { Lamp } from '../../verify/verify';
import { useLooks } from '../parts/looks';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 44px',
    columnGap: '8px',
    alignItems: 'center',
    padding: '5px 0',
  },
  lamps: { display: 'inline-flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '4px' },
  lamp: { width: '9px', height: '9px', flexShrink: 0, overflow: 'visible' },
});

/** What is shown of a lamp. */
type Lit = Pick<Lamp, 'number' | 'verdict'>;

interface LampRowProps {
  readonly name: string;
  readonly lamps: readonly Lit[];
  /** Read out in place of the lamps. */
  readonly said: string;
}

export function LampRow({ name, lamps, said }: LampRowProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const [holds, apply] = [countOf(lamps, 'holds'), lamps.length - countOf(lamps, 'does not apply')];
  return (
    <div className={`${styles.row} ${looks.row}`} role="img" aria-label={said}>
      <span>{name}</span>
      <span className={styles.lamps}>
        {lamps.map((lamp) => (
          <Sign key={lamp.number} verdict={lamp.verdict} />
        ))}
      </span>
      <span className={holds < apply ? looks.danger : looks.quiet} style={{ textAlign: 'right' }}>
        {apply === 0 ? '–' : `${String(holds)}/${String(apply)}`}
      </span>
    </div>
  );
}

/** Round holds, diamond fails, ring does not apply: told by shape, and by colour. */
export function Sign({ verdict }: { readonly verdict: Lamp['verdict'] }): React.JSX.Element {
  const styles = useStyles();
  return (
    <svg className={styles.lamp} viewBox="0 0 10 10" aria-hidden="true">
      {verdict === 'holds' && <circle cx="5" cy="5" r="5" fill={tokens.colorStatusSuccessForeground1} />}
      {verdict === 'fails' && <path d="M5 -1 11 5 5 11 -1 5z" fill={tokens.colorStatusDangerForeground1} />}
      {verdict === 'does not apply' && (
        <circle cx="5" cy="5" r="4.4" fill="none" stroke={tokens.colorNeutralForeground3} strokeWidth="1.2" />
      )}
    </svg>
  );
}
