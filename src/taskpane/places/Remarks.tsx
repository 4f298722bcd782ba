/** What a reviewer would remark on the user's own sheets: rule by rule, with the reason and the cells. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { whyOf, type Remark, type Rule } from '../../lint/remark';
import { several } from '../figures';
import { Heading } from '../parts/Heading';
import { CellLink } from '../parts/Links';
import { useLooks } from '../parts/looks';
import { More } from '../parts/More';

const useStyles = makeStyles({
  rule: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  title: { margin: 0, fontWeight: 600 },
  list: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '10px' },
});

/** Remarks of a rule that are shown at first. */
const FEW = 3;

export function Remarks({ remarks }: { readonly remarks: readonly Remark[] | null }): React.JSX.Element {
  const looks = useLooks();
  const rules = [...new Set((remarks ?? []).map(({ rule }) => rule))];
  return (
    <section className={looks.block} aria-label="Your own sheets">
      <Heading beside={remarks === null || remarks.length === 0 ? undefined : several(remarks.length, 'remark')}>
        Your own sheets
      </Heading>
      {remarks === null && (
        <p className={looks.quiet}>They could not be read just now. Check again to have them read.</p>
      )}
      {remarks?.length === 0 && <p className={looks.quiet}>Nothing that a reviewer would remark.</p>}
      {rules.map((rule) => (
        <OfRule key={rule} rule={rule} remarks={(remarks ?? []).filter((remark) => remark.rule === rule)} />
      ))}
    </section>
  );
}

function OfRule({ rule, remarks }: { readonly rule: Rule; readonly remarks: readonly Remark[] }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? remarks : remarks.slice(0, FEW);
  return (
    <div className={styles.rule}>
      <p className={styles.title}>
        {rule.charAt(0).toUpperCase() + rule.slice(1)} ({remarks.length})
      </p>
      <p className={looks.caption} style={{ margin: 0 }}>
        {whyOf(rule)}
      </p>
      <ul className={styles.list}>
        {shown.map(({ sheet, cell, says }) => (
          <li key={`${sheet}!${cell} ${says}`} className={styles.item}>
            {sheet === '' ? <span>{cell}</span> : <CellLink at={{ sheet, cell }} />}
            <span className={looks.quiet}>{says}</span>
          </li>
        ))}
      </ul>
      {shown.length < remarks.length && (
        <More
          count={remarks.length - shown.length}
          onMore={() => {
            setAll(true);
          }}
        />
      )}
    </div>
  );
}
