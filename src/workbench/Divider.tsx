/** The divider between sheet and pane: dragged, or moved by the arrow keys. Remembers nothing beyond this page. */
import { useRef } from 'react';

/** Widths of the pane in pixels: Excel's smallest, the width it opens at, and as wide as still makes sense. */
export const WIDTHS = { least: 320, usual: 350, most: 640 } as const;

const held = (width: number): number => Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(width)));
const STEP = 10;

export function Divider({
  width,
  onWidth,
}: {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}): React.JSX.Element {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const keys = (event: React.KeyboardEvent): void => {
    const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: WIDTHS.least, End: WIDTHS.most }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(held(next));
  };
  return (
    <div
      className="divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the pane"
      aria-valuenow={width}
      aria-valuemin={WIDTHS.least}
      aria-valuemax={WIDTHS.most}
      onKeyDown={keys}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onWidth(held(from.current.width + from.current.x - event.clientX));
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onDoubleClick={() => {
        onWidth(WIDTHS.usual);
      }}
    />
  );
}
