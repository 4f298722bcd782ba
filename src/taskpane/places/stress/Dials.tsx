/** Turn a dial and see what would change: live figures on top, dials below, and what would have to be true. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import type { Results } from '../../../engine/results';
import { add, compare } from '../../exact';
import { money, scaled, tableScale, unitOf, type Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { Message } from '../../parts/Message';
import { numeralsIn, useSessionContext } from '../../parts/session-context';
import { useStored } from '../../stress/store';
import { keyOf, type Turning } from '../../stress/turning';
import { AcrossYears } from './AcrossYears';
import { Dial } from './Dial';
import { DialPicker } from './DialPicker';
import { impactOf, overFrom, spokenFigures, wasWords, yearsWords } from './dial-words';
import { ToStayUnder } from './ToStayUnder';

const useStyles = makeStyles({
  live: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: '0 -16px 14px',
    padding: '4px 16px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    '@container (max-height: 480px)': { position: 'static' },
  },
  figures: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px 16px', marginBottom: '12px' },
  dials: { listStyleType: 'none', margin: 0, padding: 0 },
  big: { fontVariantNumeric: 'tabular-nums lining-nums' },
});

/** How long dials rest before their figures are read aloud: milliseconds. */
const QUIET = 500;

export function Dials({ results }: { readonly results: Results }): React.JSX.Element {
  const { state, stress } = useSessionContext();
  const { dials } = stress;
  const turning = useStored(dials);
  const numerals = useMemo(() => numeralsIn(state), [state]);
  useEffect(() => {
    dials.open();
  }, [dials]);
  useSpoken(results, turning, numerals);
  return (
    <>
      <Live results={results} turning={turning} numerals={numerals} />
      <Refused turning={turning} />
      <Turn turning={turning} numerals={numerals} />
      <ToStayUnder results={results} turning={turning} numerals={numerals} />
    </>
  );
}

function useSpoken(results: Results, { followed, settled }: Turning, numerals: Numerals): void {
  const { does } = useSessionContext();
  useEffect(() => {
    const impact = followed === null ? null : impactOf(followed);
    if (impact === null || !settled) return undefined;
    const timer = setTimeout(() => {
      does.dispatch({ type: 'say', words: spokenFigures(results, impact, numerals) });
    }, QUIET);
    return () => {
      clearTimeout(timer);
    };
  }, [results, followed, settled, numerals, does]);
}

interface PartProps {
  readonly turning: Turning;
  readonly numerals: Numerals;
}

/** Figures that follow, in the words of the Result place. */
function Live({ results, turning, numerals }: PartProps & { readonly results: Results }): React.JSX.Element {
  const styles = useStyles();
  const base = results.impact.total;
  const { followed } = turning;
  const impact = (followed === null ? null : impactOf(followed)) ?? base;
  const isTurned = turning.turned.size > 0;
  const line = results.impact.test?.threshold ?? null;
  const scale = tableScale([...base, ...impact]);
  const text = (values: readonly string[]): readonly string[] => values.map((value) => scaled(value, scale, numerals));
  const isOver = (value: string): boolean => line !== null && compare(value, line) > 0;
  const over = overFrom(results, impact);
  const wasOver = overFrom(results, base);
  const worth = worthOf(results, turning);
  return (
    <div className={styles.live} data-testid="live">
      <div className={styles.figures}>
        <Big
          name={yearsWords(results.years.length)}
          text={money(add(...impact), numerals)}
          note={isTurned ? wasWords(add(...impact), add(...base), numerals) : 'as typed'}
        />
        {line !== null && over !== null && (
          <Big
            name={`Over the ${money(line, numerals)} line`}
            text={over}
            note={isTurned ? `was ${wasOver ?? ''}` : 'as typed'}
            danger={over !== 'never'}
          />
        )}
        {worth !== null && (
          <Big
            name="Realised value"
            text={money(worth.now, numerals)}
            note={isTurned ? wasWords(worth.now, worth.was, numerals) : 'as typed'}
          />
        )}
      </div>
      <AcrossYears
        caption="Budget impact by year, what if and base"
        unit={unitOf(scale, numerals)}
        years={results.years}
        rows={[
          { name: 'What if', texts: text(impact), strong: true, over: impact.map(isOver) },
          { name: 'Base', texts: text(base) },
        ]}
      />
      <State turning={turning} />
    </div>
  );
}

function worthOf(results: Results, { followed, base }: Turning): { readonly now: string; readonly was: string } | null {
  const was = base?.value?.realised ?? results.realisation?.value.realised ?? null;
  if (was === null) return null;
  const value = followed === null ? null : followed.kind === 'fast' ? followed.value : followed.whatIf.value;
  return { now: value?.realised ?? was, was };
}

function Big({
  name,
  text,
  note,
  danger = false,
}: {
  readonly name: string;
  readonly text: string;
  readonly note: string;
  readonly danger?: boolean;
}): React.JSX.Element {
  const looks = useLooks();
  return (
    <div>
      <div className={looks.caption}>{name}</div>
      <div className={mergeClasses(looks.big, danger && looks.danger)}>{text}</div>
      <div className={looks.quiet}>{note}</div>
    </div>
  );
}

/** Whether these figures are exact yet. */
function State({ turning: { turned, settled, status } }: { readonly turning: Turning }): React.JSX.Element {
  const looks = useLooks();
  const words =
    status === 'opening'
      ? 'Making the model ready.'
      : turned.size === 0 || settled
        ? 'Exact decimals.'
        : 'Following in floats; exact once the dial rests.';
  return <div className={looks.caption}>{words}</div>;
}

function Refused({ turning: { followed, status, message } }: { readonly turning: Turning }): React.JSX.Element | null {
  if (status === 'failed')
    return (
      <Message tone="wrong" title="The dials could not be read">
        {message}
      </Message>
    );
  if (followed?.kind !== 'exact' || followed.whatIf.impact !== null) return null;
  const why = followed.whatIf.findings.find((finding) => finding.severity === 'error');
  return (
    <Message tone="wrong" title="The model refuses this">
      {why?.message ?? 'It gives no figures.'} The figures above are those of the base.
    </Message>
  );
}

function Turn({ turning, numerals }: PartProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { stress } = useSessionContext();
  const { dials, shown, turned, status } = turning;
  const seen = dials.filter((dial) => shown.includes(keyOf(dial)));
  return (
    <section aria-label="Turn a dial">
      <div className={looks.heading}>
        <h2 className={looks.h2}>Turn a dial</h2>
        <Back
          disabled={turned.size === 0}
          onBack={() => {
            stress.dials.reset();
          }}
        />
      </div>
      <ul className={styles.dials}>
        {seen.map((dial) => (
          <Dial
            key={keyOf(dial)}
            dial={dial}
            value={turned.get(keyOf(dial)) ?? dial.now}
            numerals={numerals}
            onTurn={(value) => {
              stress.dials.turn(keyOf(dial), value);
            }}
          />
        ))}
      </ul>
      {status === 'open' && (
        <DialPicker
          dials={dials.filter((dial) => !shown.includes(keyOf(dial)))}
          numerals={numerals}
          onPick={(key) => {
            stress.dials.show(key);
          }}
        />
      )}
    </section>
  );
}

const useBack = makeStyles({
  back: { minWidth: 0, padding: '0 2px', fontWeight: 400, fontSize: tokens.fontSizeBase200 },
  on: { color: tokens.colorBrandForegroundLink },
});

function Back({ disabled, onBack }: { readonly disabled: boolean; readonly onBack: () => void }): React.JSX.Element {
  const styles = useBack();
  return (
    <Button
      appearance="transparent"
      size="small"
      className={mergeClasses(styles.back, !disabled && styles.on)}
      disabled={disabled}
      onClick={onBack}
    >
      Back to base
    </Button>
  );
}
