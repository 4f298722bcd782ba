/** What the parts of Stress share: how far a question is, why it has no answer, and choices of what to ask about. */
import { Field, makeStyles, ProgressBar, Select, tokens } from '@fluentui/react-components';
import type { Dial } from '../../../engine/stress/dial';
import type { Results } from '../../../engine/results';
import type { Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { secondsLeft, type Job } from '../../stress/jobs';
import { keyOf } from '../../stress/turning';

/** What every part of Drivers is given. */
export interface DriverProps {
  readonly results: Results;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
}

const useStyles = makeStyles({
  far: { display: 'flex', justifyContent: 'space-between', marginTop: '6px', marginBottom: '12px' },
  field: { minWidth: 0 },
  select: {
    minWidth: 0,
    '& select': {
      minWidth: 0,
      width: '100%',
      fontSize: tokens.fontSizeBase200,
      textOverflow: 'ellipsis',
      paddingRight: '26px',
    },
  },
});

/** How far it is, and about how long it will take. */
export function Far({ job, noun }: { readonly job: Job; readonly noun: string }): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  if (job.status !== 'running') return null;
  const left = secondsLeft(job);
  const words = job.of === 0 ? 'Making the model ready' : `${grouped(job.done)} of ${grouped(job.of)} ${noun}`;
  return (
    <>
      <ProgressBar thickness="large" aria-label={words} {...(job.of === 0 ? {} : { value: job.done, max: job.of })} />
      <div className={styles.far}>
        <span className={looks.caption}>{words}</span>
        <span className={looks.caption}>
          {left === null ? '' : `about ${String(Math.max(1, Math.round(left)))} s left`}
        </span>
      </div>
    </>
  );
}

const grouped = (n: number): string => n.toLocaleString('en-GB');

/** Why a question has no answer; nothing where it has one, or may yet have. */
export function Failed({
  job,
  title,
}: {
  readonly job: Job | undefined;
  readonly title: string;
}): React.JSX.Element | null {
  if (job?.status !== 'failed') return null;
  return (
    <Message tone="careful" title={title}>
      {job.message}
    </Message>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, onChoose, children }: React.PropsWithChildren<ChoiceProps>): React.JSX.Element {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select
        className={styles.select}
        size="small"
        value={value}
        onChange={(_, data) => {
          onChoose(data.value);
        }}
      >
        {children}
      </Select>
    </Field>
  );
}

const optionOf = ({ value, text }: { readonly value: string; readonly text: string }): React.JSX.Element => (
  <option key={value} value={value}>
    {text}
  </option>
);

/** A choice among dials, by their words. */
export function DialSelect({ dials, ...choice }: ChoiceProps & { readonly dials: readonly Dial[] }): React.JSX.Element {
  const option = (dial: Dial): React.JSX.Element => optionOf({ value: keyOf(dial), text: dial.words });
  const others = dials.filter((dial) => !dial.headline);
  return (
    <Choice {...choice}>
      {dials.filter((dial) => dial.headline).map(option)}
      {others.length > 0 && <optgroup label="Other numbers">{others.map(option)}</optgroup>}
    </Choice>
  );
}

/** A choice among plain words. */
export function WordSelect({
  words,
  ...choice
}: ChoiceProps & { readonly words: readonly Parameters<typeof optionOf>[0][] }): React.JSX.Element {
  return <Choice {...choice}>{words.map(optionOf)}</Choice>;
}
