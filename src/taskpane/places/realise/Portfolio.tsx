/** Several innovations at once: what each adds as planned and as realised, what holds it back, and what to do first. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { portfolioOf, type PortfolioAction } from '../../../outputs/portfolio';
import { money, number, scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Heads } from '../../parts/Heads';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import type { Piece } from '../../sentences';
import { Lead } from '../Result';
import { Technologies } from './Technologies';

interface PortfolioProps {
  readonly results: Results;
  readonly realisation: Realisation;
}

export function Portfolio({ results, realisation }: PortfolioProps): React.JSX.Element {
  const looks = useLooks();
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const portfolio = useMemo(() => portfolioOf([{ name: '', results }]), [results]);
  const { actions } = portfolio;
  return (
    <>
      <Lead pieces={leadOf(realisation, actions[0], numerals)} />
      <Technologies results={results} realisation={realisation} numerals={numerals} />
      <section className={looks.block} aria-label="What to do first">
        <Heading beside="gain for what it costs">What to do first</Heading>
        {actions.length === 0 ? (
          <p className={looks.note}>
            No scenario of BIM_Scenarios gains anything. A scenario that costs something, more nurses or an earlier
            start, is ranked here by what it gains for its cost.
          </p>
        ) : (
          <Actions actions={actions} numerals={numerals} />
        )}
      </section>
    </>
  );
}

function leadOf({ value }: Realisation, first: PortfolioAction | undefined, numerals: Numerals): readonly Piece[] {
  const both = [value.planned, value.realised];
  const values: readonly Piece[] = [
    { text: 'Of ' },
    { text: money(value.planned, numerals, both), strong: true },
    { text: ' planned in value, ' },
    { text: money(value.realised, numerals, both), strong: true },
    { text: ' is realised.' },
  ];
  if (first === undefined) return values;
  const gains =
    first.perUnit === null
      ? ' gains without cost.'
      : ` gains most for its cost: ${number(first.perUnit, 2, numerals)} for each ${unitOf(ONE, numerals)}1.`;
  return [...values, { text: ' ' }, { text: first.action, strong: true }, { text: gains }];
}

const ONE = { power: 0, letter: '', places: 0 } as const;

interface ActionsProps {
  readonly actions: readonly PortfolioAction[];
  readonly numerals: Numerals;
}

/** Scenarios in the order of what they gain for what they cost. */
function Actions({ actions, numerals }: ActionsProps): React.JSX.Element {
  const looks = useLooks();
  const scale = tableScale(actions.flatMap(({ gain, cost }) => [gain, cost]));
  return (
    <>
      <table className={looks.table}>
        <caption className={looks.hidden}>
          Scenarios, what gains most for its cost first, {unitOf(scale, numerals)}
        </caption>
        <Heads names={['Scenario', `Gain, ${unitOf(scale, numerals)}`, 'Cost', `For ${unitOf(ONE, numerals)}1`]} />
        <tbody>
          {actions.map(({ action, gain, cost, perUnit }) => (
            <tr key={action} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {action}
              </th>
              <td className={looks.cell}>{scaled(gain, scale, numerals)}</td>
              <td className={looks.cell}>{scaled(cost, scale, numerals)}</td>
              <td className={mergeClasses(looks.cell, looks.strong)}>
                {perUnit === null ? 'no cost' : number(perUnit, 2, numerals)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={looks.note}>
        Gain: the rise of realised value, discounted, before what the scenario itself costs. Cost: tasks and what is
        booked as Implementation.
      </p>
    </>
  );
}
