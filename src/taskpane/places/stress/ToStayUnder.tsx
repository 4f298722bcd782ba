/** What would have to be true to stay under the line: each dial alone, the rest as typed. */
import { mergeClasses } from '@fluentui/react-components';
import { useEffect } from 'react';
import { HIGHEST_YEAR, WHOLE_IMPACT } from '../../../engine/stress/answers';
import type { Results } from '../../../engine/results';
import { money, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { keyOf, type Turning } from '../../stress/turning';
import { wayOf, yearsWords, type Way } from './dial-words';

interface ToStayUnderProps {
  readonly results: Results;
  readonly turning: Turning;
  readonly numerals: Numerals;
}

const NAME = 'stay under';

function titleOf(results: Results, numerals: Numerals): string {
  const { test } = results.impact;
  if (test === null) return `For no impact over ${yearsWords(results.years.length).toLowerCase()}`;
  const some = (test.tested?.length ?? 3) < results.years.length;
  return `To stay under ${money(test.threshold, numerals)} in every ${some ? 'tested ' : ''}year`;
}

export function ToStayUnder({ results, turning, numerals }: ToStayUnderProps): React.JSX.Element | null {
  const looks = useLooks();
  const { stress } = useSessionContext();
  const job = useStored(stress.jobs).get(NAME);
  const { status, dials, shown } = turning;
  const figure = results.impact.test === null ? WHOLE_IMPACT : HIGHEST_YEAR;
  const seen = dials.filter((dial) => shown.includes(keyOf(dial)));
  useEffect(() => {
    if (status !== 'open') return;
    const asked = dials
      .filter((dial) => shown.includes(keyOf(dial)))
      .map(({ parameter, op }) => ({ parameter, op, figure }));
    stress.jobs.want(NAME, { kind: 'break-even', asked });
  }, [status, dials, shown, figure, stress]);
  if (status !== 'open') return null;
  const known = job?.answer?.kind === 'break-even' ? job.answer.breakEvens : [];
  const ways = seen.map((dial, index): Way => {
    const one = known[index];
    const waits = job?.status === 'running' ? 'working' : '–';
    return one === undefined ? { words: dial.words, limit: waits, change: '' } : wayOf(dial, one, numerals);
  });
  return (
    <section className={looks.block} aria-label="What would have to be true">
      <Heading>{titleOf(results, numerals)}</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>{titleOf(results, numerals)}</caption>
        <tbody>
          {ways.map((way, index) => (
            <tr key={`${String(index)}${way.words}`} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {index === 0 ? way.words : `or ${lowered(way.words)}`}
              </th>
              <td className={mergeClasses(looks.cell, looks.strong)}>{way.limit}</td>
              <td className={mergeClasses(looks.cell, looks.caption)}>{way.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={looks.note}>
        Each alone, the rest as typed. What lies beyond the last year is not counted: a later start moves cost, it does
        not save it.
      </p>
    </section>
  );
}

const lowered = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
