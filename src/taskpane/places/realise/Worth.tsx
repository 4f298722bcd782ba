/** What the shortfall is worth, gate by gate, and which activity pays. Values are net benefit, discounted; cash stands apart. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { figuresOf } from '../../../outputs/figures';
import { realisationCautions } from '../../../outputs/realisation-words';
import { compare, magnitude, sign } from '../../exact';
import { money, scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Heads } from '../../parts/Heads';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import type { Piece } from '../../sentences';
import { Lead } from '../Result';
import { Gates } from './Gates';
import { ValueSteps } from './ValueSteps';

interface WorthProps {
  readonly results: Results;
  readonly realisation: Realisation;
}

export function Worth({ results, realisation }: WorthProps): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const cautions = useMemo(() => realisationCautions(figuresOf(results), realisation), [results, realisation]);
  return (
    <>
      <Lead pieces={worthLead(realisation, numerals)} />
      <Gates realisation={realisation} numerals={numerals} />
      <ValueSteps years={results.years} realisation={realisation} numerals={numerals} />
      <Activities realisation={realisation} numerals={numerals} />
      <section className={looks.block} aria-label="How to read this">
        <Heading>How to read this</Heading>
        {cautions.map((caution) => (
          <p key={caution} className={looks.note}>
            {caution}
          </p>
        ))}
      </section>
    </>
  );
}

function worthLead({ value }: Realisation, numerals: Numerals): readonly Piece[] {
  const { joint } = value;
  const delay = value.costOfDelay.plan;
  const most = [joint, delay];
  const gates: readonly Piece[] =
    sign(joint) === 0
      ? [{ text: 'The gates withhold nothing. ' }]
      : [
          { text: sign(joint) > 0 ? 'The gates withhold ' : 'The gates avoid a loss of ' },
          { text: money(magnitude(joint), numerals, most), strong: true },
          { text: ' in net benefit. ' },
        ];
  if (sign(delay) === 0) return gates;
  return [
    ...gates,
    { text: `Each month of delay at the start ${sign(delay) > 0 ? 'costs' : 'saves'} ` },
    { text: money(magnitude(delay), numerals, most), strong: true },
    { text: '.' },
  ];
}

interface PartProps {
  readonly realisation: Realisation;
  readonly numerals: Numerals;
}

/** Scenarios that cost something: what they gain, and when they have paid for themselves. */
function Activities({ realisation, numerals }: PartProps): React.JSX.Element | null {
  const looks = useLooks();
  const paid = realisation.scenarios.filter(({ activity }) => sign(activity.cost) !== 0 || sign(activity.gain) !== 0);
  if (paid.length === 0) return null;
  const rows = [...paid].sort((a, b) => compare(b.activity.net, a.activity.net));
  const scale = tableScale(rows.flatMap(({ activity }) => [activity.gain, activity.cost, activity.net]));
  return (
    <section className={looks.block} aria-label="What pays">
      <Heading beside={`scenarios, ${unitOf(scale, numerals)}`}>What pays</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>What each scenario gains and costs</caption>
        <Heads names={['Scenario', 'Gain', 'Cost', 'Net', 'Paid back']} />
        <tbody>
          {rows.map(({ scenario, activity }) => (
            <tr key={scenario} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {scenario}
              </th>
              <td className={looks.cell}>{scaled(activity.gain, scale, numerals)}</td>
              <td className={looks.cell}>{scaled(activity.cost, scale, numerals)}</td>
              <td className={mergeClasses(looks.cell, looks.strong)}>{scaled(activity.net, scale, numerals)}</td>
              <td className={looks.cell}>
                {/^\d/.test(activity.payback) ? `month ${activity.payback}` : activity.payback}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
