/** Lists of trials become a register: files are chosen, shown as products, and written only then. */
import { Button } from '@fluentui/react-components';
import { useImporting } from '../../importing';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { resultsOf, useSessionContext } from '../../parts/session-context';
import { Preview } from './Preview';

/** `onClose`: where the page is there for this alone, the way back from it. */
export function ImportTrials({ onClose }: { readonly onClose?: () => void }): React.JSX.Element {
  const looks = useLooks();
  const { state, doors } = useSessionContext();
  const { now, choose, drop } = useImporting(doors, resultsOf(state)?.years[0] ?? null);
  const close = (): void => {
    drop();
    onClose?.();
  };
  return (
    <section className={looks.block} aria-label="From lists of trials">
      <Heading>From lists of trials</Heading>
      {now.kind === 'read' ? (
        <Preview key={now.names.join('\n')} names={now.names} found={now.found} onChoose={choose} onClose={close} />
      ) : (
        <>
          <p className={looks.quiet} style={{ margin: '0 0 10px' }}>
            Choose exports of ClinicalTrials.gov: CSV with any columns, or JSON. They are read here and sent nowhere;
            you see what was found before anything is written.
          </p>
          {now.kind === 'failed' && (
            <Message tone="wrong" title="The files could not be read">
              {now.message}
            </Message>
          )}
          <div style={{ display: 'flex', gap: 8 }}>
            <Button size="small" disabled={now.kind === 'reading'} onClick={choose}>
              Choose files…
            </Button>
            {onClose !== undefined && (
              <Button size="small" appearance="subtle" onClick={close}>
                Back
              </Button>
            )}
            <span role="status" className={looks.caption} style={{ alignSelf: 'center' }}>
              {now.kind === 'reading' ? 'Reading' : ''}
            </span>
          </div>
        </>
      )}
    </section>
  );
}
