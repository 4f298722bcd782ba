/** What each gate withholds, opened alone, and what one more unit of it is worth. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { GateFigures, Realisation } from '../../../engine/realisation-results';
import { unitSaid } from '../../../outputs/realisation-said';
import { nameOfGate } from '../../../outputs/realised';
import { paintOf } from '../../charts/dimensions';
import { Pattern } from '../../charts/Pattern';
import { add, approximate, compare, largest, magnitude, sign } from '../../exact';
import { money, type Numerals } from '../../figures';
import { CellLink } from '../../parts/Links';
import { Heading } from '../../parts/Heading';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { Chip } from './Chip';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  gate: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '10px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums lining-nums',
  },
  under: { gridColumn: '2 / 4', display: 'block', width: '100%', margin: '4px 0', forcedColorAdjust: 'none' },
  right: { textAlign: 'right' },
  unit: {
    gridColumn: '2',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  worth: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    textAlign: 'right',
  },
  all: { display: 'flex', justifyContent: 'space-between', padding: '8px 0 0' },
});

interface PartProps {
  readonly realisation: Realisation;
  readonly numerals: Numerals;
}

/** Gates opened one at a time, the largest gain first; opening one moves the queue to the next. */
export function Gates({ realisation, numerals }: PartProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const gates = [...realisation.value.gates].sort((a, b) => compare(b.opened, a.opened));
  const parts = add(...gates.map((gate) => gate.opened));
  const all = [realisation.value.joint, parts, ...gates.map((gate) => gate.opened)];
  return (
    <section aria-label="What each gate withholds">
      <Heading beside="opened one at a time">What each gate withholds</Heading>
      <ul className={styles.list}>
        {gates.map((gate) => (
          <Gate
            key={gate.gate}
            gate={gate}
            most={largest(all.slice(2))}
            realisation={realisation}
            numerals={numerals}
          />
        ))}
      </ul>
      <div className={mergeClasses(looks.total, styles.all)}>
        <span>All together</span>
        <span>{money(realisation.value.joint, numerals, all)}</span>
      </div>
      {compare(parts, realisation.value.joint) !== 0 && (
        <p className={looks.note}>
          They overlap, so the parts ({money(parts, numerals, all)}) do not add up to the whole: opening one moves the
          queue to the next.
        </p>
      )}
    </section>
  );
}

function Gate({
  gate,
  most,
  realisation,
  numerals,
}: PartProps & { readonly gate: GateFigures; readonly most: string }): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const { appearance } = useSessionContext();
  const id = useId();
  const named = realisation.gates.find((one) => one.gate === gate.gate);
  const dimension = named?.dimension ?? 'process';
  const paint = paintOf(dimension, appearance);
  const length = sign(most) === 0 ? 0 : (100 * approximate(magnitude(gate.opened))) / approximate(most);
  const bar = { width: `${String(length)}%`, height: 9, rx: 2 };
  return (
    <li className={styles.gate}>
      <Chip dimension={dimension} />
      <span>{nameOfGate(realisation, gate.gate)}</span>
      <span className={mergeClasses(looks.strong, styles.right)}>
        {money(gate.opened, numerals, sign(gate.opened) === 0 ? [] : [most])}
      </span>
      <svg className={styles.under} height="9" aria-hidden="true" focusable="false">
        <Pattern id={id} paint={paint} />
        <rect {...bar} fill={sign(gate.opened) < 0 ? 'none' : paint.fill} stroke={paint.edge} />
        {paint.pattern !== 'none' && sign(gate.opened) > 0 && <rect {...bar} fill={`url(#${id})`} />}
      </svg>
      <span className={styles.unit}>
        {unitSaid(realisation, gate.gate)}
        {gate.unitCost !== null && `, ${money(gate.unitCost, numerals)} each period`}
      </span>
      <span className={styles.worth}>is worth {money(gate.unit, numerals)}</span>
      {named !== undefined && named.at !== null && (
        <span className={styles.unit}>
          <CellLink at={named.at} />
        </span>
      )}
    </li>
  );
}
