/** Findings: what is wrong, why it matters or how to mend it, and the cells. Alike findings of several cells are one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding, Severity } from '../../engine/finding';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { ToneSign, type Tone } from '../parts/Message';
import { More } from '../parts/More';
import { errorsIn, stops, stopVerb } from '../speech';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', gap: '12px', padding: '12px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '20px', fontWeight: 600 },
  remedy: { margin: 0, fontSize: '12px', lineHeight: '17px', color: tokens.colorNeutralForeground2 },
  cells: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginTop: '2px' },
});

const TONES: Readonly<Record<Severity, Tone>> = { error: 'wrong', warning: 'careful', notice: 'notice' };
const SPOKEN: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

interface Group {
  readonly first: Finding;
  readonly places: readonly NonNullable<Finding['at']>[];
}

/** One group for each different message, in the order they came. */
function groups(findings: readonly Finding[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.severity}\n${finding.code}\n${finding.message}\n${finding.remedy}`;
    const known = found.get(key);
    found.set(key, {
      first: finding,
      places: [...(known?.places ?? []), ...(finding.at === null ? [] : [finding.at])],
    });
  }
  return [...found.values()];
}

const SHOWN = 30;

export function FindingList({ findings }: { readonly findings: readonly Finding[] }): React.JSX.Element {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const grouped = groups(findings);
  const shown = all ? grouped : grouped.slice(0, SHOWN);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((group, index) => (
          <Item key={`${group.first.code}${String(index)}`} group={group} />
        ))}
      </ul>
      {shown.length < grouped.length && (
        <More
          count={grouped.length - shown.length}
          onMore={() => {
            setAll(true);
          }}
        />
      )}
    </>
  );
}

function Item({ group: { first, places } }: { readonly group: Group }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <li className={styles.item}>
      <ToneSign tone={TONES[first.severity]} />
      <div className={styles.body}>
        <p className={styles.title}>
          <span className={looks.hidden}>{SPOKEN[first.severity]}: </span>
          {first.message.replace(/\.$/, '')}
        </p>
        {first.remedy !== '' && <p className={styles.remedy}>{first.remedy}</p>}
        {places.length > 0 && (
          <div className={styles.cells}>
            {places.map((at) => (
              <CellLink key={`${at.sheet}!${at.cell}`} at={at} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** In place of every figure: what stops the sums. Other places show this too. */
export function Errors({ findings }: { readonly findings: readonly Finding[] }): React.JSX.Element {
  const looks = useLooks();
  const errors = errorsIn(findings);
  const others = findings.filter((finding) => finding.severity !== 'error');
  const words = stops(errors);
  const one = words.startsWith('1 ');
  return (
    <section aria-label="What stops the sums">
      <h1 className={looks.lead}>
        <span className={looks.strong}>{words}</span> {stopVerb(words)} the sums. Nothing is shown until{' '}
        {one ? 'it is' : 'they are'} right.
      </h1>
      <FindingList findings={errors} />
      {others.length > 0 && (
        <>
          <div className={looks.heading} style={{ marginTop: 18 }}>
            <h2 className={looks.h2}>Also noticed</h2>
          </div>
          <FindingList findings={others} />
        </>
      )}
    </section>
  );
}
