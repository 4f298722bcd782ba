/** The pane's few signs, drawn on a grid of 16 in the current colour. They repeat what the words beside them say. */
interface Drawn {
  readonly size?: number;
}

function sign(path: React.JSX.Element, size: number): React.JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      {path}
    </svg>
  );
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.3,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
/** The inner mark of a solid sign shows the page through, so that forced colours keep it. */
const inner = { ...stroke, stroke: 'var(--colorNeutralBackground1)', strokeWidth: 1.5 } as const;

export const Good = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M5 8.3l2.1 2L11 6.2" {...inner} />
    </>,
    size,
  );
export const Wrong = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 4.4v4.2M8 11.3v.1" {...inner} />
    </>,
    size,
  );
export const Careful = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <path
        d="M8 1.6c.5 0 1 .3 1.2.7l5.2 9.6c.5 1-.1 2.1-1.2 2.1H2.8c-1.1 0-1.7-1.1-1.2-2.1l5.2-9.6c.2-.4.7-.7 1.2-.7z"
        fill="currentColor"
      />
      <path d="M8 5.7v3.2M8 11.4v.1" {...inner} />
    </>,
    size,
  );
export const Notice = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <circle cx="8" cy="8" r="6.4" {...stroke} />
      <path d="M8 7.3v3.7M8 5v.1" {...stroke} />
    </>,
    size,
  );
export const Pencil = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(
    <path
      d="M2.5 13.5l.8-3.3 7.7-7.7c.6-.6 1.5-.6 2.1 0l.4.4c.6.6.6 1.5 0 2.1l-7.7 7.7-3.3.8zM9.8 3.8l2.4 2.4"
      {...stroke}
    />,
    size,
  );
export const Arrow = ({ size = 14 }: Drawn): React.JSX.Element =>
  sign(<path d="M2.5 8h10.5M9.2 4.2L13 8l-3.8 3.8" {...stroke} />, size);
export const BackArrow = ({ size = 20 }: Drawn): React.JSX.Element =>
  sign(<path d="M14 8H2.5M6.8 3.6L2.4 8l4.4 4.4" {...stroke} strokeWidth={1.1} />, size);
export const Closed = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(<path d="M6 3.5L10.5 8 6 12.5" {...stroke} />, size);
export const Open = ({ size = 16 }: Drawn): React.JSX.Element =>
  sign(<path d="M3.5 6L8 10.5 12.5 6" {...stroke} />, size);
export const Lock = ({ size = 14 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" {...stroke} />
      <path d="M5.5 7V4.8a2.5 2.5 0 0 1 5 0V7M8 10v1.5" {...stroke} />
    </>,
    size,
  );
export const Flask = ({ size = 18 }: Drawn): React.JSX.Element =>
  sign(
    <path
      d="M5 2h6M6 2v4.5L3 12.6c-.4.8.1 1.4.9 1.4h8.2c.8 0 1.3-.6.9-1.4L10 6.5V2M4.6 9.8h6.8"
      {...stroke}
      strokeWidth={1.1}
    />,
    size,
  );
export const Sheet = ({ size = 18 }: Drawn): React.JSX.Element =>
  sign(
    <path
      d="M9.5 1.8H4.3c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h7.4c.6 0 1-.4 1-1V5zM9.5 1.8V5h3.2M5.5 7.8h5v4h-5zM5.5 9.8h5M8 7.8v4"
      {...stroke}
      strokeWidth={1.1}
    />,
    size,
  );
export const Search = ({ size = 28 }: Drawn): React.JSX.Element =>
  sign(
    <>
      <path
        d="M6.5 13.5h6c.6 0 1-.4 1-1v-8c0-.6-.4-1-1-1h-8c-.6 0-1 .4-1 1v3M3.5 6.7h10M6.8 3.5v4M10.2 3.5v10M8.6 10h5"
        {...stroke}
        strokeWidth={0.8}
      />
      <circle cx="4.8" cy="10.6" r="2.2" {...stroke} strokeWidth={0.8} />
      <path d="M3.2 12.2l-1.7 1.7" {...stroke} strokeWidth={0.8} />
    </>,
    size,
  );

/** The mark: a cell, filled up to an adoption curve. */
export function Mark({ size = 28 }: Drawn): React.JSX.Element {
  return (
    <svg
      width={size}
      height={size}
      viewBox="1 1 14 14"
      role="img"
      aria-label="Realise"
      style={{ forcedColorAdjust: 'none', borderRadius: size / 5, flexShrink: 0 }}
    >
      <path fill="#b1dcec" d="M0 0h16v16H0z" />
      <path fill="#0a6279" d="M0 12.6C5.4 12.6 6.2 4 16 4v12H0z" />
    </svg>
  );
}
