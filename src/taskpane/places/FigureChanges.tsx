/** Figures that a write would change: what stands in the workbook now, and what would stand there. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Snapshot } from '../../workbook/workbook';
import { asTyped, several, type Numerals } from '../figures';
import { Heading } from '../parts/Heading';
import { useLooks } from '../parts/looks';
import { More } from '../parts/More';
import { figuresThatChange } from '../sheets';
import type { Draft } from '../state';

const SHOWN = 6;

export function FigureChanges({
  sheets,
  snapshot,
  numerals,
}: {
  readonly sheets: Draft;
  readonly snapshot: Snapshot;
  readonly numerals: Numerals;
}): React.JSX.Element | null {
  const looks = useLooks();
  const [all, setAll] = useState(false);
  const { changes, compared } = useMemo(() => figuresThatChange(sheets.report, snapshot), [sheets.report, snapshot]);
  if (compared === 0) return null;
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <section className={looks.block} aria-label="Figures that will change">
      <Heading beside={`${String(changes.length)} of ${several(compared, 'figure', numerals)}`}>
        Figures that will change
      </Heading>
      {changes.length === 0 ? (
        <p className={looks.note}>None. What is written is what is there.</p>
      ) : (
        <table className={looks.table}>
          <caption className={looks.hidden}>Figures that will change</caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(looks.head, looks.first)}>
                Figure
              </th>
              <th scope="col" className={looks.head}>
                now
              </th>
              <th scope="col" className={looks.head}>
                new
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change, index) => (
              <tr key={`${change.label}${String(index)}`} className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                  {change.label}
                </th>
                <td className={mergeClasses(looks.cell, looks.quiet)}>{asTyped(change.now, numerals, 2)}</td>
                <td className={mergeClasses(looks.cell, looks.strong)}>{asTyped(change.next, numerals, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < changes.length && (
        <More
          count={changes.length - shown.length}
          onMore={() => {
            setAll(true);
          }}
        />
      )}
    </section>
  );
}
