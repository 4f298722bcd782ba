/** The pieces of a formula: numbers, text, cells with or without a sheet, functions, signs. */

export type Token =
  | { readonly kind: 'number' | 'text' | 'call' | 'sign'; readonly text: string }
  | {
      readonly kind: 'cell';
      readonly text: string;
      readonly sheet: string | null;
      readonly row: number;
      readonly column: number;
    };

const PIECE =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<call>[A-Z][A-Z0-9.]*)\(|(?:(?<sheet>'(?:[^']|'')+'|[A-Za-z][\w.]*)!)?\$?(?<column>[A-Z]{1,3})\$?(?<row>\d+)(?![\w(])|(?<number>\d+(?:\.\d*)?(?:E[+-]?\d+)?)|(?<sign><>|<=|>=|[-+*/^&=<>(),:]))/uy;

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < formula.length) {
    const from = PIECE.lastIndex;
    const found = PIECE.exec(formula);
    if (!found) throw new Error(`not a formula: ${formula.slice(0, from)}⟨here⟩${formula.slice(from)}`);
    const { text, call, sheet, column, row, number, sign } = found.groups ?? {};
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll('""', '"') });
    else if (call !== undefined) tokens.push({ kind: 'call', text: call });
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
