/** What makes the difference between two scenarios: change by change, and what they do together and not apart. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Difference } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import { sign } from '../../exact';
import { tableScale, unitOf, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { BASE } from '../../reading';
import { useStored } from '../../stress/store';
import { StepsTable, type Step } from '../StepsTable';
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
  const words = names.map((value) => ({ value, text: titled(value) }));
  return (
    <section className={looks.block} aria-label="Scenarios taken apart">
      <Heading>What makes the difference</Heading>
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

function stepsOf({ from, to, start, end, steps, interaction }: Difference, dials: readonly Dial[]): readonly Step[] {
  const level = (name: string, value: string): Step => ({ label: titled(name), value, strong: true });
  return [
    level(from, start),
    ...steps.map((step): Step => ({
      label: wordsOf(step.parameter, dials),
      note: step.change,
      value: step.alone ?? '0',
      strong: false,
    })),
    ...(sign(interaction) === 0 ? [] : [{ label: 'Together, and not apart', value: interaction, strong: false }]),
    level(to, end),
  ];
}

const titled = (scenario: string): string => (scenario === BASE ? 'Base case' : scenario);

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
  const scale = tableScale(steps.map(({ value }) => value));
  return (
    <>
      <StepsTable
        caption={`From ${difference.from} to ${difference.to}, in ${unitOf(scale, numerals)}`}
        steps={steps}
        scale={scale}
        numerals={numerals}
        changes
      />
      <p className={looks.note}>
        In {unitOf(scale, numerals)}, all years. Each change made alone; what is left is what they do together. All add
        up exactly.
      </p>
    </>
  );
}
