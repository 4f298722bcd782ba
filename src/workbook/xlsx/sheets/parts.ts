/** The parts of an .xlsx file: unpacked with a bound on their size, found through their relations. */
import { strFromU8, unzipSync } from 'fflate';
import { all, attribute, parseXml } from './xml';

/** Unpacked parts by path. */
export type Parts = Map<string, Uint8Array>;

/** No workbook of a model comes near this; a packed bomb does. */
const LARGEST = 512 * 1024 * 1024;

/** Unpacks a workbook; rejects what is none with a plain message. */
export function unpack(bytes: Uint8Array): Parts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new Error(
      'This workbook is protected by a password or was saved in the old .xls format. Save it as .xlsx without a password.',
    );
  }
  let size = 0;
  const allowed = (length: number): boolean => {
    size += length;
    if (size > LARGEST) throw new Error('This workbook is too large to open here.');
    return true;
  };
  const parts = new Map(Object.entries(unzip(bytes, allowed)));
  if (!parts.has('[Content_Types].xml')) throw new Error('This file is not an .xlsx workbook.');
  return parts;
}

function unzip(bytes: Uint8Array, allowed: (length: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: (file) => allowed(file.originalSize) });
  } catch (error) {
    if (error instanceof Error && error.message.includes('too large')) throw error;
    throw new Error('This file is not an .xlsx workbook, or it is damaged.', { cause: error });
  }
}

/** The text of a part, '' where there is none. */
export const partText = (parts: Parts, path: string): string => {
  const bytes = parts.get(path);
  return bytes === undefined ? '' : strFromU8(bytes);
};

/** What a part is related to. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** "xl/worksheets" and "../tables/table1.xml" → "xl/tables/table1.xml". */
function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The relations of a part; `type` is the last word of the relation's type ("table", "worksheet"). */
export function relations(parts: Parts, path: string): readonly Relation[] {
  const text = partText(parts, relationsPath(path));
  if (text === '') return [];
  return all(parseXml(text), 'Relationship')
    .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
    .map((relation) => ({
      id: attribute(relation, 'Id'),
      type: attribute(relation, 'Type').split('/').at(-1) ?? '',
      path: resolve(path, attribute(relation, 'Target')),
    }));
}

/** Path of the workbook part, wherever it stands. */
export const workbookPath = (parts: Parts): string =>
  relations(parts, '').find((relation) => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml';

/** The sheets of a workbook in their order, with their parts. */
export function sheetParts(
  parts: Parts,
): readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[] {
  const path = workbookPath(parts);
  const text = partText(parts, path);
  if (text === '') throw new Error('This file is not an .xlsx workbook.');
  const byId = new Map(relations(parts, path).map((relation) => [relation.id, relation]));
  const list = parseXml(text).children.find((child) => child.name === 'sheets');
  return all(list, 'sheet').flatMap((sheet) => {
    const relation = byId.get(attribute(sheet, 'id'));
    if (relation?.type !== 'worksheet') return [];
    const state = attribute(sheet, 'state');
    return [
      { name: attribute(sheet, 'name'), hidden: state === 'hidden' || state === 'veryHidden', path: relation.path },
    ];
  });
}
