/** The pieces of a formula: numbers, text, cells with or without a sheet, functions, names, signs. */

export type Token =
  | { readonly kind: 'number' | 'text' | 'call' | 'name' | 'sign'; readonly text: string }
  | {
      readonly kind: 'cell';
      readonly text: string;
      readonly sheet: string | null;
      readonly row: number;
      readonly column: number;
    };

/** A formula that is none, or that calls for what is not calculated here. */
export class Unreadable extends Error {}

const PIECE =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<call>[A-Z][A-Z0-9.]*)\(|(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?(?<column>[A-Z]{1,3})\$?(?<row>\d+)(?![\w(])|(?<number>\d+(?:\.\d*)?(?:E[+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_.]*)(?![\w!([])|(?<sign><>|<=|>=|[-+*/^&=<>(),:%@]))\s*/iuy;

const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < formula.length) {
    const from = PIECE.lastIndex;
    const found = PIECE.exec(formula);
    if (!found) throw new Unreadable(`not a formula: ${formula.slice(0, from)}⟨here⟩${formula.slice(from)}`);
    const { text, call, sheet, column, row, number, name, sign } = found.groups ?? {};
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll('""', '"') });
    else if (call !== undefined) tokens.push({ kind: 'call', text: call.toUpperCase() });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (column !== undefined)
      tokens.push({
        kind: 'cell',
        text: found[0],
        sheet: sheet?.replace(/^'|'$/g, '').replaceAll("''", "'") ?? null,
        row: Number(row),
        column: columnOf(column),
      });
    else tokens.push(number === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'number', text: number });
  }
  return tokens;
}
