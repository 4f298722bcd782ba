/** What was found in lists of trials, before anything is written: products one by one, each to be left out by a tick. */
import { useState } from 'react';
import type { TrialsFound } from '../../../worker/trials-desk';
import { several } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { FindingList } from '../Findings';
import { LeftOut } from './LeftOut';
import { Products } from './Products';
import { registered } from './register';
import { WriteRegister } from './WriteRegister';

interface PreviewProps {
  readonly names: readonly string[];
  readonly found: TrialsFound;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

export function Preview({ names, found, onChoose, onClose }: PreviewProps): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  const { products, rows, trials, left, findings } = found;
  const going = products.slice(0, rows.length);
  const isKnown = registered(state.model);
  const [out, setOut] = useState<ReadonlySet<number>>(
    () => new Set(going.flatMap(({ technology }, n) => (isKnown(technology) ? [n] : []))),
  );
  const turn = (n: number): void => {
    setOut((before) => new Set(before.has(n) ? [...before].filter((one) => one !== n) : [...before, n]));
  };
  return (
    <>
      <p style={{ margin: '0 0 10px', overflowWrap: 'anywhere' }}>
        <span className={looks.strong}>{several(going.length, 'product', numerals)}</span> in{' '}
        {several(trials.length, 'trial', numerals)} of {names.join(', ')}. Nothing is written yet.
      </p>
      {going.length > 0 && <Products products={going} out={out} isKnown={isKnown} onTurn={turn} />}
      <WriteRegister rows={rows.filter((_, n) => !out.has(n))} onChoose={onChoose} onClose={onClose} />
      <LeftOut stopped={products.slice(rows.length)} untried={left} />
      {findings.length > 0 && (
        <div style={{ marginTop: 18 }}>
          <Heading>Noticed in the files</Heading>
          <FindingList findings={findings} />
        </div>
      )}
    </>
  );
}
