/** The chance that the budget holds, for any line: a curve, and a few of its points as a table. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Chance } from '../../../engine/stress/answers';
import { FanChart } from '../../charts/FanChart';
import type { Fan } from '../../charts/fan';
import { axisOf, ticksOf } from '../../charts/axis';
import { approximate } from '../../exact';
import { money, number, tableScale, type Numerals, type Scale } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { curveWords } from './chance-words';
import { chanceText } from './dial-words';

interface ThresholdsProps {
  readonly chance: Chance;
  readonly numerals: Numerals;
}

/** Chances whose lines are listed. */
const LISTED = [0.5, 0.8, 0.9, 0.95] as const;

export function Thresholds({ chance, numerals }: ThresholdsProps): React.JSX.Element | null {
  const looks = useLooks();
  const { appearance } = useSessionContext();
  const { curve } = chance.base;
  const scale = tableScale(curve.map(({ threshold }) => threshold));
  const fan = useMemo(() => curveOf(chance, scale, numerals), [chance, scale, numerals]);
  if (curve.length < 2) return null;
  return (
    <section className={looks.block} aria-label="If the line were another">
      <Heading beside="chance that it holds">If the line were another</Heading>
      <FanChart fan={fan} unit="%" appearance={appearance} description={curveWords(chance, numerals)} />
      <table className={looks.table}>
        <caption className={looks.hidden}>Lines by the chance that they hold in every tested year</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(looks.head, looks.first)}>
              Chance
            </th>
            <th scope="col" className={looks.head}>
              holds with a line of
            </th>
          </tr>
        </thead>
        <tbody>
          {LISTED.map((wanted) => {
            const point = curve.find(({ passed }) => passed >= wanted);
            return (
              <tr key={wanted} className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                  {chanceText(wanted, numerals)}
                </th>
                <td className={looks.cell}>{point === undefined ? '–' : money(point.threshold, numerals)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function curveOf({ base: { curve, test } }: Chance, scale: Scale, numerals: Numerals): Fan {
  const unit = 10 ** scale.power;
  const at = curve.map(({ threshold }) => approximate(threshold) / unit);
  const [low, high] = [at[0] ?? 0, at.at(-1) ?? 1];
  const line = test === null ? null : approximate(test.threshold) / unit;
  const ticks = ticksOf(axisOf(low, high)).filter((tick) => tick >= low && tick <= high);
  return {
    at,
    names: ticks.map((tick) => ({
      at: tick,
      text: money(String(tick * unit), numerals, [String(high * unit)]),
    })),
    bands: [],
    middle: curve.map(({ passed }) => passed * 100),
    ends: [],
    limit: null,
    upright:
      line !== null && line >= low && line <= high ? { at: line, text: money(test?.threshold ?? '0', numerals) } : null,
    spell: (value) => number(String(value), 0, numerals),
  };
}
