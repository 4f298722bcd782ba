/** One year of the register: expected as a bar, the range as a thin line under it, the room in the budget as an upright mark. */
import { tokens } from '@fluentui/react-components';
import type { HorizonFigures } from '../../../engine/realisation-results';
import { approximate } from '../../exact';

/** From the least to the most of all years, zero included: every bar has the same scale. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

export function reachOf({ weighted, low, high, headroom }: HorizonFigures): Reach {
  const all = [...weighted, ...low, ...high, ...(headroom ?? [])].map(approximate);
  return { low: Math.min(0, ...all), high: Math.max(0, ...all, 1e-9) };
}

interface HorizonBarProps {
  readonly reach: Reach;
  readonly expected: string;
  readonly low: string;
  readonly high: string;
  readonly room: string | null;
}

export function HorizonBar({ reach, expected, low, high, room }: HorizonBarProps): React.JSX.Element {
  const at = (value: number): number => (100 * (value - reach.low)) / (reach.high - reach.low);
  const place = (value: string): number => at(approximate(value));
  const percent = (value: number): string => `${String(value)}%`;
  const [zero, to] = [at(0), place(expected)];
  return (
    <svg
      width="100%"
      height="16"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', overflow: 'visible', forcedColorAdjust: 'none' }}
    >
      <line x1={percent(zero)} x2={percent(zero)} y1="0" y2="16" stroke={tokens.colorNeutralStroke1} />
      <rect
        x={percent(Math.min(zero, to))}
        y="2"
        width={percent(Math.max(0.6, Math.abs(to - zero)))}
        height="8"
        rx="1"
        fill={tokens.colorCompoundBrandForeground1}
      />
      <line
        x1={percent(place(low))}
        x2={percent(place(high))}
        y1="13.5"
        y2="13.5"
        stroke={tokens.colorNeutralForeground2}
        strokeWidth="1.5"
      />
      {room !== null && (
        <line
          x1={percent(place(room))}
          x2={percent(place(room))}
          y1="0"
          y2="16"
          stroke={tokens.colorStatusDangerForeground1}
          strokeWidth="2"
          strokeDasharray="3 2"
        />
      )}
    </svg>
  );
}
