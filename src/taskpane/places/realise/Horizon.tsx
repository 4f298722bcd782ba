/** What is coming: expected by year within its range, against the room in the budget, then the technologies one by one. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { HorizonFigures } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { plain, sum } from '../../../outputs/amounts';
import { figuresOf } from '../../../outputs/figures';
import { largestFirst, registerItems } from '../../../outputs/register';
import { registerAnswers, registerLead } from '../../../outputs/register-words';
import { sign, subtract } from '../../exact';
import { percent, scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Heads } from '../../parts/Heads';
import { useLooks } from '../../parts/looks';
import { More } from '../../parts/More';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { Lead } from '../Result';
import { Answer, perCents } from './Answer';
import { HorizonBar, reachOf } from './HorizonBar';
import { NotYet } from '../NotYet';
import { ImportTrials } from '../trials/ImportTrials';

export function Horizon({ results }: { readonly results: Results }): React.JSX.Element {
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const figures = useMemo(() => figuresOf(results), [results]);
  const { register } = results;
  if (register === undefined)
    return (
      <>
        <NotYet
          lead="No register in this workbook."
          text="A table BIM_Horizon lists what may launch: its phase, when, for how many, and what a patient costs. Then this page tells what is to be expected, how sure that is, and what the budget has no room for."
        />
        <ImportTrials />
      </>
    );
  return (
    <>
      <Lead pieces={[{ text: perCents(registerLead(figures, register)) }]} />
      <Years register={register} years={results.years} numerals={numerals} />
      <Items register={register} numerals={numerals} />
      {registerAnswers(figures, register).map(({ title, text }) => (
        <Answer key={title} title={title} text={text} />
      ))}
      <ImportTrials />
    </>
  );
}

interface YearsProps {
  readonly register: HorizonFigures;
  readonly years: readonly number[];
  readonly numerals: Numerals;
}

function Years({ register, years, numerals }: YearsProps): React.JSX.Element {
  const looks = useLooks();
  const { weighted, unweighted, low, high, headroom } = register;
  const scale = tableScale([weighted, unweighted, headroom ?? []].flat());
  const reach = reachOf(register);
  const heads = ['Year', 'Range and room', 'Expected', 'If all', ...(headroom === null ? [] : ['Left'])];
  return (
    <section aria-label="By year">
      <Heading beside={`net cost, ${unitOf(scale, numerals)}`}>By year</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>What is coming, by year</caption>
        <Heads names={heads} left={2} />
        <tbody>
          {years.map((year, n) => {
            const room = headroom?.[n];
            const left = room === undefined ? null : subtract(room, weighted[n] ?? '0');
            return (
              <tr key={year} className={looks.row}>
                <th scope="row" className={mergeClasses(looks.cell, looks.name)} style={{ whiteSpace: 'nowrap' }}>
                  {year}
                </th>
                <td style={{ width: '32%', padding: '0 0 0 8px' }}>
                  <HorizonBar
                    reach={reach}
                    expected={weighted[n] ?? '0'}
                    low={low[n] ?? '0'}
                    high={high[n] ?? '0'}
                    room={room ?? null}
                  />
                </td>
                <td className={mergeClasses(looks.cell, looks.strong)}>
                  {scaled(weighted[n] ?? null, scale, numerals)}
                </td>
                <td className={looks.cell}>{scaled(unweighted[n] ?? null, scale, numerals)}</td>
                {left !== null && (
                  <td className={mergeClasses(looks.cell, sign(left) < 0 && looks.danger)}>
                    {scaled(left, scale, numerals)}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={looks.note}>
        Bar: expected. Thin line under it: from the low to the high end, 95 in 100.
        {headroom !== null && ' Upright mark: the room in the budget; Left is the room less what is expected.'}
      </p>
    </section>
  );
}

/** So many technologies are shown at first. */
const FIRST = 8;

function Items({ register, numerals }: Omit<YearsProps, 'years'>): React.JSX.Element {
  const looks = useLooks();
  const [all, showAll] = useState(false);
  const items = useMemo(
    () => largestFirst(registerItems(register)).map((item) => ({ ...item, cost: plain(sum(item.weighted)) })),
    [register],
  );
  const scale = tableScale(items.map(({ cost }) => cost));
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <section className={looks.block} aria-label="By technology">
      <Heading beside={`expected over all years, ${unitOf(scale, numerals)}`}>By technology</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>Technologies that are coming, the dearest first</caption>
        <Heads names={['Technology', 'Chance', 'Expected']} />
        <tbody>
          {shown.map(({ technology, group, chance, cost }, n) => (
            <tr key={`${String(n)} ${technology}`} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {technology}
                {group !== '' && <span className={looks.caption}> shares {group}</span>}
              </th>
              <td className={looks.cell}>{percent(plain(chance), numerals)}</td>
              <td className={looks.cell}>{scaled(cost, scale, numerals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > shown.length && (
        <More
          count={items.length - shown.length}
          onMore={() => {
            showAll(true);
          }}
        />
      )}
    </section>
  );
}
