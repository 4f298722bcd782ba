/** Looks that several screens share: type sizes, hairlines, tables. One heading, one table, one link look everywhere. */
import { makeStyles, tokens } from '@fluentui/react-components';

const figures = { fontVariantNumeric: 'tabular-nums lining-nums' } as const;

export const useLooks = makeStyles({
  lead: {
    margin: '0 0 16px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: '27px',
    fontWeight: 400,
    textWrap: 'pretty',
    '@container (max-height: 480px)': { fontSize: '16px', lineHeight: '22px', marginBottom: '6px' },
  },
  strong: { fontWeight: 600 },
  big: { margin: 0, fontSize: '26px', lineHeight: '32px', fontWeight: 600, overflowWrap: 'anywhere', ...figures },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '12px',
    marginBottom: '6px',
  },
  h2: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '20px', fontWeight: 600 },
  caption: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  note: {
    margin: '6px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  block: { paddingTop: '16px', marginTop: '18px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    ...figures,
  },
  head: {
    fontWeight: 400,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
    verticalAlign: 'bottom',
    padding: '0 0 5px 8px',
  },
  first: { textAlign: 'left', paddingLeft: 0, fontWeight: 400 },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  total: { borderTop: `1px solid ${tokens.colorNeutralForeground3}`, fontWeight: 600 },
  cell: {
    textAlign: 'right',
    padding: '5px 0 5px 8px',
    whiteSpace: 'nowrap',
    '@container (max-height: 480px)': { paddingTop: '3px', paddingBottom: '3px' },
  },
  name: { textAlign: 'left', whiteSpace: 'normal', paddingLeft: 0, overflowWrap: 'anywhere', fontWeight: 400 },
  wide: { display: 'none', '@container (min-width: 420px)': { display: 'table-cell' } },
  danger: {
    color: tokens.colorStatusDangerForeground1,
    fontWeight: 600,
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  page: { padding: '14px 16px 20px', '@container (max-height: 480px)': { paddingTop: '8px' } },
});

/** Colour of a sign by what it says; in forced colours all are text. */
export const useSigns = makeStyles({
  good: { color: tokens.colorStatusSuccessForeground1 },
  careful: { color: tokens.colorStatusWarningForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  notice: { color: tokens.colorNeutralForeground3 },
});
