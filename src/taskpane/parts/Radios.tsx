/** A small choice: every option is seen, one is taken. Beside one another, or below where they carry a note. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useLooks } from './looks';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly note?: string;
}

interface RadiosProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChoose: (value: V) => void;
}

const useStyles = makeStyles({
  beside: { display: 'flex', flexWrap: 'wrap', columnGap: '16px' },
  option: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '10px',
    minHeight: '24px',
    paddingTop: '4px',
    paddingBottom: '4px',
    fontSize: '13px',
    lineHeight: '18px',
    cursor: 'pointer',
  },
  radio: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    margin: '1px 0 0',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export function Radios<V extends string>({ label, value, options, onChoose }: RadiosProps<V>): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const name = useId();
  const noted = options.some((option) => option.note !== undefined);
  return (
    <div role="radiogroup" aria-label={label} className={mergeClasses(!noted && styles.beside)}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChoose(option.value);
            }}
          />
          <span>
            {option.label}
            {option.note !== undefined && (
              <>
                <br />
                <span className={looks.caption}>{option.note}</span>
              </>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
