/** What moves the figure: one at a time, break-evens, two at once, the smallest move that breaks the budget, and scenarios taken apart. */
import { useEffect, useMemo } from 'react';
import type { OneWayAsked } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import type { Results } from '../../../engine/results';
import { money } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import type { Turning } from '../../stress/turning';
import { Lead } from '../Result';
import { BreakEvens } from './BreakEvens';
import { yearsWords } from './dial-words';
import { wordsOf } from './driver-words';
import { Reverse } from './Reverse';
import { Failed, Far, type DriverProps } from './StressParts';
import { leadOfOneWay, Tornado } from './Tornado';
import { TwoAtOnce } from './TwoAtOnce';
import { Waterfall } from './Waterfall';

const NAME = 'one at a time';
/** How far a number is moved that nobody said a range of. */
const BY = '0.2';

/** What may vary: the rows of BIM_Uncertainty; without them the headline inputs, a fifth either way. */
function askedOf(dials: readonly Dial[]): OneWayAsked {
  const uncertain = dials.some((dial) => dial.low !== null);
  return uncertain ? {} : { by: BY, parameters: dials.filter((dial) => dial.headline).map((dial) => dial.parameter) };
}

export function Drivers({ results }: { readonly results: Results }): React.JSX.Element {
  const { state, stress } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const looks = useLooks();
  const turning = useStored(stress.dials);
  useEffect(() => {
    stress.dials.open();
  }, [stress]);
  const props = { results, dials: turning.dials, numerals };
  return (
    <>
      <OneAtATime {...props} turning={turning} />
      {turning.status === 'open' && (
        <>
          <BreakEvens {...props} />
          <TwoAtOnce {...props} />
          <Reverse {...props} />
          <Waterfall {...props} />
          <p className={looks.note}>
            Write… puts what was asked here on the sheets Sensitivity and Compare, with charts of their own.
          </p>
        </>
      )}
    </>
  );
}

function OneAtATime({
  results,
  dials,
  numerals,
  turning,
}: DriverProps & { readonly turning: Turning }): React.JSX.Element {
  const looks = useLooks();
  const { stress } = useSessionContext();
  const job = useStored(stress.jobs).get(NAME);
  const asked = useMemo(() => askedOf(dials), [dials]);
  const { status } = turning;
  useEffect(() => {
    if (status === 'open') stress.jobs.want(NAME, { kind: 'one-way', asked });
  }, [status, asked, stress]);
  const oneWay = job?.answer?.kind === 'one-way' ? job.answer.oneWay : null;
  const what = `the ${yearsWords(results.years.length).toLowerCase().replace(' years', '-year').replace(' year', '-year')} figure`;
  return (
    <>
      {oneWay !== null && <Lead pieces={leadOfOneWay({ oneWay, dials, numerals }, what)} />}
      {job !== undefined && <Far job={job} noun="inputs" />}
      <Failed job={job} title="The inputs could not be moved" />
      {oneWay !== null && (
        <section aria-label="One at a time">
          <Heading beside={`change from ${money(oneWay.base, numerals)}`}>One at a time</Heading>
          <Tornado oneWay={oneWay} dials={dials} numerals={numerals} />
          {asked.by !== undefined && (
            <p className={looks.note}>
              No ranges are typed, so each headline input is moved by a fifth either way. BIM_Uncertainty holds ranges
              of your own.
            </p>
          )}
          {oneWay.left.map((one) => (
            <p key={one.parameter} className={looks.note}>
              {wordsOf(one.parameter, dials)} is left out. {one.why}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
