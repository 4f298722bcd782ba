/** A formula for a copy of its sheets: it reads the copies wherever it read the sheets. */

/** A place before "!": 'Prices of 2026'! or Prices! */
const SHEET = /'((?:[^']|'')+)'!|([A-Za-z_][\w.]*)!/g;
const TEXT = /("(?:[^"]|"")*")/;

/** Sheets that a formula names. */
export function sheetsNamed(formula: string): readonly string[] {
  return outsideTexts(formula).flatMap((part) =>
    [...part.matchAll(SHEET)].map(([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? ''),
  );
}

/** The formula with every sheet of `copies` (in lower case) under its copy's name. */
export function overCopies(formula: string, copies: ReadonlyMap<string, string>): string {
  return formula
    .split(TEXT)
    .map((part) =>
      part.startsWith('"')
        ? part
        : part.replace(SHEET, (whole, quoted: string | undefined, plain: string | undefined) => {
            const copy = copies.get((quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase());
            return copy === undefined ? whole : `'${copy}'!`;
          }),
    )
    .join('');
}

/** Whether it reads a table by its columns, another file, or a name of the workbook: these lead to the sheets themselves. */
export function readsByName(formula: string, names: ReadonlySet<string>): boolean {
  return outsideTexts(formula).some(
    (part) =>
      part.includes('[') ||
      [...part.replace(SHEET, ' ').matchAll(/[A-Za-z_][\w.]*(?![\w.(])/g)].some(([word]) =>
        names.has(word.toLowerCase()),
      ),
  );
}

const outsideTexts = (formula: string): readonly string[] =>
  formula.split(TEXT).filter((part) => !part.startsWith('"'));
