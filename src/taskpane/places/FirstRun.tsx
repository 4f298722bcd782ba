/** The first screen: one sentence of worth, ways in, three promises. Skip is always there, in the foot. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Closed, Flask, Good, Mark, Search, Sheet } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { useSessionContext } from '../parts/session-context';

const ImportTrials = lazy(async () => ({ default: (await import('./trials/ImportTrials')).ImportTrials }));

const useStyles = makeStyles({
  page: { padding: '36px 20px 20px', '@container (max-height: 480px)': { paddingTop: '14px' } },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    margin: '0 0 20px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: '32px',
    fontWeight: 600,
  },
  way: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    width: '100%',
    padding: '13px 16px',
    marginBottom: '8px',
    boxSizing: 'border-box',
    textAlign: 'left',
    cursor: 'pointer',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  main: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  accent: { color: tokens.colorBrandForeground1, display: 'inline-flex' },
  words: { flexGrow: 1, minWidth: 0 },
  name: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: '20px', fontWeight: 600 },
  promises: {
    listStyleType: 'none',
    margin: '28px 0 0',
    padding: '14px 0 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '17px',
  },
  promise: { display: 'flex', gap: '10px', marginBottom: '8px' },
  gallery: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  model: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    padding: '6px 0',
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    ':hover': { textDecorationLine: 'underline' },
  },
});

const PROMISES = [
  'Realise reads tables whose names begin with BIM_. It found none here.',
  'It writes only to sheets it marks as its own.',
  'Nothing leaves this workbook: no account, no network, no tracking.',
] as const;

export function FirstRun(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { does, doors } = useSessionContext();
  const { template } = doors;
  const [trials, setTrials] = useState(false);
  if (trials)
    return (
      <RegisterFirst
        onClose={() => {
          setTrials(false);
        }}
      />
    );
  return (
    <div className={styles.page}>
      <p className={styles.brand}>
        <Mark />
        <span aria-hidden="true">Realise</span>
      </p>
      <h1 className={looks.lead}>What a new technology will cost you, and how much of it will really be adopted.</h1>
      <Way
        main
        icon={<Flask />}
        name="Open the sample model"
        text="A worked example with its sources. Takes a minute."
        onPress={() => {
          does.begin(doors.sample);
        }}
      />
      {template !== undefined && (
        <Way
          icon={<Sheet />}
          name="Start from the template"
          text="Adds empty input tables to this workbook."
          onPress={() => {
            does.begin(template);
          }}
        />
      )}
      <Way
        icon={<Search size={18} />}
        name="Begin a register"
        text="What is coming, from lists of trials."
        onPress={() => {
          setTrials(true);
        }}
      />
      <Gallery />
      <ul className={styles.promises}>
        {PROMISES.map((promise) => (
          <li key={promise} className={styles.promise}>
            <Good />
            {promise}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page of lists of trials, where nothing else is there yet. */
function RegisterFirst({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const looks = useLooks();
  return (
    <div className={looks.page}>
      <h1 className={looks.lead}>What is coming, and what it will cost when it comes.</h1>
      <Suspense>
        <ImportTrials onClose={onClose} />
      </Suspense>
    </div>
  );
}

/** Worked models, each with what it shows: one press opens it. */
function Gallery(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const { does, doors } = useSessionContext();
  const others = doors.gallery?.slice(1) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-label="Other worked models" style={{ marginTop: '18px' }}>
      <h2 className={looks.h2}>Other worked models</h2>
      <ul className={styles.gallery}>
        {others.map(({ label, shows, open }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.model}
              onClick={() => {
                does.begin(open);
              }}
            >
              <span className={styles.link}>{label}</span>
              <span className={looks.caption}>{shows}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WayProps {
  readonly icon: React.ReactNode;
  readonly name: string;
  readonly text: string;
  readonly main?: boolean;
  readonly onPress: () => void;
}

function Way({ icon, name, text, main = false, onPress }: WayProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <button type="button" className={mergeClasses(styles.way, main && styles.main)} onClick={onPress}>
      <span className={main ? styles.accent : undefined}>{icon}</span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={looks.quiet}>{text}</span>
      </span>
      <Closed />
    </button>
  );
}
