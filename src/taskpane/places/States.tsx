/** Screens between the others: nothing to show, not there yet, how it works. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Search } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { useSessionContext } from '../parts/session-context';
import { NotYet } from './NotYet';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: '8px',
    padding: '56px 12px 0',
    '@container (max-height: 480px)': { paddingTop: '16px' },
  },
  bar: {
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: '3px',
    height: '14px',
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  row: { display: 'grid', gridTemplateColumns: '1fr 2fr 2fr 2fr', gap: '14px', marginTop: '12px' },
});

/** Names the tables that are missing and offers ways on. */
export function Empty(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { does, doors } = useSessionContext();
  const { template } = doors;
  return (
    <div className={styles.empty}>
      <Search />
      <h1 className={looks.h2}>Nothing to show yet</h1>
      <p style={{ margin: '0 0 6px' }} className={looks.quiet}>
        Realise needs a table of people. It reads BIM_Model, BIM_Population, BIM_Technologies, BIM_Uptake, BIM_Prices
        and BIM_Costs; this workbook has none of them.
      </p>
      <Button
        appearance="primary"
        onClick={() => {
          does.begin(doors.sample);
        }}
      >
        Open the sample model
      </Button>
      {template !== undefined && (
        <Button
          onClick={() => {
            does.begin(template);
          }}
        >
          Add the template
        </Button>
      )}
    </div>
  );
}

/** Nothing to compare: says what would be. */
export function NoDeals(): React.JSX.Element {
  return (
    <NotYet
      lead="No agreements in this workbook."
      text="A deal typed into BIM_Agreements (a discount, volume tiers, a spend cap, a refund, a subscription…) is compared here with no agreement and with the others: price, each year, the line, and who bears which risk."
    />
  );
}

const PATIENCE = 300;

/** A still skeleton in the shape of what comes, shown only where it takes a while. */
export function Skeleton(): React.JSX.Element | null {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!late) return null;
  return (
    <div aria-hidden="true">
      <div className={styles.bar} style={{ width: '60%', height: 28, marginBottom: 20 }} />
      {['100%', '92%', '48%'].map((width) => (
        <div key={width} className={styles.bar} style={{ width, marginBottom: 12 }} />
      ))}
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className={styles.row}>
          {[0, 1, 2, 3].map((cell) => (
            <div key={cell} className={styles.bar} />
          ))}
        </div>
      ))}
    </div>
  );
}

const STEPS = [
  ['It reads.', 'Every table whose name begins with BIM_, on any sheet. What it cannot read it names, with the cell.'],
  [
    'It works the sums.',
    'Two worlds, without and with the new technology, in exact decimals. The sheet is not touched.',
  ],
  ['It answers.', 'A sentence, a table, a chart. A dotted figure can be followed down to the cells it comes from.'],
  ['It writes when you say so.', 'To sheets of its own, which it marks. It tells you first which figures change.'],
] as const;

/** How it works, in four steps. */
export function HowItWorks(): React.JSX.Element {
  const looks = useLooks();
  return (
    <div className={looks.page}>
      <h1 className={looks.lead}>How it works</h1>
      <dl style={{ margin: 0 }}>
        {STEPS.map(([name, text]) => (
          <div key={name} style={{ marginBottom: 14 }}>
            <dt className={looks.h2}>{name}</dt>
            <dd className={looks.quiet} style={{ margin: 0 }}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
