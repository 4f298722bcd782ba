/** Stacked columns on the page: one description in words; the table beside it has the same figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, useRef } from 'react';
import type { Appearance } from '../appearance';
import { layout, type Columns, type Layout, type Part, type Piece } from './columns';
import { useWidth } from './measure';
import { haloed, inkOf, type Ink } from './paints';
import { Pattern } from './Pattern';

const useStyles = makeStyles({
  picture: { fontFamily: tokens.fontFamilyBase, fontVariantNumeric: 'tabular-nums lining-nums' },
  unit: {
    fontSize: '11px',
    lineHeight: '14px',
    paddingLeft: '4px',
    color: tokens.colorNeutralForeground3,
  },
  chart: { display: 'block', width: '100%', forcedColorAdjust: 'none' },
});

const HEIGHT = 204;
/** The usual pane, until it has been measured. */
const USUAL = 318;

export function ColumnsChart({
  columns,
  appearance,
  description,
}: {
  readonly columns: Columns;
  readonly appearance: Appearance;
  readonly description: string;
}): React.JSX.Element {
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element, USUAL);
  const ink = inkOf(appearance);
  const laid = useMemo(() => layout(columns, { width, height: HEIGHT }), [columns, width]);
  return (
    <div role="img" aria-label={description} className={styles.picture} ref={element}>
      <div className={styles.unit} aria-hidden="true">
        {columns.unit}
      </div>
      <svg className={styles.chart} height={HEIGHT} aria-hidden="true" focusable="false">
        <Grid laid={laid} ink={ink} />
        {columns.parts.map((part, index) => (
          <Pieces key={part.name} part={part} pieces={laid.pieces[index] ?? []} ink={ink} />
        ))}
        <line x1={laid.left} x2={laid.right} y1={laid.base} y2={laid.base} stroke={ink.axis} />
        <Limit laid={laid} ink={ink} />
        {laid.nets.map(({ x, y }) => (
          <path
            key={x}
            d={`M${String(x)} ${String(y - 6)}l6 6-6 6-6-6z`}
            fill={ink.text}
            stroke={ink.page}
            strokeWidth="1.5"
          />
        ))}
        {laid.labels.map(({ x, y, text }) => (
          <text key={x} x={x} y={y} textAnchor="middle" fontSize="12" fontWeight="600" {...haloed(ink.text, ink)}>
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Grid({ laid, ink }: { readonly laid: Layout; readonly ink: Ink }): React.JSX.Element {
  return (
    <g fontSize="11" fill={ink.caption}>
      {laid.ticks.map(({ x, y, text }) => (
        <g key={text}>
          <line x1={laid.left} x2={laid.right} y1={y} y2={y} stroke={ink.grid} />
          <text x={x} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {laid.years.map(({ x, y, text }) => (
        <text key={text} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

/** One part through the years. Solid parts are set apart by a hair of the page's colour. */
function Pieces({
  part: { paint },
  pieces,
  ink,
}: {
  readonly part: Part;
  readonly pieces: readonly Piece[];
  readonly ink: Ink;
}): React.JSX.Element {
  const id = useId();
  const solid = paint.edge === paint.fill;
  return (
    <g>
      <Pattern id={id} paint={paint} />
      {pieces.map((piece) => (
        <rect
          key={piece.x}
          {...piece}
          fill={paint.fill}
          stroke={solid ? ink.page : paint.edge}
          strokeWidth={solid ? 0.5 : 1}
        />
      ))}
      {paint.pattern !== 'none' && pieces.map((piece) => <rect key={piece.x} {...piece} fill={`url(#${id})`} />)}
    </g>
  );
}

/** The affordability line, named at its left end. */
function Limit({ laid, ink }: { readonly laid: Layout; readonly ink: Ink }): React.JSX.Element | null {
  const { limit, left, right } = laid;
  if (limit === null) return null;
  return (
    <g>
      <line x1={left} x2={right} y1={limit.y} y2={limit.y} stroke={ink.limit} strokeWidth="1.5" strokeDasharray="5 3" />
      <text x={limit.x} y={limit.y - 4} fontSize="11" fontWeight="600" {...haloed(ink.limit, ink)}>
        {limit.text}
      </text>
    </g>
  );
}
