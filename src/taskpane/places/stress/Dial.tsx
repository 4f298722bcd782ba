/** One dial: a slider with a tick at what is typed, and a field that says where it stands. */
import { makeStyles, mergeClasses, Slider, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Dial as DialOf } from '../../../engine/stress/dial';
import { approximate, round } from '../../exact';
import type { Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { aroundOf, digitsOf, valueText, valueTyped } from '../../stress/values';

const useStyles = makeStyles({
  dial: { padding: '8px 0 6px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  top: { display: 'flex', gap: '10px', alignItems: 'baseline' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  field: {
    display: 'inline-flex',
    alignItems: 'baseline',
    flexShrink: 0,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums lining-nums',
    whiteSpace: 'nowrap',
    cursor: 'text',
  },
  changed: { color: tokens.colorBrandForegroundLink },
  digits: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'right',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderBottom: '1px solid transparent',
    backgroundColor: 'transparent',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: '2px' },
  },
  track: { position: 'relative' },
  slider: { width: '100%', minWidth: 0, marginLeft: 0, marginRight: 0 },
  /** Steps are too many to be marked. */
  rail: {
    '::before': { backgroundImage: 'none' },
    '@media (forced-colors: active)': { '::before': { backgroundImage: 'none' } },
  },
  was: { whiteSpace: 'nowrap' },
  tick: {
    position: 'absolute',
    bottom: '0',
    width: '2px',
    height: '6px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

interface DialProps {
  readonly dial: DialOf;
  /** Where it stands. */
  readonly value: string;
  readonly numerals: Numerals;
  readonly onTurn: (value: string) => void;
}

/** Half of Fluent's thumb: the rail of a slider begins and ends there. */
const THUMB = 10;

export function Dial({ dial, value, numerals, onTurn }: DialProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const name = useId();
  const { unit, now, words } = dial;
  const [from, to, step] = [approximate(dial.from), approximate(dial.to), approximate(dial.step)];
  const part = (at: string): number => Math.min(1, Math.max(0, (approximate(at) - from) / (to - from)));
  const changed = approximate(value) !== approximate(now);
  const at = part(now);
  return (
    <li className={styles.dial}>
      <div className={styles.top}>
        <span id={name} className={styles.name}>
          {words}
        </span>
        {changed && (
          <span className={mergeClasses(looks.caption, styles.was)}>was {valueText(now, unit, numerals)}</span>
        )}
        <Field dial={dial} value={value} numerals={numerals} onTurn={onTurn} changed={changed} />
      </div>
      <div className={styles.track}>
        <Slider
          className={styles.slider}
          size="small"
          rail={{ className: styles.rail }}
          aria-labelledby={name}
          aria-valuetext={`${valueText(value, unit, numerals)}${changed ? `, was ${valueText(now, unit, numerals)}` : ''}`}
          aria-description="Delete puts it back"
          min={from}
          max={to}
          step={step}
          value={approximate(value)}
          onChange={(_, data) => {
            onTurn(onStep(data.value, dial.step));
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Delete') return;
            event.preventDefault();
            onTurn(now);
          }}
        />
        <span
          className={styles.tick}
          aria-hidden="true"
          style={{ left: `calc(${String(at * 100)}% + ${String(THUMB * (1 - 2 * at))}px)` }}
        />
      </div>
    </li>
  );
}

/** A slider's float as the decimal that its step means. */
function onStep(value: number, step: string): string {
  const places = step.split('.')[1]?.length ?? 0;
  const text = round(value.toFixed(12), places);
  return (places === 0 ? text : text.replace(/\.?0+$/, '')).replace(/^-0$/, '0');
}

/** Marks are half as wide as digits. */
const widthOf = (digits: string): number =>
  0.15 + Array.from(digits).reduce((sum, sign) => sum + (/[\d\u2212]/.test(sign) ? 1 : 0.5), 0);

function Field({
  dial: { words, unit },
  value,
  numerals,
  onTurn,
  changed,
}: DialProps & { readonly changed: boolean }): React.JSX.Element {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const { before, after } = aroundOf(unit, numerals);
  const digits = typed ?? digitsOf(value, unit, numerals);
  const take = (): void => {
    const meant = typed === null ? null : valueTyped(typed, unit, numerals);
    setTyped(null);
    if (meant !== null) onTurn(meant);
  };
  return (
    <label className={mergeClasses(styles.field, changed && styles.changed)}>
      {before}
      <input
        className={styles.digits}
        style={{ width: `${String(widthOf(digits))}ch` }}
        inputMode="decimal"
        aria-label={`${words}, value`}
        value={digits}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            setTyped(null);
          }
        }}
      />
      {after}
    </label>
  );
}
