/** Edits of the workbook part: sheets listed, names defined, the sheet it opens on. Everything else stays. */
import { OFFICE_RELATIONSHIPS, prefixed } from './package';
import { attributeOf, childOf, childrenOf, element, localName } from './xml';
import type { XmlElement } from './xml';

/** The order of the workbook part's children (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Lists a new sheet, last; `relationship` is the identifier of its part. */
export function addSheet(root: XmlElement, name: string, relationship: string): void {
  const sheets = section(root, 'sheets');
  const ids = childrenOf(sheets, 'sheet').map((sheet) => Number(attributeOf(sheet, 'sheetId')));
  sheets.children.push(
    element(prefixed(root, 'sheet'), {
      name,
      sheetId: Math.max(0, ...ids) + 1,
      [`${relationshipPrefix(root)}:id`]: relationship,
    }),
  );
}

/** Where a sheet stands among all, counted from 0. */
export function sheetIndex(root: XmlElement, name: string): number {
  return childrenOf(childOf(root, 'sheets'), 'sheet').findIndex(
    (sheet) => attributeOf(sheet, 'name')?.toLowerCase() === name.toLowerCase(),
  );
}

/** Defines a name, in place of one of the same name and scope. `sheet` is null for the whole workbook. */
export function defineName(
  root: XmlElement,
  name: string,
  refersTo: string,
  sheet: number | null,
  hidden = false,
): void {
  const names = section(root, 'definedNames');
  const scope = sheet === null ? undefined : String(sheet);
  names.children = names.children.filter(
    (entry) =>
      typeof entry === 'string' ||
      attributeOf(entry, 'name')?.toLowerCase() !== name.toLowerCase() ||
      attributeOf(entry, 'localSheetId') !== scope,
  );
  names.children.push(
    element(
      prefixed(root, 'definedName'),
      { name, localSheetId: scope, hidden: hidden ? 1 : undefined },
      refersTo.replace(/^=/, ''),
    ),
  );
}

/** The sheet shown when the workbook is opened. */
export function openOn(root: XmlElement, index: number): void {
  const views = section(root, 'bookViews');
  const view = childOf(views, 'workbookView');
  if (!view) views.children.push(element(prefixed(root, 'workbookView'), { activeTab: index }));
  else {
    view.attributes.activeTab = String(index);
    delete view.attributes.firstSheet;
  }
}

function section(root: XmlElement, name: string): XmlElement {
  const existing = childOf(root, name);
  if (existing) return existing;
  const made = element(prefixed(root, name));
  const later = ORDER.slice(ORDER.indexOf(name) + 1);
  const at = root.children.findIndex((child) => typeof child !== 'string' && later.includes(localName(child.name)));
  root.children.splice(at < 0 ? root.children.length : at, 0, made);
  return made;
}

function relationshipPrefix(root: XmlElement): string {
  const declared = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && value === OFFICE_RELATIONSHIPS,
  );
  if (declared) return localName(declared[0]);
  root.attributes['xmlns:r'] = OFFICE_RELATIONSHIPS;
  return 'r';
}
