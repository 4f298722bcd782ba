/** What a combination is worth, part by part: alone, last, and only together. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PartsFigures, Realisation } from '../../../engine/realisation-results';
import type { Results } from '../../../engine/results';
import { figuresOf } from '../../../outputs/figures';
import { partsAnswers, partsLead } from '../../../outputs/parts-words';
import { scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { Heads } from '../../parts/Heads';
import { useLooks } from '../../parts/looks';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { Lead } from '../Result';
import { Answer, perCents } from './Answer';
import { NotYet } from '../NotYet';
import { StepsTable } from '../StepsTable';

interface CombinationProps {
  readonly results: Results;
  readonly realisation: Realisation;
}

export function Combination({ results, realisation }: CombinationProps): React.JSX.Element {
  const { state } = useSessionContext();
  const numerals = useMemo(() => numeralsIn(state), [state]);
  const { parts } = realisation;
  if (parts === undefined)
    return (
      <NotYet
        lead="No parts in this workbook."
        text="A table BIM_Parts names the parts of a combination, each by the changes that take it away: a test, the therapy it finds patients for, an algorithm before the scan. Then this page tells what each is worth alone, last, and only together."
      />
    );
  const figures = figuresOf(results);
  const scale = tableScale([parts.none, parts.whole, ...parts.parts.flatMap(({ alone, last }) => [alone, last])]);
  return (
    <>
      <Lead pieces={[{ text: perCents(partsLead(figures, parts)) }]} />
      <section aria-label="Part by part">
        <Heading beside={`realised value, discounted, ${unitOf(scale, numerals)}`}>Part by part</Heading>
        <StepsTable
          caption="From none of the parts to all of them"
          steps={[
            { label: 'None of them', value: parts.none, strong: true },
            ...parts.parts.map(({ part, alone }) => ({ label: `${part}, alone`, value: alone, strong: false })),
            { label: 'Only together', value: parts.interaction, strong: false },
            { label: 'All of them', value: parts.whole, strong: true },
          ]}
          scale={scale}
          numerals={numerals}
          changes
        />
      </section>
      <Each parts={parts} numerals={numerals} />
      {partsAnswers(figures, parts)
        .slice(1)
        .map(({ title, text }) => (
          <Answer key={title} title={title} text={text} />
        ))}
    </>
  );
}

function Each({ parts, numerals }: { readonly parts: PartsFigures; readonly numerals: Numerals }): React.JSX.Element {
  const looks = useLooks();
  const scale = tableScale(parts.parts.flatMap(({ alone, last }) => [alone, last]));
  return (
    <section className={looks.block} aria-label="Each part">
      <Heading beside={unitOf(scale, numerals)}>Each part</Heading>
      <table className={looks.table}>
        <caption className={looks.hidden}>What each part is worth alone and last</caption>
        <Heads names={['Part', 'Alone', 'Last']} />
        <tbody>
          {parts.parts.map(({ part, alone, last }) => (
            <tr key={part} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {part}
              </th>
              <td className={looks.cell}>{scaled(alone, scale, numerals)}</td>
              <td className={mergeClasses(looks.cell, looks.strong)}>{scaled(last, scale, numerals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={looks.note}>Alone: added to none of the parts. Last: what the rest loses without it.</p>
    </section>
  );
}
