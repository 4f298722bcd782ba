/** Says which sheets a write left unfinished, and offers both ways out of it. */
import { Button } from '@fluentui/react-components';
import { Message } from '../parts/Message';
import { useSessionContext } from '../parts/session-context';
import { unfinishedIn } from '../unfinished';

export function Unfinished(): React.JSX.Element | null {
  const { state, does } = useSessionContext();
  const sheets = unfinishedIn(state.model);
  if (sheets.length === 0 || state.activity.kind === 'working') return null;
  const names = sheets.map((sheet) => sheet.name).join(', ');
  return (
    <Message tone="wrong" title={`${names}: a write broke off`}>
      Do not use the figures there. Write the sheets again under Share, or take out what there is of them.{' '}
      <Button
        size="small"
        onClick={() => {
          does.visit('share');
        }}
      >
        Go to Share
      </Button>{' '}
      <Button size="small" onClick={does.tidy}>
        Empty them
      </Button>
    </Message>
  );
}
