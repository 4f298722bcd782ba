/** Why this number? The full figure, a sentence of meaning, and the tree down to the cells. Lies over the place it came from. */
import { Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { Explanation, Results } from '../../engine/results';
import { several } from '../figures';
import { useLooks } from '../parts/looks';
import { Message } from '../parts/Message';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { BASE } from '../reading';
import { meaning } from '../sentences';
import type { Overlay } from '../state';
import { cellsOf, check } from './explained';
import { ExplainTree } from './ExplainTree';
import { inUnit } from './in-unit';

export function Explain({
  overlay,
  results,
}: {
  readonly overlay: Overlay;
  readonly results: Results;
}): React.JSX.Element {
  const looks = useLooks();
  const { explanation, trouble } = overlay;
  if (trouble !== null)
    return (
      <Message tone="wrong" title="This figure cannot be explained">
        {trouble}
      </Message>
    );
  if (explanation === null)
    return <Spinner size="tiny" label="Working it out" labelPosition="after" className={looks.quiet} />;
  return <Explained explanation={explanation} scenario={overlay.scenario} results={results} />;
}

function Explained({
  explanation,
  scenario,
  results,
}: {
  readonly explanation: Explanation;
  readonly scenario: string;
  readonly results: Results;
}): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const facts = [explanation.name, explanation.where, scenario === BASE ? 'Base case' : scenario].filter(
    (fact) => fact !== '',
  );
  const said = meaning(explanation.name, results);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} style={{ outline: 'none', margin: 0, fontWeight: 400 }}>
        <span className={looks.caption} style={{ display: 'block' }}>
          {facts.join(' · ')}
        </span>
        <span className={looks.big} style={{ display: 'block' }}>
          {inUnit(explanation, numerals, true)}
        </span>
      </h1>
      <p className={looks.quiet} style={{ margin: '0 0 16px' }}>
        {said === '' ? explanation.formula : said}
      </p>
      <ExplainTree root={explanation} numerals={numerals} />
      <Closing explanation={explanation} />
    </>
  );
}

/** States what was checked, and only that. */
function Closing({ explanation }: { readonly explanation: Explanation }): React.JSX.Element {
  const cells = useMemo(() => cellsOf(explanation).size, [explanation]);
  const { worked, wrong } = useMemo(() => check(explanation), [explanation]);
  const made = `${several(cells, 'cell')} ${cells === 1 ? 'makes' : 'make'} this figure.`;
  if (wrong > 0)
    return (
      <Message tone="careful">
        {made} {several(wrong, 'step')} of {String(worked)} {wrong === 1 ? 'is' : 'are'} rounded or carried on, and not
        the plain sum of {wrong === 1 ? 'its' : 'their'} parts.
      </Message>
    );
  return (
    <Message tone="good">
      {made} {worked === 0 ? 'It is what is typed.' : 'Their parts add up to it exactly.'}
    </Message>
  );
}
