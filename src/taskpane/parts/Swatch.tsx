/** The little square that makes a table row the legend of its chart: same fill, same edge, same pattern. */
import { tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Pattern } from '../charts/Pattern';
import type { Paint } from '../charts/paints';

export function Swatch({ paint }: { readonly paint: Paint }): React.JSX.Element {
  const id = useId();
  const square = { x: 0.5, y: 0.5, width: 9, height: 9, rx: 2 };
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, forcedColorAdjust: 'none' }}
    >
      <Pattern id={id} paint={paint} />
      <rect {...square} fill={paint.fill} stroke={paint.edge} />
      {paint.pattern !== 'none' && <rect {...square} fill={`url(#${id})`} />}
    </svg>
  );
}

/** The diamond that marks a net. */
export function NetMark(): React.JSX.Element {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <path d="M5 0l5 5-5 5-5-5z" fill={tokens.colorNeutralForeground1} />
    </svg>
  );
}
