/** Planned and realised on one time axis, and under it, lane by lane, what held back in which months. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, useRef } from 'react';
import type { Appearance } from '../appearance';
import { curvesLayout, LANE_HEIGHT, type Curves, type CurvesLayout, type Lane } from './curves';
import { paintOf } from './dimensions';
import { useWidth } from './measure';
import { haloed, inkOf, type Ink } from './paints';
import { Pattern } from './Pattern';

const useStyles = makeStyles({
  picture: { marginBottom: '8px', fontFamily: tokens.fontFamilyBase, fontVariantNumeric: 'tabular-nums lining-nums' },
  chart: { display: 'block', width: '100%', forcedColorAdjust: 'none' },
});
const USUAL = 318;

export function CurvesChart({
  curves,
  appearance,
  description,
}: {
  readonly curves: Curves;
  readonly appearance: Appearance;
  readonly description: string;
}): React.JSX.Element {
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element, USUAL);
  const ink = inkOf(appearance);
  const laid = useMemo(() => curvesLayout(curves, width), [curves, width]);
  return (
    <div role="img" aria-label={description} className={styles.picture} ref={element}>
      <svg className={styles.chart} height={laid.height} aria-hidden="true" focusable="false">
        <Frame laid={laid} ink={ink} />
        <path d={laid.area} fill={ink.text} opacity={appearance === 'forced' ? 0 : 0.07} />
        <path d={laid.planned} fill="none" stroke={ink.caption} strokeWidth="1.5" strokeDasharray="4 3" />
        <path d={laid.realised} fill="none" stroke={ink.text} strokeWidth="2.5" strokeLinejoin="round" />
        <Ends laid={laid} curves={curves} ink={ink} />
        {laid.lanes.map((lane) => (
          <LaneBars key={lane.dimension} lane={lane} laid={laid} ink={ink} appearance={appearance} />
        ))}
      </svg>
    </div>
  );
}

function Frame({ laid, ink }: { readonly laid: CurvesLayout; readonly ink: Ink }): React.JSX.Element {
  return (
    <g fontSize="11" fill={ink.caption}>
      {laid.ticks.map(({ y, text }) => (
        <g key={text}>
          <line x1={laid.left} x2={laid.right} y1={y} y2={y} stroke={y === laid.base ? ink.axis : ink.grid} />
          <text x={laid.left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {laid.years.map(({ x, middle, year }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={laid.base} y2={laid.bottom} stroke={ink.grid} />
          <text x={middle} y={laid.height - 4} textAnchor="middle">
            {laid.years.length > 6 ? `’${year.slice(-2)}` : year}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The figures at the ends, and the names of the lines. */
function Ends({
  laid: { right, ends, names },
  curves,
  ink,
}: {
  readonly laid: CurvesLayout;
  readonly curves: Curves;
  readonly ink: Ink;
}): React.JSX.Element {
  return (
    <g fontSize="11">
      <text x={right + 5} y={ends.planned + 4} fill={ink.caption}>
        {curves.ends.planned}
      </text>
      <text x={right + 5} y={ends.realised + 4} fill={ink.text} fontWeight="600">
        {curves.ends.realised}
      </text>
      {names !== null && (
        <>
          <text {...names.planned} textAnchor="end" {...haloed(ink.caption, ink)}>
            {curves.names?.planned ?? 'planned'}
          </text>
          <text {...names.realised} fontWeight="600" {...haloed(ink.text, ink)}>
            {curves.names?.realised ?? 'realised'}
          </text>
        </>
      )}
    </g>
  );
}

function LaneBars({
  lane,
  laid,
  ink,
  appearance,
}: {
  readonly lane: Lane;
  readonly laid: CurvesLayout;
  readonly ink: Ink;
  readonly appearance: Appearance;
}): React.JSX.Element {
  const id = useId();
  const paint = paintOf(lane.dimension, appearance);
  const y = lane.y - LANE_HEIGHT / 2;
  return (
    <g fontSize="11">
      <Pattern id={id} paint={paint} />
      <line x1={laid.left} x2={laid.right} y1={lane.y} y2={lane.y} stroke={ink.grid} />
      <text x="0" y={lane.y + 4} fill={ink.text}>
        {lane.label}
      </text>
      {lane.bars.map(({ x, width }) => (
        <g key={x}>
          <rect x={x} y={y} width={width} height={LANE_HEIGHT} rx="2" fill={paint.fill} stroke={paint.edge} />
          {paint.pattern !== 'none' && (
            <rect x={x} y={y} width={width} height={LANE_HEIGHT} rx="2" fill={`url(#${id})`} />
          )}
        </g>
      ))}
      <text x={laid.right + 5} y={lane.y + 4} fill={ink.text}>
        {lane.months === 0 ? '' : `${String(lane.months)} mo`}
      </text>
    </g>
  );
}
