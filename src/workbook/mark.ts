/**
 * The mark of a sheet that Realise wrote. It is two hidden names of the workbook, one pair a sheet:
 *
 *   BIM_Mark_summary   =Summary!$A$1                  where the sheet is; follows it when it is renamed or moved
 *   BIM_Made_summary   ="2026-03-01 10:12 …|4f0c…"    the stamp of the run, and a hash of what was written
 *
 * Names of the workbook and not of the sheet: a user's copy of our sheet stays the user's (Excel gives a copy
 * sheet-scoped names), all marks are read in one go, and `worksheet.names` fails while another workbook has the
 * focus (OfficeDev/office-js issue 6365). Every adapter reads and writes the same mark.
 */

const MARK = 'BIM_Mark_';
const MADE = 'BIM_Made_';
/** In place of a hash while a sheet is being written: a sheet left so is ours, and incomplete. */
export const UNFINISHED = 'unfinished';
/** Excel takes at most 255 characters of text inside a formula. */
const LONGEST_TEXT = 255;

/** A cell for the hash: the formula where it has one, else its value. Blank cells are left out. */
export interface Content {
  readonly row: number;
  readonly column: number;
  readonly content: string | number | boolean;
}

/** What a mark says of its sheet. */
export interface Mark {
  readonly key: string;
  /** Name of the sheet as it is now. */
  readonly sheet: string;
  readonly stamp: string;
  /** {@link contentHash} of what was written; empty where it has been lost, so that the sheet counts as changed. */
  readonly hash: string;
}

/** A name with what it refers to, and whether it is one of a mark. */
interface Name {
  readonly name: string;
  readonly refersTo: string;
}

/** True for the two names of a mark, which are not names of the model. */
export const isMarkName = (name: string): boolean => name.startsWith(MARK) || name.startsWith(MADE);

/** The two hidden names of a sheet's mark. Keys hold letters, digits, dots and underscores only. */
export function markNames(mark: Mark): readonly [Name, Name] {
  if (!/^[\w.]+$/.test(mark.key)) throw new Error(`"${mark.key}" cannot be the key of a sheet`);
  const room = LONGEST_TEXT - 1 - mark.hash.length;
  const made = `${mark.stamp.slice(0, room)}|${mark.hash}`.replaceAll('"', "'");
  return [
    { name: MARK + mark.key, refersTo: `=${quotedSheet(mark.sheet)}!$A$1` },
    { name: MADE + mark.key, refersTo: `="${made}"` },
  ];
}

/** The marks among the names of a workbook. A mark whose sheet is gone (`#REF!`) is none. */
export function readMarks(names: readonly Name[]): readonly Mark[] {
  const made = new Map(names.map((name) => [name.name, name.refersTo]));
  return names.flatMap(({ name, refersTo }) => {
    if (!name.startsWith(MARK)) return [];
    const sheet = sheetOf(refersTo);
    if (sheet === null) return [];
    const key = name.slice(MARK.length);
    const text = /^="(.*)"$/s.exec(made.get(MADE + key) ?? '')?.[1] ?? '|';
    const bar = text.lastIndexOf('|');
    return [{ key, sheet, stamp: text.slice(0, bar), hash: text.slice(bar + 1) }];
  });
}

/** A sheet's name as formulas need it: always quoted, so that "Sample-1" and "2026" are safe too. */
export const quotedSheet = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** The sheet in "='My sheet'!$A$1"; null where there is none. */
function sheetOf(refersTo: string): string | null {
  const found = /^=(?:'((?:[^']|'')+)'|([^'!#]+))![^#]/.exec(refersTo);
  return found === null ? null : (found[1]?.replaceAll("''", "'") ?? found[2] ?? null);
}

/**
 * A hash of what stands in a sheet, which differs when any cell does, in any order of reading. Numbers count with
 * the 15 digits that every spreadsheet keeps; formulas without blanks, case and sheets, and without the
 * quotes and @ that programs add or drop.
 */
export function contentHash(cells: Iterable<Content>): string {
  const all = [...cells];
  const chosen = choices(all);
  const lines = all.filter((cell) => cell.content !== '' && !chosen.has(`${String(cell.row)},${String(cell.column)}`));
  lines.sort((a, b) => a.row - b.row || a.column - b.column);
  return hashOf(lines.map((cell) => `${String(cell.row)},${String(cell.column)},${plain(cell.content)}`).join('\n'));
}

/** A label that ends so says that the cell right of it is the user's to choose: choosing is no change to our sheet. */
export const CHOICE_SIGN = ' ▸';

/** Places of the cells that are the user's to choose. */
const choices = (cells: readonly Content[]): ReadonlySet<string> =>
  new Set(
    cells.flatMap(({ row, column, content }) =>
      typeof content === 'string' && content.endsWith(CHOICE_SIGN) ? [`${String(row)},${String(column + 1)}`] : [],
    ),
  );

/** A sheet before a reference: programs rewrite it when a user renames that sheet, which is no change to ours. */
const SHEET = /'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/gu;

/** A cell's content in the form in which it is compared. */
export function plain(content: string | number | boolean): string {
  if (typeof content === 'number') return `n${String(Number(content.toPrecision(15)))}`;
  if (typeof content === 'boolean') return `b${String(content)}`;
  const text = content.replaceAll('\r\n', '\n').replace(/^'/, '');
  return text.startsWith('=')
    ? text
        .replace(SHEET, '!')
        .replace(/[\s'@]/g, '')
        .toUpperCase()
    : `s${text}`;
}

/** Fifty-three bits (cyrb53 by bryc, public domain): enough to notice a change, no defence against a forger. */
export function hashOf(text: string): string {
  const { imul } = Math; // looked up once: millions of characters
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = imul(high ^ code, 2654435761);
    low = imul(low ^ code, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return ((low >>> 0) * 2 ** 21 + (high & 0x1fffff)).toString(16).padStart(14, '0');
}
