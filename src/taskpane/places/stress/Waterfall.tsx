/** What makes the difference between two scenarios: change by change, and what they do together and not apart. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Difference } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import { add, approximate, sign } from '../../exact';
import { scaled, signed, tableScale, unitOf, type Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { BASE } from '../../reading';
import { useStored } from '../../stress/store';
import { wordsOf } from './driver-words';
import { Failed, Far, WordSelect, type DriverProps } from './StressParts';

const useStyles = makeStyles({
  ask: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px 12px', marginBottom: '10px' },
});
const NAME = 'difference';

export function Waterfall({ results, dials, numerals }: DriverProps): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const { stress } = useSessionContext();
  const names = [BASE, ...results.scenarios.map((one) => one.scenario)];
  const [from, setFrom] = useState(BASE);
  const [to, setTo] = useState(names[1] ?? BASE);
  const job = useStored(stress.jobs).get(NAME);
  const canAsk = names.length > 1 && from !== to;
  useEffect(() => {
    if (canAsk) stress.jobs.want(NAME, { kind: 'difference', asked: { from, to } });
  }, [canAsk, from, to, stress]);
  const words = names.map((value) => ({ value, text: value === BASE ? 'Base case' : value }));
  return (
    <section className={looks.block} aria-label="Scenarios taken apart">
      <div className={looks.heading}>
        <h2 className={looks.h2}>What makes the difference</h2>
      </div>
      {names.length < 2 ? (
        <p className={looks.quiet}>No scenarios yet. Turn a dial and save it as one.</p>
      ) : (
        <div className={styles.ask}>
          <WordSelect label="From" words={words} value={from} onChoose={setFrom} />
          <WordSelect label="To" words={words} value={to} onChoose={setTo} />
        </div>
      )}
      {job !== undefined && canAsk && <Far job={job} noun="done" />}
      {canAsk && <Failed job={job} title="The difference could not be taken apart" />}
      {canAsk && job?.answer?.kind === 'difference' && (
        <Steps difference={job.answer.difference} dials={dials} numerals={numerals} />
      )}
    </section>
  );
}

interface Step {
  readonly name: string;
  readonly note: string;
  readonly amount: string;
  readonly isLevel: boolean;
}

function stepsOf({ from, to, start, end, steps, interaction }: Difference, dials: readonly Dial[]): readonly Step[] {
  const level = (name: string, amount: string): Step => ({
    name: name === BASE ? 'Base case' : name,
    note: '',
    amount,
    isLevel: true,
  });
  const together: Step = { name: 'Together, and not apart', note: '', amount: interaction, isLevel: false };
  return [
    level(from, start),
    ...steps.map((step): Step => ({
      name: wordsOf(step.parameter, dials),
      note: step.change,
      amount: step.alone ?? '0',
      isLevel: false,
    })),
    ...(sign(interaction) === 0 ? [] : [together]),
    level(to, end),
  ];
}

function Steps({
  difference,
  dials,
  numerals,
}: {
  readonly difference: Difference;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
}): React.JSX.Element {
  const looks = useLooks();
  const steps = stepsOf(difference, dials);
  const scale = tableScale(steps.map((step) => step.amount));
  return (
    <>
      <table className={looks.table}>
        <caption className={looks.hidden}>
          From {difference.from} to {difference.to}, in {unitOf(scale, numerals)}
        </caption>
        <tbody>
          {steps.map((step, index) => (
            <tr key={`${String(index)}${step.name}`} className={step.isLevel ? looks.total : looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name, step.isLevel && looks.strong)}>
                {step.name}
                {step.note !== '' && (
                  <>
                    <br />
                    <span className={looks.caption}>{step.note}</span>
                  </>
                )}
              </th>
              <td style={{ width: '34%', padding: '0 0 0 8px' }}>
                <Hung steps={steps} index={index} />
              </td>
              <td className={looks.cell}>
                {step.isLevel
                  ? scaled(step.amount, scale, numerals)
                  : signed(step.amount, scale.places, numerals, scale.power)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={looks.note}>
        In {unitOf(scale, numerals)}, all years. Each change made alone; what is left is what they do together. All add
        up exactly.
      </p>
    </>
  );
}

/** Levels stand on nothing; a step hangs where the one before it ended. */
function Hung({ steps, index }: { readonly steps: readonly Step[]; readonly index: number }): React.JSX.Element {
  const { appearance } = useSessionContext();
  const ends = steps.map((step, at): readonly [number, number] => {
    const before = step.isLevel ? '0' : add(...steps.slice(0, at).map((one) => one.amount));
    return [approximate(before), approximate(add(before, step.amount))];
  });
  const [low, high] = [Math.min(0, ...ends.flat()), Math.max(1e-9, ...ends.flat())];
  const at = (value: number): number => (100 * (value - low)) / (high - low);
  const [from = 0, to = 0] = ends[index] ?? [];
  const isLevel = steps[index]?.isLevel === true;
  const ink = appearance === 'forced' ? 'CanvasText' : tokens.colorCompoundBrandForeground1;
  return (
    <svg
      width="100%"
      height="12"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', forcedColorAdjust: 'none' }}
    >
      <line x1={`${String(at(0))}%`} x2={`${String(at(0))}%`} y1="0" y2="12" stroke={tokens.colorNeutralStroke1} />
      <rect
        x={`${String(Math.min(at(from), at(to)))}%`}
        width={`${String(Math.max(0.6, Math.abs(at(to) - at(from))))}%`}
        y="1.5"
        height="9"
        rx="1"
        fill={isLevel ? ink : 'none'}
        stroke={isLevel ? 'none' : ink}
      />
    </svg>
  );
}
