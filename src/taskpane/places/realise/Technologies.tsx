/** The new technologies side by side: impact and value, planned and realised, and what holds each back. */
import { mergeClasses } from '@fluentui/react-components';
import { Fragment, useEffect } from 'react';
import type { Adds } from '../../../engine/appraisal/side-by-side';
import type { Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { plain, sum, amount } from '../../../outputs/amounts';
import { holdingBack } from '../../../outputs/portfolio';
import { scaled, several, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';

interface TechnologiesProps {
  readonly results: Results;
  readonly realisation: Realisation;
  readonly numerals: Numerals;
}

const total = (values: readonly string[]): string => plain(sum(values.map(amount)));

/** The whole workbook, which is known already. */
const wholeOf = ({ impact, value }: Realisation): Adds => ({
  impact: { planned: total(impact.planned.total), realised: total(impact.realised.total) },
  value: { planned: value.planned, realised: value.realised },
});

export function Technologies({ results, realisation, numerals }: TechnologiesProps): React.JSX.Element {
  const fresh = results.technologies.filter(({ role }) => role === 'new').map(({ technology }) => technology);
  const whole = wholeOf(realisation);
  if (fresh.length < 2)
    return (
      <Table
        rows={fresh.map((technology) => ({ name: technology, note: noteOf(realisation, technology), adds: whole }))}
        whole={null}
        numerals={numerals}
      />
    );
  return <Several fresh={fresh} whole={whole} realisation={realisation} numerals={numerals} />;
}

function noteOf(realisation: Realisation, technology: string): string {
  const held = holdingBack(realisation, technology);
  return held === null
    ? 'nothing holds it back'
    : `held back by ${held.gate}, ${String(held.months)} of ${several(held.of, 'month')}`;
}

interface SeveralProps extends Omit<TechnologiesProps, 'results'> {
  readonly fresh: readonly string[];
  readonly whole: Adds;
}

/** Each is taken away once, beside the page; until then the whole stands alone. */
function Several({ fresh, whole, realisation, numerals }: SeveralProps): React.JSX.Element {
  const looks = useLooks();
  const { comparing } = useSessionContext();
  const now = useStored(comparing);
  useEffect(() => {
    comparing.want();
    return () => {
      comparing.close();
    };
  }, [comparing]);
  const found = now.kind === 'done' ? now.sideBySide : null;
  const rows: readonly Row[] = [
    ...fresh.map((name) => ({
      name,
      note: noteOf(realisation, name),
      adds: found?.technologies.find(({ technology }) => technology === name) ?? null,
    })),
    ...(found
      ? [{ name: 'Shared', note: 'tasks, fixed costs, and what they do to each other', adds: found.shared }]
      : []),
  ];
  return (
    <>
      {now.kind === 'failed' && (
        <Message tone="wrong" title="They could not be told apart">
          {now.message}
        </Message>
      )}
      <Table rows={rows} whole={whole} numerals={numerals} />
      <p className={looks.note} role="status">
        {now.kind === 'running'
          ? `Working out what would be there without each: ${String(now.done)} of ${String(now.of || fresh.length)}.`
          : 'Each row is what the workbook has less without it; the others have back whom it displaced. Where two queue for one gate, what one leaves the other takes: that is shared.'}
      </p>
    </>
  );
}

interface Row {
  readonly name: string;
  readonly note: string;
  readonly adds: Adds | null;
}
interface TableProps {
  readonly rows: readonly Row[];
  /** Null where there is one row, which is the whole. */
  readonly whole: Adds | null;
  readonly numerals: Numerals;
}

function Table({ rows, whole, numerals }: TableProps): React.JSX.Element {
  const looks = useLooks();
  const all = [...rows.map(({ adds }) => adds), whole].flatMap((adds) => adds ?? []);
  const scale = tableScale(all.flatMap(figuresIn));
  const cells = (adds: Adds | null): React.JSX.Element[] =>
    (adds ? figuresIn(adds) : [null, null, null, null]).map((figure, n) => (
      <td key={n} className={looks.cell} style={{ verticalAlign: 'top' }}>
        {scaled(figure, scale, numerals)}
      </td>
    ));
  return (
    <section aria-label="Technologies side by side">
      <Heading beside={`over all years, ${unitOf(scale, numerals)}`}>Side by side</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>New technologies: impact and value, planned and realised</caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={2} className={looks.head}>
              Impact
            </th>
            <th scope="colgroup" colSpan={2} className={looks.head}>
              Value
            </th>
          </tr>
          <tr>
            <th scope="col" className={mergeClasses(looks.head, looks.first)}>
              Technology
            </th>
            {['Planned', 'Realised', 'Planned', 'Realised'].map((name, n) => (
              <th key={n} scope="col" className={looks.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, note, adds }) => (
            <Fragment key={name}>
              <tr className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)} style={{ paddingBottom: 0 }}>
                  {name}
                </th>
                {cells(adds)}
              </tr>
              <tr>
                <td colSpan={5} className={looks.caption} style={{ padding: '0 0 5px' }}>
                  {note}
                </td>
              </tr>
            </Fragment>
          ))}
          {whole !== null && (
            <tr className={looks.total}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name, looks.strong)}>
                Together
              </th>
              {cells(whole)}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

const figuresIn = ({ impact, value }: Adds): readonly string[] => [
  impact.planned,
  impact.realised,
  value.planned,
  value.realised,
];
