/** Without, With, Change: three radio buttons in one frame, walked by arrow keys. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useSessionContext } from '../parts/session-context';
import { useLooks } from '../parts/looks';
import type { WorldView } from '../reading';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: 0,
    position: 'relative',
  },
  choice: {
    display: 'flex',
    alignItems: 'center',
    height: '30px',
    padding: '0 9px',
    fontSize: '13px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    '@container (max-width: 340px)': { padding: '0 7px' },
    ':not(:last-child)': { borderRight: `1px solid ${tokens.colorNeutralStroke1}` },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-within': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      borderRadius: '2px',
      zIndex: 1,
    },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: 600,
    ':hover': { color: tokens.colorBrandForeground2 },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
});

const WORLDS: readonly (readonly [WorldView, string])[] = [
  ['without', 'Without'],
  ['with', 'With'],
  ['change', 'Change'],
];

export function WorldSwitch({ world }: { readonly world: WorldView }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const name = useId();
  const { does } = useSessionContext();
  return (
    <div role="radiogroup" aria-label="World" className={styles.frame}>
      {WORLDS.map(([value, label]) => (
        <label key={value} className={mergeClasses(styles.choice, world === value && styles.chosen)}>
          <input
            type="radio"
            className={looks.hidden}
            name={name}
            value={value}
            checked={world === value}
            onChange={() => {
              does.dispatch({ type: 'world', world: value });
            }}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
