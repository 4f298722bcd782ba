/** Break-even of any number, for any figure and target: exact where the figure is a straight line in it. */
import { Button, Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { HIGHEST_YEAR, WHOLE_IMPACT, type BreakEven, type BreakEvenAsked } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import type { BreakEvenRefused } from '../../../worker/stress';
import { round } from '../../exact';
import { money, price, type Numerals } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { keyOf } from '../../stress/turning';
import { valueText, valueTyped } from '../../stress/values';
import { wayOf, yearsWords } from './dial-words';
import { figuresWatched } from './driver-words';
import { DialSelect, Failed, Far, WordSelect, type DriverProps } from './StressParts';

const useStyles = makeStyles({
  ask: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '8px 12px',
    alignItems: 'end',
    marginBottom: '8px',
  },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

const NAME = 'break-even';
const OTHER = 'other break-even';

/** The number asked about first: a price of what is new, else the first dial. */
function firstOf({ results, dials }: DriverProps): Dial | undefined {
  const priced = results.breakEven[0]?.parameter;
  return dials.find((dial) => dial.parameter === priced) ?? dials[0];
}

/** The two break-evens that are asked for most. */
function usual(results: DriverProps['results'], dial: Dial): readonly BreakEvenAsked[] {
  const { parameter, op } = dial;
  const test = results.impact.test === null ? [] : [{ parameter, op, figure: HIGHEST_YEAR }];
  return [...test, { parameter, op, figure: WHOLE_IMPACT }];
}

export function BreakEvens(props: DriverProps): React.JSX.Element | null {
  const looks = useLooks();
  const { stress } = useSessionContext();
  const [key, setKey] = useState<string | null>(null);
  const { results, dials, numerals } = props;
  const dial = dials.find((one) => keyOf(one) === key) ?? firstOf(props);
  const job = useStored(stress.jobs).get(NAME);
  useEffect(() => {
    if (dial !== undefined) stress.jobs.want(NAME, { kind: 'break-even', asked: usual(results, dial) });
  }, [dial, results, stress]);
  if (dial === undefined) return null;
  const known = job?.answer?.kind === 'break-even' ? job.answer.breakEvens : [];
  return (
    <section className={looks.block} aria-label="Break-even">
      <Heading beside={`now ${valueText(dial.now, dial.unit, numerals)}`}>Break-even</Heading>
      <DialSelect label="Of" dials={dials} value={keyOf(dial)} onChoose={setKey} />
      <table className={looks.table} style={{ marginTop: 8 }}>
        <caption className={looks.hidden}>Break-even of {dial.words}</caption>
        <tbody>
          {usual(results, dial).map((asked, index) => (
            <tr key={asked.figure} className={looks.row}>
              <th scope="row" className={mergeClasses(looks.cell, looks.name)}>
                {asked.figure === HIGHEST_YEAR
                  ? `Under ${money(results.impact.test?.threshold ?? '0', numerals)} in every tested year`
                  : `No impact over ${yearsWords(results.years.length).toLowerCase()}`}
              </th>
              <td className={mergeClasses(looks.cell, looks.strong)}>{answerText(dial, known[index], numerals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {job !== undefined && <Failed job={job} title="The break-even could not be found" />}
      {known.map((one, index) => (
        <How key={index} one={one} dial={dial} numerals={numerals} />
      ))}
      <AnyTarget {...props} dial={dial} />
    </section>
  );
}

const answerText = (dial: Dial, one: BreakEven | BreakEvenRefused | undefined, numerals: Numerals): string =>
  one === undefined ? 'working' : wayOf(dial, one, numerals).limit;

/** How it was found, and whether there is more than one. */
function How({
  one,
  dial,
  numerals,
}: {
  readonly one: BreakEven | BreakEvenRefused;
  readonly dial: Dial;
  readonly numerals: Numerals;
}): React.JSX.Element | null {
  const looks = useLooks();
  if ('why' in one) return <p className={looks.note}>{one.why}</p>;
  const said = sentences(one, dial, numerals);
  return said === '' ? null : <p className={looks.note}>{said}</p>;
}

function sentences(one: BreakEven, dial: Dial, numerals: Numerals): string {
  const all = one.roots.map(({ value }) => valueText(round(value, 6), dial.unit, numerals));
  if (one.always) return 'The figure does not depend on it.';
  if (one.roots.length === 0)
    return `None: at ${String(one.looked)} values from ${valueText(one.from, dial.unit, numerals)} to ${valueText(one.to, dial.unit, numerals)} the figure stays on one side.`;
  if (one.roots.length > 1) return `More than one: the figure meets the target at ${all.join(', ')}.`;
  if (one.roots[0]?.leaps === true) return 'The figure leaps over the target there, as at a tier of a price.';
  return one.how === 'straight' ? 'Exact: the figure is a straight line in it.' : '';
}

/** Any figure, any target. */
function AnyTarget({ results, numerals, dial }: DriverProps & { readonly dial: Dial }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { stress } = useSessionContext();
  const words = figuresWatched(results);
  const [figure, setFigure] = useState(words.at(-1)?.value ?? WHOLE_IMPACT);
  const [typed, setTyped] = useState('0');
  const job = useStored(stress.jobs).get(OTHER);
  const target = valueTyped(typed, '', numerals);
  const asked = job?.question.kind === 'break-even' ? job.question.asked[0] : undefined;
  const one = job?.answer?.kind === 'break-even' ? job.answer.breakEvens[0] : undefined;
  const isAnswer =
    one !== undefined && asked?.parameter === dial.parameter && asked.figure === figure && asked.target === target;
  return (
    <div style={{ marginTop: 12 }}>
      <div className={styles.ask}>
        <WordSelect label="Any figure" words={words} value={figure} onChoose={setFigure} />
        <Field
          label={`is to be, ${numerals.symbol}`}
          size="small"
          {...(target === null ? { validationMessage: 'Type a number.' } : {})}
        >
          <Input
            className={styles.input}
            size="small"
            value={typed}
            inputMode="decimal"
            onChange={(_, data) => {
              setTyped(data.value);
            }}
          />
        </Field>
      </div>
      <Button
        size="small"
        disabled={target === null}
        onClick={() => {
          const { parameter, op } = dial;
          stress.jobs.start(OTHER, { kind: 'break-even', asked: [{ parameter, op, figure, target: target ?? '0' }] });
        }}
      >
        Find the value
      </Button>
      {job !== undefined && <Far job={job} noun="done" />}
      {isAnswer && (
        <p className={looks.note} role="status">
          {dial.words}: {wayOf(dial, one, numerals).limit}, for {price(target, numerals)}.
        </p>
      )}
      {isAnswer && <How one={one} dial={dial} numerals={numerals} />}
    </div>
  );
}
