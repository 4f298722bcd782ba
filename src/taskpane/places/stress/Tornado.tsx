/** One parameter at a time, widest first: rows with their bars, low hollow and high solid, so that direction shows without colour. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { OneWay, OneWayBar, OneWayEnd } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import { approximate, sign } from '../../exact';
import { money, type Numerals } from '../../figures';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';
import { signedMoney } from './dial-words';
import { nameOf, rangeWords } from './driver-words';

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { padding: '6px 0 5px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  top: { display: 'flex', gap: '12px', justifyContent: 'space-between', alignItems: 'baseline' },
  name: { minWidth: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
  range: { whiteSpace: 'nowrap', flexShrink: 0 },
  bars: {
    display: 'grid',
    gridTemplateColumns: '60px minmax(0, 1fr) 60px',
    alignItems: 'center',
    position: 'relative',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums lining-nums',
  },
  chart: { display: 'block', width: '100%', overflow: 'visible', forcedColorAdjust: 'none' },
  key: { display: 'flex', gap: '16px', marginTop: '8px', alignItems: 'center' },
  swatch: {
    display: 'inline-block',
    width: '9px',
    height: '9px',
    marginRight: '6px',
    borderRadius: '2px',
    border: `1px solid ${tokens.colorCompoundBrandForeground1}`,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  solid: {
    backgroundColor: tokens.colorCompoundBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
});

interface TornadoProps {
  readonly oneWay: OneWay;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
}

export function Tornado({ oneWay, dials, numerals }: TornadoProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const ends = oneWay.bars
    .flatMap(({ low, high }) => [low, high])
    .flatMap(({ change }) => (change === null ? [] : [approximate(change)]));
  const [left, right] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (
    <>
      <ul className={styles.rows}>
        {oneWay.bars.map((bar) => (
          <Row key={`${bar.op} ${bar.parameter}`} bar={bar} dials={dials} numerals={numerals} ends={{ left, right }} />
        ))}
      </ul>
      <div className={styles.key} aria-hidden="true">
        <span className={looks.caption}>
          <span className={styles.swatch} />
          low value
        </span>
        <span className={looks.caption}>
          <span className={`${styles.swatch} ${styles.solid}`} />
          high value
        </span>
      </div>
    </>
  );
}

interface Ends {
  readonly left: number;
  readonly right: number;
}

function Row({
  bar,
  dials,
  numerals,
  ends,
}: {
  readonly bar: OneWayBar;
  readonly dials: readonly Dial[];
  readonly numerals: Numerals;
  readonly ends: Ends;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const name = nameOf(bar, dials);
  const amounts = [bar.low.change ?? '0', bar.high.change ?? '0'];
  const change = (end: OneWayEnd): string =>
    end.change === null ? 'refused' : signedMoney(end.change, numerals, amounts);
  const said = `${name} at ${rangeWords(bar, dials, numerals, 'low')}: ${change(bar.low)}; at ${rangeWords(bar, dials, numerals, 'high')}: ${change(bar.high)}.`;
  const refused = bar.low.refused || bar.high.refused;
  return (
    <li className={styles.row}>
      <span className={looks.hidden}>{said}</span>
      <div aria-hidden="true">
        <div className={styles.top}>
          <span className={styles.name}>{name}</span>
          <span className={`${looks.caption} ${styles.range}`}>{rangeWords(bar, dials, numerals)}</span>
        </div>
        <Bars bar={bar} ends={ends} text={change} />
      </div>
      {refused !== '' && <div className={looks.caption}>{refused}</div>}
    </li>
  );
}

/** Both bars on the axis that all rows share; each figure stands at the end of its bar. */
function Bars({
  bar,
  ends: { left, right },
  text,
}: {
  readonly bar: OneWayBar;
  readonly ends: Ends;
  readonly text: (end: OneWayEnd) => string;
}): React.JSX.Element {
  const styles = useStyles();
  const width = Math.max(right - left, 1e-12);
  const at = (value: number): number => (100 * (value - left)) / width;
  const pieces = (['low', 'high'] as const).map((which) => ({
    which,
    end: bar[which],
    value: approximate(bar[which].change ?? '0'),
  }));
  // Where both lie on one side, the longer is drawn first and its figure stands at its end.
  const ordered = [...pieces].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const { appearance } = useSessionContext();
  const accent = appearance === 'forced' ? 'CanvasText' : tokens.colorCompoundBrandForeground1;
  const outer = (sideOf: -1 | 1): (typeof pieces)[number] | undefined =>
    ordered.find(({ end }) => sign(end.change ?? '0') === sideOf);
  return (
    <div className={styles.bars}>
      <span />
      <svg className={styles.chart} height="22" focusable="false">
        {ordered.map(({ which, value }) => (
          <rect
            key={which}
            x={`${String(Math.min(at(0), at(value)))}%`}
            width={`${String(Math.abs(at(value) - at(0)))}%`}
            y="6.5"
            height="10"
            rx="2"
            fill={which === 'high' ? accent : tokens.colorNeutralBackground1}
            stroke={accent}
          />
        ))}
        <line
          x1={`${String(at(0))}%`}
          x2={`${String(at(0))}%`}
          y1="2"
          y2="21"
          stroke={tokens.colorNeutralForeground1}
        />
        {([-1, 1] as const).map((sideOf) => {
          const piece = outer(sideOf);
          if (piece === undefined) return null;
          return (
            <text
              key={sideOf}
              x={`${String(at(piece.value))}%`}
              dx={sideOf * 5}
              y="16"
              fontSize="12"
              textAnchor={sideOf < 0 ? 'end' : 'start'}
              fill={tokens.colorNeutralForeground2}
            >
              {text(piece.end)}
            </text>
          );
        })}
      </svg>
      <span />
    </div>
  );
}

/** "Uptake moves the five-year figure most: from £17.4m to £29.2m." */
export function leadOfOneWay({ oneWay, dials, numerals }: TornadoProps, what: string) {
  const [widest] = oneWay.bars;
  if (widest === undefined || sign(widest.width) === 0) return [{ text: `Nothing that may vary moves ${what}.` }];
  const figures = [widest.low.figure, widest.high.figure].flatMap((figure) => figure ?? []);
  const [low = '0', high = low] = figures.sort((a, b) => approximate(a) - approximate(b));
  return [
    { text: nameOf(widest, dials), strong: true as const },
    { text: ` moves ${what} most: from ${money(low, numerals, [high])} to ${money(high, numerals, [low])}.` },
  ];
}
