/** Where the doubt comes from: the part of the variance that each uncertain input explains by itself. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Chance } from '../../../engine/stress/answers';
import type { Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { More } from '../../parts/More';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { chanceText } from './dial-words';
import { nameOf } from './driver-words';

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', forcedColorAdjust: 'none' },
  name: { paddingTop: '4px', paddingBottom: '4px' },
});

/** So many inputs are shown at first; the rest explain little. */
const FIRST = 8;

export function Doubt({
  chance,
  numerals,
}: {
  readonly chance: Chance;
  readonly numerals: Numerals;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { stress, appearance } = useSessionContext();
  const { dials } = useStored(stress.dials);
  const forced = appearance === 'forced';
  const [all, showAll] = useState(false);
  const shown = all ? chance.drivers : chance.drivers.slice(0, FIRST);
  return (
    <section className={looks.block} aria-label="Where the doubt comes from">
      <Heading beside="share of variance">Where the doubt comes from</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>
          Part of the variance that each uncertain input explains, and its rank correlation
        </caption>
        <tbody>
          {shown.map(({ parameter, also, share, rank }) => (
            <tr key={parameter}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name, styles.name)}>
                {nameOf({ parameter, also }, dials)}
                <span className={looks.hidden}>, rank correlation {rank.toFixed(2)}</span>
              </th>
              <td style={{ width: '40%', padding: '0 0 0 8px' }}>
                <svg className={styles.bar} height="8" aria-hidden="true" focusable="false">
                  <rect
                    width="100%"
                    height="8"
                    rx="2"
                    fill={forced ? 'Canvas' : tokens.colorNeutralBackground5}
                    stroke={forced ? 'CanvasText' : 'none'}
                  />
                  <rect
                    width={`${String(Math.max(0.5, Math.min(100, share * 100)))}%`}
                    height="8"
                    rx="2"
                    fill={forced ? 'CanvasText' : tokens.colorCompoundBrandForeground1}
                  />
                </svg>
              </td>
              <td className={looks.cell}>{chanceText(Math.max(0, share), numerals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chance.drivers.length > shown.length && (
        <More
          count={chance.drivers.length - shown.length}
          onMore={() => {
            showAll(true);
          }}
        />
      )}
    </section>
  );
}
