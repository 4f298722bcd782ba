/** The head of the pane: places as text tabs, or the way back from an explanation. The top right stays free for Office. */
import { makeStyles, Tab, tabClassNames, TabList, tokens } from '@fluentui/react-components';
import { BackArrow } from './parts/icons';
import { useSessionContext } from './parts/session-context';
import { labelOf, PLACES } from './places/places';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'stretch',
    minHeight: '42px',
    paddingLeft: '4px',
    paddingRight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (max-height: 480px)': { minHeight: '36px' },
  },
  tab: {
    padding: '11px 10px',
    // Fluent fills a tab under the pointer with Highlight, and the chosen one's words are lost on it.
    '@media (forced-colors: active)': {
      ':enabled:hover': {
        backgroundColor: 'Canvas',
        forcedColorAdjust: 'auto',
        [`& .${tabClassNames.content}`]: { color: 'CanvasText' },
      },
    },
    '@container (max-height: 480px)': { paddingTop: '8px', paddingBottom: '8px' },
    // Office puts a button of its own over the top right corner: 34 by 32 pixels.
    '@container (min-width: 336px) and (max-width: 400px)': { paddingLeft: '8px', paddingRight: '8px' },
    '@container (max-width: 335.98px)': { paddingLeft: '4px', paddingRight: '4px' },
  },
  back: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: 600,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    padding: '0 10px',
    minHeight: '32px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: '4px' },
  },
});

export function Places({ onBack }: { readonly onBack: () => void }): React.JSX.Element {
  const styles = useStyles();
  const { state, does } = useSessionContext();
  if (state.overlay !== null) {
    return (
      <header className={styles.head}>
        <button type="button" className={styles.back} aria-label={`Back to ${labelOf(state.place)}`} onClick={onBack}>
          <BackArrow />
          {labelOf(state.place)}
        </button>
      </header>
    );
  }
  return (
    <header className={styles.head}>
      <TabList
        aria-label="Places"
        selectedValue={state.place}
        onTabSelect={(_, { value }) => {
          const place = PLACES.find((one) => one.name === value);
          if (place !== undefined) does.visit(place.name);
        }}
      >
        {PLACES.map((place) => (
          <Tab
            key={place.name}
            className={styles.tab}
            id={`place-${place.name}`}
            value={place.name}
            aria-controls="place"
          >
            {place.label}
          </Tab>
        ))}
      </TabList>
    </header>
  );
}
