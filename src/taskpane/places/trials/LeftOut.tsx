/** What of the lists is not written, and why: products whose trials were all stopped, trials that try nothing. */
import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { TrialsFound } from '../../../worker/trials-desk';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { More } from '../../parts/More';

interface LeftOutProps {
  readonly stopped: TrialsFound['products'];
  readonly untried: TrialsFound['left'];
}

/** So many are shown at first. */
const FIRST = 8;

export function LeftOut({ stopped, untried }: LeftOutProps): React.JSX.Element | null {
  const looks = useLooks();
  const [all, showAll] = useState(false);
  const lines = [
    ...stopped.map(({ technology, company, phase, trials }) => ({
      what: technology,
      more: [company, phase === null ? '' : `phase ${phase}`].filter((text) => text !== '').join(', '),
      why: `Stopped: ${trials.map(({ id, status, at }) => `${id || at} ${status.toLowerCase()}`).join(', ')}`,
    })),
    ...untried.map(({ id, title, at }) => ({
      what: id || at,
      more: title,
      why: 'Names nothing that is tried.',
    })),
  ];
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <div style={{ marginTop: 18 }}>
      <Heading beside={String(lines.length)}>Left out</Heading>
      <ul style={{ listStyleType: 'none', margin: 0, padding: 0 }}>
        {shown.map(({ what, more, why }, n) => (
          <li key={`${String(n)} ${what}`} className={looks.row} style={{ padding: '5px 0', overflowWrap: 'anywhere' }}>
            {what}
            {more !== '' && <span className={looks.caption}> {more}</span>}
            <br />
            <span className={mergeClasses(looks.caption, looks.quiet)}>{why}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <More
          count={lines.length - shown.length}
          onMore={() => {
            showAll(true);
          }}
        />
      )}
    </div>
  );
}
