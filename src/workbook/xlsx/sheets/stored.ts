/** Cells as an .xlsx file stores them. */
import type { Cell } from '../../workbook';
import { escapeXml } from './xml';

/** Functions younger than Excel 2007, which files name with a prefix (ISO/IEC 29500 leaves them out). */
const YOUNG = (
  'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV BYCOL BYROW CEILING.MATH CHISQ.DIST CHISQ.INV CHISQ.TEST ' +
  'CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S DAYS DECIMAL DROP EXPAND EXPON.DIST F.DIST F.INV ' +
  'FILTER FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK IFNA IFS ISFORMULA LAMBDA LET ' +
  'LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION ' +
  'PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG ' +
  'RANK.EQ REDUCE RRI SCAN SEQUENCE SHEET SHEETS SKEW.P SORT SORTBY STDEV.P STDEV.S SWITCH T.DIST T.INV T.TEST TAKE TEXTAFTER TEXTBEFORE ' +
  'TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
).split(' ');
const IN_WORKSHEET: ReadonlySet<string> = new Set(['FILTER', 'SORT']);
const CALLS = new RegExp(
  `"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\\w.])(${YOUNG.map((name) => name.replaceAll('.', '\\.')).join('|')})(?=\\()`,
  'gi',
);

/** A typed formula as the file keeps it, without "=". */
export const storedFormula = (formula: string): string =>
  formula
    .replace(/^=/, '')
    .replace(CALLS, (whole: string, name: string | undefined) =>
      name === undefined ? whole : `_xlfn.${IN_WORKSHEET.has(name.toUpperCase()) ? '_xlws.' : ''}${name.toUpperCase()}`,
    );

function content(cell: Cell, inFormula: boolean): { readonly kind: string; readonly xml: string } {
  const { value } = cell;
  if (cell.error !== undefined) return { kind: 'e', xml: `<v>${escapeXml(cell.error)}</v>` };
  if (value === null) return { kind: '', xml: '' };
  if (typeof value === 'number') return { kind: '', xml: `<v>${String(value)}</v>` };
  if (typeof value === 'boolean') return { kind: 'b', xml: `<v>${value ? '1' : '0'}</v>` };
  if (inFormula) return { kind: 'str', xml: `<v>${escapeXml(value)}</v>` };
  return { kind: 'inlineStr', xml: `<is><t xml:space="preserve">${escapeXml(value)}</t></is>` };
}

/** A cell element. `formula` is an element to keep as it stands; '' writes the cell's own formula, if it has one. */
export function storedCell(address: string, style: string, cell: Cell, formula: string): string {
  const own = cell.formula === undefined ? '' : `<f>${escapeXml(storedFormula(cell.formula))}</f>`;
  const { kind, xml } = content(cell, cell.formula !== undefined);
  const inside = (formula === '' ? own : formula) + xml;
  if (inside === '' && style === '') return '';
  const attributes = `r="${address}"${style === '' ? '' : ` s="${style}"`}${kind === '' ? '' : ` t="${kind}"`}`;
  return inside === '' ? `<c ${attributes}/>` : `<c ${attributes}>${inside}</c>`;
}
