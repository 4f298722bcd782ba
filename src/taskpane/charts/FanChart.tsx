/** Bands about a middle line: one description in words; the table beside it has the same figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { BRAND, type Appearance } from '../appearance';
import { fanLayout, type Fan, type FanLayout } from './fan';
import { useWidth } from './measure';
import { haloed, inkOf, type Ink } from './paints';

const useStyles = makeStyles({
  picture: { marginBottom: '8px', fontFamily: tokens.fontFamilyBase, fontVariantNumeric: 'tabular-nums lining-nums' },
  unit: { fontSize: '11px', lineHeight: '14px', paddingLeft: '4px', color: tokens.colorNeutralForeground3 },
  chart: { display: 'block', width: '100%', forcedColorAdjust: 'none' },
});
const USUAL = 318;

interface FanChartProps {
  readonly fan: Fan;
  readonly unit: string;
  readonly appearance: Appearance;
  readonly description: string;
}

export function FanChart({ fan, unit, appearance, description }: FanChartProps): React.JSX.Element {
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element, USUAL);
  const ink = inkOf(appearance);
  const laid = useMemo(() => fanLayout(fan, width), [fan, width]);
  const line = appearance === 'forced' ? 'CanvasText' : BRAND[appearance === 'light' ? 80 : 120];
  return (
    <div role="img" aria-label={description} className={styles.picture} ref={element}>
      <div className={styles.unit} aria-hidden="true">
        {unit}
      </div>
      <svg className={styles.chart} height={laid.height} aria-hidden="true" focusable="false">
        <Grid laid={laid} ink={ink} />
        {laid.bands.map(({ area, low, high }, index) => (
          <g key={low}>
            <path d={area} fill={line} opacity={appearance === 'forced' ? 0 : 0.16 + 0.14 * index} />
            {(index === 0 || appearance === 'forced') && (
              <path d={low + high} fill="none" stroke={line} strokeDasharray={index > 0 ? '2 3' : undefined} />
            )}
          </g>
        ))}
        <path d={laid.middle} fill="none" stroke={line} strokeWidth="2.5" strokeLinejoin="round" />
        <Limit laid={laid} ink={ink} />
        <Upright laid={laid} ink={ink} />
        <Ends laid={laid} ink={ink} />
      </svg>
    </div>
  );
}

interface PartProps {
  readonly laid: FanLayout;
  readonly ink: Ink;
}

function Grid({ laid, ink }: PartProps): React.JSX.Element {
  return (
    <g fontSize="11" fill={ink.caption}>
      {laid.ticks.map(({ y, text, isZero }) => (
        <g key={text}>
          <line x1={laid.left} x2={laid.right} y1={y} y2={y} stroke={isZero ? ink.axis : ink.grid} />
          <text x={laid.left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {laid.names.map(({ x, text }) => (
        <text key={text} x={x} y={laid.height - 4} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Limit({ laid: { limit, left, right, top, base }, ink }: PartProps): React.JSX.Element | null {
  if (limit === null || limit.y < top || limit.y > base) return null;
  return (
    <g fontSize="11">
      <line x1={left} x2={right} y1={limit.y} y2={limit.y} stroke={ink.limit} strokeWidth="1.5" strokeDasharray="5 3" />
      <text x={left + 5} y={limit.y - 6} fontWeight="600" {...haloed(ink.limit, ink)}>
        {limit.text}
      </text>
    </g>
  );
}

function Upright({ laid: { upright, left, right, top, base }, ink }: PartProps): React.JSX.Element | null {
  if (upright === null) return null;
  const isRight = upright.x > (left + right) / 2;
  return (
    <g fontSize="11">
      <line
        x1={upright.x}
        x2={upright.x}
        y1={top}
        y2={base}
        stroke={ink.limit}
        strokeWidth="1.5"
        strokeDasharray="5 3"
      />
      <text
        x={upright.x + (isRight ? -5 : 5)}
        y={top + 10}
        fontWeight="600"
        textAnchor={isRight ? 'end' : 'start'}
        {...haloed(ink.limit, ink)}
      >
        {upright.text}
      </text>
    </g>
  );
}

function Ends({ laid: { ends, right }, ink }: PartProps): React.JSX.Element {
  return (
    <g fontSize="11">
      {ends.map(({ y, text, strong }) => (
        <text key={text} x={right + 5} y={y + 4} fill={strong ? ink.text : ink.caption}>
          {text}
        </text>
      ))}
    </g>
  );
}
