/** What did it read, and can I trust it? Changed inputs first, then what to look at, then what was read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Assessment } from '../../assess';
import type { Finding } from '../../engine/finding';
import { inputTables, type InputChange } from '../changes';
import { asTyped, percent, several, span, type Numerals } from '../figures';
import { CellLink } from '../parts/Links';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { More } from '../parts/More';
import { Message } from '../parts/Message';
import { numeralsIn, useSessionContext } from '../parts/session-context';
import { errorsIn } from '../speech';
import type { Model } from '../state';
import { Bindings } from './Bindings';
import { Errors, FindingList } from './Findings';
import { TablesRead } from './TablesRead';

type ReadModel = Extract<Model, { kind: 'read' }>;

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: '27px', fontWeight: 600, overflowWrap: 'anywhere' },
  below: { margin: '0 0 18px', color: tokens.colorNeutralForeground2 },
  change: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '12px',
    overflowWrap: 'anywhere',
  },
  old: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
});

export function Found({ model }: { readonly model: ReadModel }): React.JSX.Element {
  const { assessment, changes } = model;
  return (
    <>
      <Changed changes={changes} />
      {assessment.results === null ? <Errors findings={assessment.findings} /> : <Title model={model} />}
      {assessment.results !== null && <ToLookAt findings={assessment.findings} />}
      <TablesRead assessment={assessment} snapshot={model.snapshot} />
      <Bindings snapshot={model.snapshot} />
    </>
  );
}

function Title({ model }: { readonly model: ReadModel }): React.JSX.Element {
  const styles = useStyles();
  const { results } = model.assessment;
  const tables = inputTables(model.snapshot);
  const sheets = new Set(tables.map((table) => table.sheet)).size;
  const payer =
    results === null || results.payer === 'All' || results.payer === '' ? 'all payers' : `${results.payer} pays`;
  const facts = [
    `${several(tables.length, 'table')}, ${several(sheets, 'sheet')}`,
    span(results?.years ?? []),
    `${results?.currency ?? ''}, ${payer}`,
  ];
  return (
    <>
      <h1 className={styles.title}>{results === null || results.title === '' ? 'This model' : results.title}</h1>
      <p className={styles.below}>{facts.join(' · ')}</p>
    </>
  );
}

function ToLookAt({ findings }: { readonly findings: Assessment['findings'] }): React.JSX.Element {
  const looks = useLooks();
  const errors = errorsIn(findings).length;
  return (
    <section aria-label="To look at">
      <Heading beside={errors === 0 ? 'no errors' : several(errors, 'error')}>To look at</Heading>
      {findings.length === 0 ? (
        <p className={looks.note}>Nothing. Every table reads as it should.</p>
      ) : (
        <FindingList findings={bySeverity(findings)} />
      )}
    </section>
  );
}

const ORDER = { error: 0, warning: 1, notice: 2 } as const;
const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);

const SHOWN = 6;

/** Inputs typed since the run: old value struck out, new value, cell. */
export function Changed({ changes }: { readonly changes: readonly InputChange[] }): React.JSX.Element | null {
  const styles = useStyles();
  const { state } = useSessionContext();
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const numerals = numeralsIn(state);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <Message tone="careful" title={`${several(changes.length, 'input')} changed since this run`}>
      <ul className={styles.list}>
        {shown.map((change, index) => (
          <li key={`${change.label}${String(index)}`} className={styles.change}>
            <span>
              {change.label}{' '}
              {change.before !== null && (
                <>
                  <s className={styles.old}>{typed(change.before, change.share, numerals)}</s> →{' '}
                </>
              )}
              {change.after === null ? 'blank' : typed(change.after, change.share, numerals)}
            </span>
            {change.at !== null && <CellLink at={change.at} />}
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <More
          count={changes.length - shown.length}
          onMore={() => {
            setAll(true);
          }}
        />
      )}
    </Message>
  );
}

function typed(text: string, share: boolean, numerals: Numerals): string {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return text;
  return share ? percent(text, numerals) : asTyped(text, numerals);
}
