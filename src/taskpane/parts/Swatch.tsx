/** The little square that makes a table row the legend of its chart: same fill, same edge, same pattern. */
import { tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Paint, Pattern } from '../charts/paints';

const LINES: Readonly<Record<Exclude<Pattern, 'none'>, string>> = {
  falling: 'M-1 1l10 10M-1-4l14 14M3-3l9 9',
  rising: 'M-1 9L9-1M3 12l9-9M-3 4l7-7',
  hatch: 'M-1 9L9-1M3 12l9-9M-3 4l7-7',
  upright: 'M2.5 0v10M5 0v10M7.5 0v10',
  level: 'M0 2.5h10M0 5h10M0 7.5h10',
  dots: 'M3 2.9v.2M7 2.9v.2M3 6.9v.2M7 6.9v.2',
};

export function Swatch({ paint }: { readonly paint: Paint }): React.JSX.Element {
  const clip = useId();
  const lines = paint.pattern === 'none' ? null : LINES[paint.pattern];
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, forcedColorAdjust: 'none' }}
    >
      <clipPath id={clip}>
        <rect x="0.5" y="0.5" width="9" height="9" rx="2" />
      </clipPath>
      <rect x="0.5" y="0.5" width="9" height="9" rx="2" fill={paint.fill} stroke={paint.edge} />
      {lines !== null && (
        <path
          clipPath={`url(#${clip})`}
          d={lines}
          stroke={paint.line}
          strokeWidth={paint.pattern === 'dots' ? 2 : 1.4}
          strokeLinecap="round"
          fill="none"
        />
      )}
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
