/** A formula as a lint reads it: without texts and places, its functions, its numbers, and how it stands to its own cell. */

/** Texts within quotes are words of the user's, not parts of the sum. */
const withoutTexts = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

const REFERENCE = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(.])/g;

const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The formula in which every relative place is told from its own cell (R1C1): the same all along a row that is filled right. */
export const relative = (formula: string, row: number, column: number): string =>
  withoutTexts(formula).replace(
    REFERENCE,
    (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const r = fixedRow === '$' ? `R${digits}` : `R[${String(Number(digits) - row)}]`;
      return r + (fixedColumn === '$' ? `C${letters.toUpperCase()}` : `C[${String(columnOf(letters) - column)}]`);
    },
  );

/** Names of the functions that are called, in capitals. */
export const functionsIn = (formula: string): readonly string[] =>
  [...withoutTexts(formula).matchAll(/([A-Za-z_][\w.]*)\(/g)].map((match) =>
    (match[1] ?? '').toUpperCase().replace(/^_XLFN\.|^_XLWS\./, ''),
  );

/** Numbers that stand in a formula, 0 and 1 left out: they switch and count, and say nothing of the world. */
export const constantsIn = (formula: string): readonly string[] =>
  [
    ...withoutTexts(formula)
      .replace(/'(?:[^']|'')*'!/g, ' ')
      .replace(/\[[^\]]*\]/g, ' ')
      .replace(REFERENCE, ' ')
      .replace(/\$?\d+:\$?\d+/g, ' ')
      .matchAll(/(?<![\w.])(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)%?(?![\w.(!])/g),
  ]
    .map((match) => match[1] ?? '')
    .filter((number) => Number(number) !== 0 && Number(number) !== 1);

/** Whether a formula reads another file. */
export const readsOutside = (formula: string): boolean =>
  /\[[^\]]+\.xl\w*\]|\[\d+\]|https?:|\\\\|'[A-Za-z]:/i.test(withoutTexts(formula));
