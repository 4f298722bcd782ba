/** The foot: what state the figures are in, and the one next thing to do. Both live regions are here. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { footOf, type FootWords } from './foot-words';
import { useLooks } from './parts/looks';
import { ToneSign } from './parts/Message';
import { resultsOf, useSessionContext } from './parts/session-context';
import { partOf } from './places/places';
import { sheetsToWrite } from './state';
import { drawing, DRAWS } from './stress/draws';
import { useStored } from './stress/store';

const SaveScenario = lazy(async () => ({ default: (await import('./places/stress/SaveScenario')).SaveScenario }));

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '48px',
    padding: '8px 8px 8px 16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (max-height: 480px)': { minHeight: '40px', paddingTop: '4px', paddingBottom: '4px' },
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  seal: {
    font: 'inherit',
    color: tokens.colorNeutralForeground3,
    backgroundColor: 'transparent',
    border: 'none',
    padding: '4px 2px',
    minHeight: '24px',
    minWidth: '24px',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  details: {
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
  },
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: '0 0 10px',
    overflowWrap: 'anywhere',
  },
});

export function Foot(): React.JSX.Element {
  const styles = useStyles();
  const { state, does, stress, copying } = useSessionContext();
  const [sealed, setSealed] = useState(false);
  const [saving, setSaving] = useState(false);
  const draws = drawing(useStored(stress.jobs));
  const isTurned = useStored(stress.dials).turned.size > 0;
  const turned = isTurned && state.place === 'stress' && partOf(state) === 'dials';
  const copied = useStored(copying);
  const isCopy = state.place === 'share' && partOf(state) === 'copy';
  const words = footOf(state, sheetsToWrite(state.sheets), { draws, turned, copying: isCopy ? copied : null });
  return (
    <footer>
      {saving && turned && (
        <Suspense>
          <SaveScenario
            onDone={() => {
              setSaving(false);
            }}
          />
        </Suspense>
      )}
      {sealed && words.seal !== null && (
        <Details
          onRun={() => {
            setSealed(false);
            does.run();
          }}
        />
      )}
      <div className={styles.foot}>
        {words.busy ? <Spinner size="extra-tiny" aria-hidden="true" /> : <ToneSign tone={words.tone} />}
        <span className={styles.words}>
          {words.text}
          {words.seal !== null && (
            <>
              {' '}
              ·{' '}
              <button
                type="button"
                className={styles.seal}
                aria-expanded={sealed}
                aria-label={`Run ${words.seal}, details`}
                onClick={() => {
                  setSealed(!sealed);
                }}
              >
                {words.seal}
              </button>
            </>
          )}
        </span>
        <Primary
          words={words}
          onSave={() => {
            setSaving(true);
          }}
        />
      </div>
      <Speech />
    </footer>
  );
}

function Primary({
  words,
  onSave,
}: {
  readonly words: FootWords;
  readonly onSave: () => void;
}): React.JSX.Element | null {
  const { state, does, doors, stress, copying } = useSessionContext();
  if (words.next === null) return null;
  const { deed, label, disabled } = words.next;
  const deeds = {
    run: does.run,
    cancel: does.cancel,
    'stop draws': () => {
      stress.jobs.cancel(DRAWS);
    },
    save: onSave,
    'search copy': () => {
      copying.ask(copying.now().shared);
    },
    'stop copy': copying.cancel,
    'make copy': () => {
      void copying.handOver(doors.handOver ?? nowhere, copyName(resultsOf(state)?.title ?? ''));
    },
    write: does.write,
    share: () => {
      does.visit('share');
    },
    result: () => {
      does.visit('result');
    },
  } as const;
  return (
    <Button appearance={label === 'Cancel' ? 'secondary' : 'primary'} disabled={disabled} onClick={deeds[deed]}>
      {label}
    </Button>
  );
}

const nowhere = (): Promise<string> => Promise.reject(new Error('There is nowhere here to put a new workbook.'));
/** A name that every system takes. */
const copyName = (title: string): string =>
  `${
    title
      .replace(/[^\p{L}\p{N} ,()-]/gu, ' ')
      .trim()
      .slice(0, 80) || 'Budget impact'
  } payer copy.xlsx`;

/** Hash, engine and years of the run, and a way to run once more. */
function Details({ onRun }: { readonly onRun: () => void }): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const { state } = useSessionContext();
  const results = resultsOf(state);
  if (results === null) return null;
  const pairs = [
    ['Inputs', results.inputs],
    ['Engine', results.engine],
    ['Contract', `version ${String(results.schema)}`],
  ] as const;
  return (
    <section className={styles.details} aria-label="This run">
      <dl className={styles.pairs}>
        {pairs.map(([name, value]) => [
          <dt key={name} className={looks.quiet}>
            {name}
          </dt>,
          <dd key={`${name} value`} style={{ margin: 0 }}>
            {value}
          </dd>,
        ])}
      </dl>
      <Button size="small" onClick={onRun}>
        Read and run again
      </Button>
    </section>
  );
}

/** One polite and one assertive sentence; nothing else in the pane speaks by itself. */
function Speech(): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  return (
    <>
      <div role="status" aria-live="polite" className={looks.hidden}>
        {state.speech.polite}
      </div>
      <div role="alert" aria-live="assertive" className={looks.hidden}>
        {state.speech.assertive}
      </div>
    </>
  );
}
