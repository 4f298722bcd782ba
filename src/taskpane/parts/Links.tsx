/** The two things that can be pressed inside text: a dotted figure ("explain me") and a cell with an arrow ("take me there"). */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CellAddress } from '../../workbook/workbook';
import { Arrow } from './icons';
import { useSessionContext } from './session-context';

const bare = {
  font: 'inherit',
  color: 'inherit',
  backgroundColor: 'transparent',
  border: 'none',
  padding: 0,
  margin: 0,
  cursor: 'pointer',
  textAlign: 'inherit',
} as const;
const ring = {
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: '2px' },
} as const;

const useStyles = makeStyles({
  figure: {
    ...bare,
    ...ring,
    minWidth: '24px',
    minHeight: '24px',
    whiteSpace: 'nowrap',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorBrandForegroundLink,
    textDecorationThickness: '1px',
    textUnderlineOffset: '5px',
    ':hover': { color: tokens.colorBrandForegroundLink },
  },
  inTable: {
    minHeight: '24px',
    marginTop: '-4px',
    marginBottom: '-4px',
    textUnderlineOffset: '4px',
    textDecorationColor: tokens.colorNeutralStroke1,
    ':hover': { textDecorationColor: tokens.colorBrandForegroundLink },
    '@media (forced-colors: active)': { textDecorationColor: 'CanvasText' },
  },
  strong: { fontWeight: 600 },
  cell: {
    ...bare,
    ...ring,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
});

interface FigureProps {
  readonly figure: string | undefined;
  readonly text: string;
  readonly strong?: boolean | undefined;
  readonly inTable?: boolean | undefined;
}

/** A figure that opens its tree; plain text where it cannot be explained. */
export function Figure({ figure, text, strong = false, inTable = false }: FigureProps): React.JSX.Element {
  const styles = useStyles();
  const { does } = useSessionContext();
  if (figure === undefined) return strong ? <span className={styles.strong}>{text}</span> : <>{text}</>;
  return (
    <button
      type="button"
      data-figure={figure}
      aria-description="Explain this figure"
      className={mergeClasses(styles.figure, inTable && styles.inTable, strong && styles.strong)}
      onClick={() => {
        does.explain(figure);
      }}
    >
      {text}
    </button>
  );
}

/** A cell address that takes you there. `text` stands in place of the address. */
export function CellLink({
  at,
  text,
  ...rest
}: {
  readonly at: CellAddress;
  readonly text?: string;
  readonly tabIndex?: number;
}): React.JSX.Element {
  const styles = useStyles();
  const { does } = useSessionContext();
  return (
    <button
      type="button"
      className={styles.cell}
      aria-description={`Go to ${at.sheet}, cell ${at.cell}`}
      onClick={() => {
        does.show(at);
      }}
      {...rest}
    >
      <span>{text ?? `${at.sheet}!${at.cell}`}</span>
      <Arrow />
    </button>
  );
}
