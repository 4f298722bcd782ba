/** Another dial: any number of the workbook, found by its words or its address. */
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Dial } from '../../../engine/stress/dial';
import type { Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { keyOf } from '../../stress/turning';
import { valueText } from '../../stress/values';

const useStyles = makeStyles({
  picker: { paddingTop: '10px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  input: { width: '100%' },
  list: {
    listStyleType: 'none',
    margin: '4px 0 0',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  option: {
    padding: '5px 10px',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

/** So many are listed. */
const LISTED = 8;

/** Dials that hold every word that was typed, in their words or their address. */
export function found(dials: readonly Dial[], typed: string): readonly Dial[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return dials.filter((dial) => {
    const text = `${dial.words} ${dial.parameter}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

interface PickerProps {
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
  readonly onPick: (key: string) => void;
}

export function DialPicker({ dials, numerals, onPick }: PickerProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const all = typed.trim() === '' ? [] : found(dials, typed);
  const shown = all.slice(0, LISTED);
  const pick = (dial: Dial | undefined): void => {
    if (dial === undefined) return;
    setTyped('');
    onPick(keyOf(dial));
  };
  const keys = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) setAt((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter') pick(shown[at]);
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <Input
        className={styles.input}
        size="small"
        role="combobox"
        aria-label="Another dial"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(shown.length > 0 ? { 'aria-activedescendant': `${list}-${String(at)}` } : {})}
        placeholder="Another dial: search a name or an address"
        value={typed}
        onChange={(_, data) => {
          setTyped(data.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      {typed.trim() !== '' && shown.length === 0 && <p className={looks.note}>Nothing is called that.</p>}
      <ul
        id={list}
        role="listbox"
        aria-label="Numbers of this workbook"
        className={styles.list}
        hidden={shown.length === 0}
      >
        {shown.map((dial, index) => (
          <li
            key={keyOf(dial)}
            id={`${list}-${String(index)}`}
            role="option"
            aria-selected={index === at}
            className={`${styles.option} ${index === at ? styles.chosen : ''}`}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(dial);
            }}
          >
            {dial.words}, {valueText(dial.now, dial.unit, numerals)}
            <br />
            <span className={looks.caption}>{dial.parameter}</span>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <p className={looks.note}>{all.length - shown.length} more. Type on to narrow it.</p>
      )}
    </div>
  );
}
