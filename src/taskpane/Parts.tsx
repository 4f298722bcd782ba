/** The parts of a place, as small pills: one is shown, and each place remembers which. */
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useSessionContext } from './parts/session-context';
import { partOf, PLACES } from './places/places';

const useStyles = makeStyles({ pills: { marginBottom: '12px', marginLeft: '-2px', flexWrap: 'wrap' } });

export function Parts(): React.JSX.Element | null {
  const styles = useStyles();
  const { state, does } = useSessionContext();
  const parts = PLACES.find((place) => place.name === state.place)?.parts ?? [];
  if (parts.length === 0) return null;
  return (
    <TabList
      className={styles.pills}
      size="small"
      appearance="subtle-circular"
      aria-label="Parts"
      selectedValue={partOf(state)}
      onTabSelect={(_, { value }) => {
        does.dispatch({ type: 'part', part: String(value) });
      }}
    >
      {parts.map((part) => (
        <Tab key={part.name} value={part.name} id={`part-${part.name}`} aria-controls="place">
          {part.label}
        </Tab>
      ))}
    </TabList>
  );
}
