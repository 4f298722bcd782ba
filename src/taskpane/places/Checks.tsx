/** Can I trust it? What must hold of any model, tried on this one: failures first, lamps by family, and how good the checks are. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { FAMILIES, familySaid, plantedSaid, smallestSaid, verdictSaid } from '../../verify/said';
import type { Review } from '../../review/review';
import type { Lamp, Progress, Verification } from '../../verify/verify';
import { useChecks } from '../checking';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { Message } from '../parts/Message';
import { useSessionContext } from '../parts/session-context';
import type { Model } from '../state';
import { Formulas } from './Formulas';
import { LampRow, Sign } from './LampRow';
import { Remarks } from './Remarks';

const useStyles = makeStyles({
  case: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    columnGap: '10px',
    rowGap: '4px',
    margin: '8px 0',
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  key: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px', marginTop: '10px' },
  sign: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  far: { margin: '6px 0 12px' },
  missed: { color: tokens.colorBrandForegroundLink, cursor: 'pointer', minHeight: '24px' },
});

type ReadModel = Extract<Model, { kind: 'read' }>;

export function Checks({ model }: { readonly model: ReadModel }): React.JSX.Element {
  const { doors, does, state } = useSessionContext();
  const found = (review: Review): void => {
    does.dispatch({ type: 'reviewed', review });
  };
  const { now, start, cancel } = useChecks(
    { snapshot: model.snapshot, known: state.review, readSheets: does.readSheets, trySums: does.trySums, found },
    doors.another,
  );
  if (now.kind === 'running') return <Running progress={now.progress} onCancel={cancel} />;
  if (now.kind === 'done') return <Found review={now.review} />;
  return (
    <>
      {now.kind === 'failed' && (
        <Message tone="wrong" title="The checks did not finish">
          {now.message}
        </Message>
      )}
      <NotYet onStart={start} />
    </>
  );
}

function NotYet({ onStart }: { readonly onStart: () => void }): React.JSX.Element {
  const looks = useLooks();
  return (
    <>
      <h1 className={looks.lead}>72 properties that must hold of any model can be tried on this one.</h1>
      <p className={looks.quiet} style={{ margin: '0 0 16px' }}>
        Worlds are swapped, people doubled, prices set to nothing, years cut off; then mistakes are planted in a copy to
        see which of them the checks notice. In memory: the sheet is not touched. Your own sheets are read as a reviewer
        would read them.
      </p>
      <Button onClick={onStart}>Check my model</Button>
    </>
  );
}

function Running({
  progress,
  onCancel,
}: {
  readonly progress: Progress;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { done, of, doing } = progress;
  const words = of === 0 ? 'Making the model ready' : `${String(done)} of ${String(of)}`;
  return (
    <>
      <h1 className={looks.lead}>Checking the model.</h1>
      <ProgressBar thickness="large" aria-label={words} {...(of === 0 ? {} : { value: done, max: of })} />
      <p className={`${looks.caption} ${styles.far}`}>
        {words}
        {doing === '' ? '' : ` · ${doing}`}
      </p>
      <Button onClick={onCancel}>Cancel</Button>
    </>
  );
}

function Found({ review }: { readonly review: Review }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { verification, remarks, formulas } = review;
  const { lamps } = verification;
  return (
    <>
      <h1 className={looks.lead}>{verdictSaid(verification)}</h1>
      {lamps.map((lamp) => (lamp.verdict === 'fails' ? <Failing key={lamp.number} lamp={lamp} /> : null))}
      {FAMILIES.map((family) => (
        <LampRow
          key={family}
          name={family}
          lamps={lamps.filter((lamp) => lamp.family === family)}
          said={familySaid(
            lamps.filter((lamp) => lamp.family === family),
            family,
          )}
        />
      ))}
      <div className={`${looks.caption} ${styles.key}`} aria-hidden="true">
        {KEY.map(({ verdict, words }) => (
          <span key={verdict} className={styles.sign}>
            <Sign verdict={verdict} />
            {words}
          </span>
        ))}
      </div>
      <Planted verification={verification} />
      <Formulas formulas={formulas} checks={lamps} />
      <Remarks remarks={remarks} />
      <Forms />
    </>
  );
}

/** The checks go out with the sheets of the run: this leads to where they are written. */
function Forms(): React.JSX.Element {
  const looks = useLooks();
  const { does } = useSessionContext();
  return (
    <section className={looks.block} aria-label="For reviewers">
      <p className={looks.quiet} style={{ margin: '0 0 12px' }}>
        TECH-VER’s black-box tests and part C of AdViSHE are filled from these checks, and left open where somebody must
        judge. The lamps go onto the sheet Checks.
      </p>
      <Button
        onClick={() => {
          does.visit('share');
        }}
      >
        Write as TECH-VER sheet…
      </Button>
    </section>
  );
}

const KEY: readonly { readonly verdict: Lamp['verdict']; readonly words: string }[] = [
  { verdict: 'holds', words: 'holds' },
  { verdict: 'fails', words: 'does not' },
  { verdict: 'does not apply', words: 'does not apply' },
];

/** A failure as a small case, with the cell to look at. */
function Failing({ lamp }: { readonly lamp: Lamp }): React.JSX.Element | null {
  const styles = useStyles();
  const { failure } = lamp;
  if (!failure) return null;
  const rows = [
    ['Changed', failure.changed],
    ['Expected', failure.expected],
    ['Got', failure.got],
    ['Smallest', smallestSaid(lamp)],
    ['Why', lamp.why],
  ] as const;
  return (
    <Message tone="wrong" title={lamp.name}>
      <dl className={styles.case}>
        {rows.map(([term, value]) => [
          <dt key={term} className={styles.term}>
            {term}
          </dt>,
          <dd key={`${term} value`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      {failure.at && <CellLink at={failure.at} />}
    </Message>
  );
}

function Planted({ verification }: { readonly verification: Verification }): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const missed = verification.planted.filter((each) => each.outcome === 'missed');
  if (verification.planted.length === 0) return null;
  return (
    <section className={looks.block}>
      <h2 className={looks.h2}>Would these checks notice?</h2>
      <p style={{ margin: '6px 0 8px' }}>{plantedSaid(verification)}</p>
      {missed.length > 0 && (
        <details>
          <summary className={styles.missed}>See the {missed.length} missed</summary>
          <ul style={{ margin: '4px 0 0', paddingLeft: '18px' }}>
            {missed.map((each) => (
              <li key={each.name}>{each.name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
