/** The payer copy: what would give a confidential term away and how to close it, where it was looked for, and what goes into the copy. */
import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { useEffect } from 'react';
import { STEPS } from '../../../share/shared';
import type { Finished } from '../../../share/sharing';
import type { Copying, CopyDoing } from '../../copying';
import { several } from '../../figures';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { Into } from './Into';
import { Leaks } from './Leaks';
import { LookedFor } from './LookedFor';
import { Unmarked } from './Unmarked';

const useStyles = makeStyles({ far: { margin: '6px 0 12px' } });

export function PayerCopy(): React.JSX.Element {
  const { copying } = useSessionContext();
  const { shared, doing, copy } = useStored(copying);
  useEffect(() => {
    if (copying.now().copy === null) copying.want();
  }, [copying]);
  return (
    <>
      <Lead copy={copy} />
      <Said doing={doing} />
      {doing.kind === 'searching' && <Searching doing={doing} />}
      {copy !== null && <Found copy={copy} copying={copying} busy={doing.kind === 'searching'} />}
      <Into shared={shared} copying={copying} open={copy?.marked === 0} />
    </>
  );
}

function Lead({ copy }: { readonly copy: Finished | null }): React.JSX.Element {
  const looks = useLooks();
  if (copy?.marked === 0)
    return (
      <h1 className={looks.lead}>
        <span className={looks.strong}>Nothing in this workbook is marked Confidential.</span> A copy would hold every
        price and agreement as typed.
      </h1>
    );
  return (
    <h1 className={looks.lead}>
      A new workbook for the payer, without{' '}
      <span className={looks.strong}>
        {copy === null ? 'what is confidential' : several(copy.marked, 'confidential row')}
      </span>
      .
    </h1>
  );
}

/** What became of the copy. */
function Said({ doing }: { readonly doing: CopyDoing }): React.JSX.Element | null {
  if (doing.kind === 'handed')
    return (
      <Message tone="good" title="The copy is made">
        {doing.said}
      </Message>
    );
  if (doing.kind === 'refused')
    return (
      <Message tone="wrong" title="The copy could not be handed over">
        {doing.message}
      </Message>
    );
  if (doing.kind === 'failed')
    return (
      <Message tone="wrong" title="The copy was not made">
        {doing.message}
      </Message>
    );
  if (doing.kind === 'nothing')
    return (
      <Message tone="notice" title="Not searched">
        Nothing was made. Search again to see what would leak.
      </Message>
    );
  return null;
}

function Searching({ doing }: { readonly doing: Extract<CopyDoing, { kind: 'searching' }> }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const words = STEPS[doing.done] ?? STEPS[0];
  return (
    <>
      <ProgressBar
        thickness="large"
        aria-label={words}
        {...(doing.of === 0 ? {} : { value: doing.done, max: doing.of })}
      />
      <p className={`${looks.caption} ${styles.far}`}>{words}</p>
    </>
  );
}

/** What was found in the last copy that was finished; while another is made, its remedies wait. */
function Found({
  copy,
  copying,
  busy,
}: {
  readonly copy: Finished;
  readonly copying: Copying;
  readonly busy: boolean;
}): React.JSX.Element {
  return (
    <>
      <Leaks leaks={copy.leaks} copying={copying} busy={busy} />
      <Unmarked copy={copy} />
      {copy.without !== '' && copy.shared.results && (
        <Message tone="careful" title="The copy has no results">
          {`${copy.without.replace(/\.$/, '')}.`}
        </Message>
      )}
      {copy.marked > 0 && <LookedFor copy={copy} />}
    </>
  );
}
