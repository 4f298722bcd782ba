/** What goes into the copy: parts that can be left out, the impact after agreements where it may be shown, and cells left out. */
import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { withNet, withoutPart, type Net, type Part, type Shared } from '../../../share/shared';
import type { Copying } from '../../copying';
import { money } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Lock } from '../../parts/icons';
import { useLooks } from '../../parts/looks';
import { Radios } from '../../parts/Radios';
import { numeralsIn, useSessionContext } from '../../parts/session-context';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  switch: { flexGrow: 1, justifyContent: 'space-between', marginRight: '-8px' },
  label: { flexGrow: 1, paddingLeft: 0, fontSize: '13px', lineHeight: '18px' },
  never: { display: 'inline-flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground2 },
  net: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

const PARTS: readonly (readonly [Part, string])[] = [
  ['sources', 'Sources and notes'],
  ['results', 'Result at list price'],
  ['delivery', 'Delivery plan and gates'],
];

interface IntoProps {
  readonly shared: Shared;
  readonly copying: Copying;
  /** Nothing is confidential: there is nothing that is never shown, and the results are those at net prices. */
  readonly open: boolean;
}

export function Into({ shared, copying, open }: IntoProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  return (
    <section className={looks.block} aria-label="Goes into the copy">
      <Heading>Goes into the copy</Heading>
      {PARTS.map(([part, label]) => (
        <div key={part} className={styles.row}>
          <Switch
            className={styles.switch}
            labelPosition="before"
            label={{ children: label, className: styles.label }}
            checked={shared[part]}
            onChange={(_, { checked }) => {
              copying.ask(checked ? { ...shared, [part]: true } : withoutPart(shared, part));
            }}
          />
        </div>
      ))}
      {!open && (
        <>
          <Impact shared={shared} copying={copying} />
          <div className={styles.row}>
            <span>Prices after agreements</span>
            <span className={styles.never}>
              <Lock /> never
            </span>
          </div>
        </>
      )}
      <LeftOut shared={shared} copying={copying} />
      <p className={looks.note}>Built from what may be shown, in a new file; then read back and searched.</p>
    </section>
  );
}

/** The impact at net prices: shown only where no price can be worked out from it. */
function Impact({ shared, copying }: { readonly shared: Shared; readonly copying: Copying }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { state } = useSessionContext();
  const { shown, band } = shared.net;
  return (
    <div className={styles.net}>
      <span>Impact after agreements</span>
      {shown !== 'none' && band !== '0' && (
        <span className={looks.caption}> · to the nearest {money(band, numeralsIn(state))}</span>
      )}
      <Radios<Net['shown']>
        label="Impact after agreements"
        value={shown}
        options={[
          { value: 'none', label: 'Left out' },
          { value: 'total', label: 'All years in one' },
          { value: 'years', label: 'Each year' },
        ]}
        onChoose={(value) => {
          copying.ask(withNet(shared, { shown: value, band: '0' }));
        }}
      />
    </div>
  );
}

/** Cells that were left out, each to be put back. */
function LeftOut({
  shared,
  copying,
}: {
  readonly shared: Shared;
  readonly copying: Copying;
}): React.JSX.Element | null {
  const styles = useStyles();
  if (shared.out.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Cells left out">
      {shared.out.map((cell) => {
        const name = `${cell.sheet}!${cell.cell}`;
        return (
          <li key={name} className={styles.row}>
            <span>{name} is left out</span>
            <Button
              size="small"
              aria-label={`Put ${name} back`}
              onClick={() => {
                copying.restore(cell);
              }}
            >
              Put back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
