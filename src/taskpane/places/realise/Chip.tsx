/** The chip of a dimension: its colour and its letter, beside words that name it. */
import type { Dimension } from '../../../engine/realisation-assumptions';
import { DIMENSIONS, letterInk, paintOf } from '../../charts/dimensions';
import { useLooks } from '../../parts/looks';
import { useSessionContext } from '../../parts/session-context';

/** `spoken` where no words beside it say the dimension. */
export function Chip({
  dimension,
  spoken = true,
}: {
  readonly dimension: Dimension;
  readonly spoken?: boolean;
}): React.JSX.Element {
  const looks = useLooks();
  const { appearance } = useSessionContext();
  const { label, letter } = DIMENSIONS.find((one) => one.name === dimension) ?? { label: '', letter: '' };
  return (
    <>
      <svg
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
        style={{ flexShrink: 0, forcedColorAdjust: 'none' }}
      >
        <rect
          width="16"
          height="16"
          rx="3"
          fill={appearance === 'forced' ? 'CanvasText' : paintOf(dimension, appearance).fill}
        />
        <text x="8" y="12" textAnchor="middle" fontSize="11" fontWeight="700" fill={letterInk(dimension, appearance)}>
          {letter}
        </text>
      </svg>
      {spoken && <span className={looks.hidden}>{label}: </span>}
    </>
  );
}
