/** Workbooks written out part by part, for tests that must know exactly what a file holds. */
import { strToU8, zipSync } from 'fflate';
import type { Seed, SeedSheet, SeedValue } from '../contract';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

/** One sheet of a hand-made workbook: the inside of its `worksheet`, and its tables as parts. */
export interface RawSheet {
  readonly name: string;
  readonly body: string;
  readonly tables?: readonly string[];
}

/** What may be asked of a hand-made workbook beyond its sheets. */
export interface RawBook {
  readonly sheets: readonly RawSheet[];
  readonly strings?: string;
  readonly styles?: string;
  /** What stands within `workbook` before and after the list of sheets. */
  readonly before?: string;
  readonly after?: string;
}

const STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

/** The parts of a workbook as a program other than ours might write it. */
export function rawParts(book: RawBook): Record<string, string> {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (...all: readonly string[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book.before ?? ''}<sheets>${book.sheets.map((sheet, i) => `<sheet name="${escaped(sheet.name)}" sheetId="${String(i + 1)}" r:id="rId${String(i + 1)}"/>`).join('')}</sheets>${book.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...book.sheets.map((_, i) =>
        relationship(`rId${String(i + 1)}`, 'worksheet', `worksheets/sheet${String(i + 1)}.xml`),
      ),
      relationship('rIdS', 'styles', 'styles.xml'),
      relationship('rIdT', 'sharedStrings', '/xl/sharedStrings.xml'),
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmm\\ yyyy"/></numFmts>${book.styles ?? STYLES}</styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${book.strings ?? ''}</sst>`,
  };
  let table = 0;
  book.sheets.forEach((sheet, i) => {
    const own = (sheet.tables ?? []).map((text) => {
      table++;
      parts[`xl/tables/table${String(table)}.xml`] = text.replaceAll('{id}', String(table));
      return relationship(`rId${String(table)}`, 'table', `../tables/table${String(table)}.xml`);
    });
    parts[`xl/worksheets/sheet${String(i + 1)}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.body}</worksheet>`;
    if (own.length > 0) parts[`xl/worksheets/_rels/sheet${String(i + 1)}.xml.rels`] = relationships(...own);
  });
  return parts;
}

/** A table part over a range; `more` are further attributes. */
export const tablePart = (name: string, ref: string, columns: readonly string[], more = ''): string =>
  `${HEAD}<table xmlns="${MAIN}" id="{id}" name="${name}" displayName="${name}" ref="${ref}"${more}><tableColumns count="${String(columns.length)}">${columns.map((column, i) => `<tableColumn id="${String(i + 1)}" name="${escaped(column)}"/>`).join('')}</tableColumns></table>`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

/** A contract's seed as a file. */
export function seedFile(seed: Seed): Uint8Array {
  const names = Object.entries(seed.names ?? {})
    .map(([name, refersTo]) => `<definedName name="${name}">${escaped(refersTo.slice(1))}</definedName>`)
    .join('');
  return zipped(
    rawParts({
      sheets: seed.sheets.map(seedSheet),
      after: names === '' ? '' : `<definedNames>${names}</definedNames>`,
    }),
  );
}

function seedSheet(sheet: SeedSheet): RawSheet {
  const rows = sheet.rows.map(
    (row, i) =>
      `<row r="${String(i + 1)}"${sheet.hiddenRows?.includes(i + 1) === true ? ' hidden="1"' : ''}>${row.map((value, j) => seedCell(`${String.fromCharCode(65 + j)}${String(i + 1)}`, value)).join('')}</row>`,
  );
  const tables = Object.entries(sheet.tables ?? {}).map(([name, ref]) => {
    const [, first = 'A', top = '1', last = 'A'] = /^([A-Z])(\d+):([A-Z])\d+$/.exec(ref) ?? [];
    const header = sheet.rows[Number(top) - 1] ?? [];
    return tablePart(name, ref, header.slice(first.charCodeAt(0) - 65, last.charCodeAt(0) - 64).map(String));
  });
  return { name: sheet.name, body: `<sheetData>${rows.join('')}</sheetData>`, tables };
}

function seedCell(at: string, value: SeedValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'string')
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  if ('error' in value) return `<c r="${at}" t="e"><v>${value.error}</v></c>`;
  if ('date' in value) return `<c r="${at}" s="1"><v>${String(value.date)}</v></c>`;
  return `<c r="${at}"${typeof value.value === 'string' ? ' t="str"' : ''}><f>${escaped(value.formula.slice(1))}</f><v>${escaped(String(value.value))}</v></c>`;
}
