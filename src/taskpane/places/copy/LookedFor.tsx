/** Where confidential terms were looked for in the finished file: each kind of place, how much stands there, and what was found. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { PLACES, SUMS } from '../../../share/leak';
import type { Finished } from '../../../share/sharing';
import { people, several } from '../../figures';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { ToneSign } from '../../parts/Message';
import { numeralsIn, useSessionContext } from '../../parts/session-context';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '29px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { flexGrow: 1 },
});

export function LookedFor({ copy }: { readonly copy: Finished }): React.JSX.Element {
  return (
    <section aria-label="Where they were looked for">
      <Heading beside="any format or scale">Where they were looked for</Heading>
      <Rows copy={copy} />
    </section>
  );
}

function Rows({ copy }: { readonly copy: Finished }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { state } = useSessionContext();
  const numerals = numeralsIn(state);
  const rows = [
    ...PLACES.map((place) => ({
      place,
      in: copy.counts[place] === 0 ? 'none here' : people(String(copy.counts[place]), numerals),
    })),
    { place: SUMS, in: 'none found' },
  ];
  return (
    <ul className={styles.list}>
      {rows.map(({ place, in: said }) => {
        const found = copy.leaks.filter((leak) => leak.place === place).length;
        return (
          <li key={place} className={styles.row}>
            <ToneSign tone={found > 0 ? 'wrong' : 'good'} />
            <span className={styles.name}>{place}</span>
            <span className={found > 0 ? looks.danger : looks.quiet}>{found > 0 ? several(found, 'leak') : said}</span>
          </li>
        );
      })}
    </ul>
  );
}
