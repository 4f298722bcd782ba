/** The lines and dots of a paint, as an SVG pattern that tiles without a seam. */
import type { Paint, Pattern as Lines } from './paints';

const TILE = 6;
const PATHS: Readonly<Record<Exclude<Lines, 'none'>, string>> = {
  falling: 'M-1 5l2 2M0 0l6 6M5-1l2 2',
  rising: 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  hatch: 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  upright: 'M1.5 0v6M4.5 0v6',
  level: 'M0 1.5h6M0 4.5h6',
  dots: 'M1.5 1.4v.2M4.5 4.4v.2',
};

/** Defines the pattern `id`; nothing for a plain paint. */
export function Pattern({ id, paint }: { readonly id: string; readonly paint: Paint }): React.JSX.Element | null {
  if (paint.pattern === 'none') return null;
  return (
    <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
      <path
        d={PATHS[paint.pattern]}
        fill="none"
        stroke={paint.line}
        strokeWidth={paint.pattern === 'dots' ? 2 : 1.2}
        strokeLinecap={paint.pattern === 'dots' ? 'round' : 'butt'}
      />
    </pattern>
  );
}
