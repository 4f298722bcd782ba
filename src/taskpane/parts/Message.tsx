/** A message on the page: a sign, what is so, what it means, what to do. It never covers what is beneath. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Careful, Good, Notice, Pencil, Wrong } from './icons';
import { useLooks, useSigns } from './looks';

export type Tone = 'good' | 'careful' | 'wrong' | 'notice' | 'waiting';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '12px',
    padding: '12px',
    borderRadius: '6px',
    marginBottom: '16px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  body: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0, fontSize: '13px', lineHeight: '18px', fontWeight: 600 },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  careful: { backgroundColor: tokens.colorStatusWarningBackground1 },
  wrong: { backgroundColor: tokens.colorStatusDangerBackground1 },
  notice: { backgroundColor: tokens.colorNeutralBackground3 },
  waiting: { backgroundColor: tokens.colorNeutralBackground3 },
});

const SIGNS = { good: Good, careful: Careful, wrong: Wrong, notice: Notice, waiting: Pencil } as const;

/** The sign of a tone in its colour. */
export function ToneSign({ tone }: { readonly tone: Tone }): React.JSX.Element {
  const signs = useSigns();
  const Sign = SIGNS[tone];
  return (
    <span
      className={signs[tone === 'waiting' ? 'notice' : tone]}
      style={{ display: 'inline-flex', height: 18, alignItems: 'center' }}
    >
      <Sign />
    </span>
  );
}

export function Message({
  tone,
  title,
  children,
}: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <div className={mergeClasses(styles.box, styles[tone])}>
      <ToneSign tone={tone} />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <div className={looks.quiet}>{children}</div>
      </div>
    </div>
  );
}
