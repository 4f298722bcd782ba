/** The cells of one sheet part, scanned in one pass (no tree is built: sheets may hold a million cells). */
import type { BookCell } from '../../book';
import type { CellValue } from '../../workbook';
import { cellName, cellPosition, moveFormula } from './address';
import { unescapeXml } from './xml';

/** A row or cell element as it stands in the text. */
export interface Scanned {
  readonly attributes: string;
  readonly inside: string;
  readonly start: number;
  readonly end: number;
}

/** Elements of one name, in order, without their namespace; elements of one name never nest here. */
export function* scan(xml: string, name: string): Generator<Scanned> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`, 'g');
  for (const match of xml.matchAll(pattern)) {
    yield {
      attributes: match[1] ?? '',
      inside: match[2] ?? '',
      start: match.index,
      end: match.index + match[0].length,
    };
  }
}

/** An attribute from an element's text. */
export const attributeIn = (attributes: string, name: string): string =>
  unescapeXml(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(attributes)
      ?.slice(1)
      .find((part: string | undefined) => part !== undefined) ?? '',
  );

const joinText = (xml: string): string =>
  [...scan(xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, ''), 't')]
    .map((piece) => unescapeXml(piece.inside))
    .join('');

/** The shared strings of a workbook, rich text as plain. */
export const readStrings = (xml: string): readonly string[] =>
  [...scan(xml, 'si')].map((item) => joinText(item.inside));

/** A formula as people type it: without the prefixes that mark functions younger than Excel 2007. */
const typed = (formula: string): string => `=${formula.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./g, '')}`;

interface Shared {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

function formulaOf(inside: string, row: number, column: number, shared: Map<string, Shared>): string | undefined {
  const [element] = [...scan(inside, 'f')];
  if (element === undefined) return undefined;
  const text = unescapeXml(element.inside);
  const kind = attributeIn(element.attributes, 't');
  if (kind === 'dataTable') return undefined;
  if (kind !== 'shared') return text === '' ? undefined : typed(text);
  const group = attributeIn(element.attributes, 'si');
  if (text !== '') {
    shared.set(group, { formula: text, row, column });
    return typed(text);
  }
  const master = shared.get(group);
  return master === undefined
    ? undefined
    : typed(moveFormula(master.formula, row - master.row, column - master.column));
}

function contentOf(kind: string, inside: string, strings: readonly string[]): { value: CellValue; error?: string } {
  if (kind === 'inlineStr') return { value: joinText(inside) };
  const [element] = [...scan(inside, 'v')];
  if (element === undefined || (element.inside === '' && kind !== 'str')) return { value: null };
  const text = unescapeXml(element.inside);
  if (kind === 's') return { value: strings[Number(text)] ?? '' };
  if (kind === 'b') return { value: text === '1' || text === 'true' };
  if (kind === 'e') return { value: null, error: text };
  if (kind === 'str' || kind === 'd') return { value: text };
  const number = Number(text);
  return { value: Number.isFinite(number) ? number : text };
}

/** Every cell that holds something or looks like something. `dates` tells which looks show dates. */
export function readCells(
  sheetData: string,
  strings: readonly string[],
  dates: readonly boolean[],
): readonly BookCell[] {
  const cells: BookCell[] = [];
  const shared = new Map<string, Shared>();
  let row = 0;
  for (const line of scan(sheetData, 'row')) {
    row = Number(attributeIn(line.attributes, 'r')) || row + 1;
    let column = 0;
    for (const item of scan(line.inside, 'c')) {
      column = cellPosition(attributeIn(item.attributes, 'r') || cellName(row, column + 1))?.column ?? column + 1;
      const look = Number(attributeIn(item.attributes, 's') || 0);
      const content = contentOf(attributeIn(item.attributes, 't'), item.inside, strings);
      const formula = formulaOf(item.inside, row, column, shared);
      if (look === 0 && content.value === null && content.error === undefined && formula === undefined) continue;
      const date = dates[look] === true && typeof content.value === 'number';
      cells.push({
        row,
        column,
        look,
        ...content,
        ...(formula === undefined ? {} : { formula }),
        ...(date ? { date } : {}),
      });
    }
  }
  return cells;
}
