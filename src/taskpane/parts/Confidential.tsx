/** Beside the name of what must not be shared: a lock for the eye, a word for the ear. */
import { Lock } from './icons';
import { useLooks } from './looks';

export function Confidential(): React.JSX.Element {
  const looks = useLooks();
  return (
    <>
      {' '}
      <span title="Confidential">
        <Lock />
      </span>
      <span className={looks.hidden}> confidential</span>
    </>
  );
}
