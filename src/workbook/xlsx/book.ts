/** The workbook part: which sheets there are, where their parts lie, and the names defined. */
import { readMarks } from '../mark';
import type { Mark } from '../mark';
import type { Package } from './package';
import { attributeOf, childOf, childrenOf, textOf } from './xml';
import type { XmlElement } from './xml';

/** A sheet as the workbook lists it. `path` is null for chart sheets and others without cells. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string | null;
}

/** A defined name; `sheet` is the index of its sheet where it counts on that sheet alone. */
export interface NameEntry {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet: number | null;
}

/** The workbook part, read. */
export interface Book {
  readonly path: string;
  readonly root: XmlElement;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  readonly marks: readonly Mark[];
  readonly counts1904: boolean;
  readonly manual: boolean;
}

/** Finds and reads the workbook part. */
export function readBook(pkg: Package): Book {
  const path = pkg.relationships('').find((entry) => entry.type === 'officeDocument')?.target;
  if (path === undefined) throw new Error('This zip file is not an Excel workbook: it names no workbook.');
  if (path.endsWith('.bin'))
    throw new Error('This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) first.');
  const root = pkg.tree(path);
  if (!/workbook$/.test(root.name)) throw new Error('This is an Office document, but not an Excel workbook.');
  const names = readNames(root);
  return {
    path,
    root,
    names,
    sheets: readSheets(pkg, path, root),
    marks: readMarks(names.filter((name) => name.sheet === null)),
    counts1904: isTrue(childOf(root, 'workbookPr'), 'date1904'),
    manual: attributeOf(childOf(root, 'calcPr') ?? root, 'calcMode') === 'manual',
  };
}

function readSheets(pkg: Package, path: string, root: XmlElement): SheetEntry[] {
  const parts = new Map(pkg.relationships(path).map((entry) => [entry.id, entry]));
  return childrenOf(childOf(root, 'sheets'), 'sheet').map((entry) => {
    const part = parts.get(attributeOf(entry, 'id') ?? '');
    return {
      name: attributeOf(entry, 'name') ?? '',
      path: part?.type === 'worksheet' && pkg.has(part.target) ? part.target : null,
    };
  });
}

function readNames(root: XmlElement): NameEntry[] {
  return childrenOf(childOf(root, 'definedNames'), 'definedName').map((entry) => {
    const sheet = attributeOf(entry, 'localSheetId');
    return {
      name: attributeOf(entry, 'name') ?? '',
      refersTo: `=${textOf(entry)}`,
      sheet: sheet === undefined ? null : Number(sheet),
    };
  });
}

function isTrue(node: XmlElement | undefined, name: string): boolean {
  const value = node && attributeOf(node, name);
  return value === '1' || value === 'true';
}
