/** Reading the small XML parts of an .xlsx file: elements by name, without namespaces, never trusting the file. */
import { XMLParser } from 'fast-xml-parser';

/** An element: its name, attributes, text and children in order. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function toElement(raw: unknown): Element | null {
  if (!isRecord(raw)) return null;
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined || name === '#text') return null;
  const inside = raw[name];
  const parts: readonly unknown[] = Array.isArray(inside) ? inside : [];
  const attributes = isRecord(raw[':@']) ? Object.entries(raw[':@']) : [];
  return {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key, String(value)])),
    children: parts.map(toElement).filter((child) => child !== null),
    text: parts.map((part) => (isRecord(part) && '#text' in part ? String(part['#text']) : '')).join(''),
  };
}

/** The document's outermost element. A document type is refused: no workbook needs one. */
export function parseXml(xml: string): Element {
  if (/<!DOCTYPE/i.test(xml.slice(0, 4096))) throw new Error('a part of the file declares a document type');
  const parsed: unknown = parser.parse(xml);
  const root = Array.isArray(parsed) ? parsed.map(toElement).find((element) => element !== null) : undefined;
  if (!root) throw new Error('a part of the file is empty');
  return root;
}

/** Children of one name. */
export const all = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
/** The first child of a name. */
export const first = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);
/** An attribute, '' where absent. */
export const attribute = (element: Element | undefined, name: string): string => element?.attributes.get(name) ?? '';
/** A yes-or-no child such as `<b/>` or `<b val="0"/>`. */
export const flag = (element: Element | undefined, name: string): boolean => {
  const child = first(element, name);
  return child !== undefined && !['0', 'false'].includes(attribute(child, 'val'));
};
/** Is an attribute true, as XML Schema writes it? */
export const isTrue = (text: string): boolean => text === '1' || text === 'true';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const ESCAPES = /_x([0-9A-F]{4})_/gi;
const fromEscape = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
/** Text of a parsed element with Excel's escapes resolved. */
export const unescapeText = (text: string): string => text.replace(ESCAPES, fromEscape);

/** Text with its entities and Excel's `_x000D_` escapes resolved. */
export function unescapeXml(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
      (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        return ENTITIES.get(name ?? '') ?? whole;
      },
    )
    .replace(ESCAPES, fromEscape);
}

/** Text made safe to stand in XML; control characters XML cannot hold are dropped. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are exactly the characters XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
