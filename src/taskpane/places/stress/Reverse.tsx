/** Reverse stress: the smallest joint move of what may vary that breaks the budget. */
import { Button, mergeClasses } from '@fluentui/react-components';
import type { Reverse as ReverseOf } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import { approximate, sign } from '../../exact';
import { money, signed, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { valueText } from '../../stress/values';
import { wordsOf } from './driver-words';
import { Failed, Far, type DriverProps } from './StressParts';

const NAME = 'reverse';

export function Reverse({ results, dials, numerals }: DriverProps): React.JSX.Element | null {
  const looks = useLooks();
  const { stress } = useSessionContext();
  const job = useStored(stress.jobs).get(NAME);
  if (results.impact.test === null) return null;
  const uncertain = dials.some((dial) => dial.low !== null);
  const parameters = dials.filter((dial) => dial.headline).map((dial) => dial.parameter);
  return (
    <section className={looks.block} aria-label="What would break the budget">
      <Heading beside="smallest joint move">What would break the budget</Heading>
      <Button
        size="small"
        onClick={() => {
          stress.jobs.start(NAME, { kind: 'reverse', asked: uncertain ? {} : { parameters } });
        }}
      >
        Find the move
      </Button>
      {job !== undefined && <Far job={job} noun="done" />}
      <Failed job={job} title="The move could not be found" />
      {job?.answer?.kind === 'reverse' && <Move reverse={job.answer.reverse} dials={dials} numerals={numerals} />}
    </section>
  );
}

function Move({
  reverse,
  dials,
  numerals,
}: {
  readonly reverse: ReverseOf;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
}): React.JSX.Element {
  const looks = useLooks();
  const line = money(reverse.target, numerals);
  if (reverse.found === 'already')
    return (
      <p className={looks.note}>
        Nothing need move: the highest tested year is {money(reverse.figureNow, numerals)} as typed, over {line}.
      </p>
    );
  if (reverse.found === 'none')
    return (
      <p className={looks.note}>No move of these, within what their fields allow, takes a tested year over {line}.</p>
    );
  const moves = [...reverse.moves]
    .filter((one) => sign(one.move) !== 0)
    .sort((a, b) => Math.abs(approximate(b.move)) - Math.abs(approximate(a.move)));
  const unit = (parameter: string): string => dials.find((dial) => dial.parameter === parameter)?.unit ?? '';
  return (
    <>
      <p className={looks.note}>
        All of these together take the highest tested year to {money(reverse.figureThere, numerals)}, the line; no
        smaller joint move was found.
      </p>
      <table className={looks.table} style={{ marginTop: 6 }}>
        <caption className={looks.hidden}>The smallest joint move that reaches the line</caption>
        <tbody>
          {moves.map(({ parameter, now, value, move }) => (
            <tr key={parameter} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {wordsOf(parameter, dials)}
              </th>
              <td className={looks.cell}>
                {valueText(now, unit(parameter), numerals)} to {valueText(value, unit(parameter), numerals)}
              </td>
              <td className={mergeClasses(looks.cell, looks.strong)}>{signed(move, 1, numerals, -2)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
