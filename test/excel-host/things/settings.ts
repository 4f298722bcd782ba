/**
 * Settings of the workbook, and custom XML parts. Documented: a setting is added or set under its key, any JSON is a
 * value, and neither belongs to what Undo takes back (office-js issue 6415 for XML; for settings an assumption: the list of
 * what Undo cannot take back does not name them, and they are no part of any sheet). `book.forgets` is the fault of issues
 * 360, 2067 and 6091: both are taken without a word and are gone when the workbook is opened again.
 */
import type { Book, XmlPart } from '../book';
import { thing, type Thing } from '../thing';
import { refuse, text } from '../wire';

export function settingsThing(book: Book): Thing {
  const find = (key: unknown): Thing | null => (book.settings.has(text(key)) ? settingThing(book, text(key)) : null);
  return thing('SettingCollection', {
    items: () => [...book.settings.keys()].map((key) => settingThing(book, key)),
    indexer: (key) => found(find(key)),
    methods: {
      Add: (key, value) => {
        if (text(key) === '') throw refuse.argument();
        book.settings.set(text(key), value);
        return settingThing(book, text(key));
      },
      GetCount: () => book.settings.size,
      GetItemOrNullObject: find,
    },
  });
}

const settingThing = (book: Book, key: string): Thing =>
  thing('Setting', {
    id: key,
    scalars: {
      Key: { get: () => key },
      _Id: { get: () => key },
      Value: {
        get: () => book.settings.get(key),
        set: (value) => {
          book.settings.set(key, value);
        },
      },
    },
    methods: {
      Delete: () => {
        if (!book.settings.delete(key)) throw refuse.missing();
      },
    },
  });

export function xmlPartsThing(book: Book): Thing {
  return thing('CustomXmlPartCollection', {
    ...partsOf(book, () => book.xmlParts),
    methods: {
      ...partsOf(book, () => book.xmlParts).methods,
      Add: (xml) => {
        const part = { id: `{XML-${String(book.next++)}}`, xml: wellFormed(xml) };
        book.xmlParts.push(part);
        return partThing(book, part);
      },
      GetByNamespace: (uri) => scopedThing(book, text(uri)),
    },
  });
}

/** The parts of one namespace: `getOnlyItem` is for exactly one (documented). */
function scopedThing(book: Book, uri: string): Thing {
  const here = (): readonly XmlPart[] => book.xmlParts.filter((part) => namespaceOf(part.xml) === uri);
  const only = (): Thing | null => {
    const [part, ...others] = here();
    return part === undefined || others.length > 0 ? null : partThing(book, part);
  };
  const shared = partsOf(book, here);
  return thing('CustomXmlPartScopedCollection', {
    ...shared,
    methods: { ...shared.methods, GetOnlyItem: () => found(only()), GetOnlyItemOrNullObject: only },
  });
}

function partsOf(book: Book, here: () => readonly XmlPart[]): Pick<Thing, 'methods'> & Partial<Thing> {
  const find = (id: unknown): Thing | null => {
    const part = here().find((one) => one.id === id);
    return part === undefined ? null : partThing(book, part);
  };
  return {
    items: () => here().map((part) => partThing(book, part)),
    indexer: (id) => found(find(id)),
    methods: { GetCount: () => here().length, GetItemOrNullObject: find },
  };
}

const partThing = (book: Book, part: XmlPart): Thing =>
  thing('CustomXmlPart', {
    id: part.id,
    scalars: { Id: { get: () => part.id }, NamespaceUri: { get: () => namespaceOf(part.xml) } },
    methods: {
      Delete: () => {
        book.xmlParts.splice(book.xmlParts.indexOf(part), 1);
      },
      GetXml: () => part.xml,
      SetXml: (xml) => {
        part.xml = wellFormed(xml);
      },
    },
  });

/** The default namespace of the root element; empty where it has none. */
const namespaceOf = (xml: string): string =>
  /\sxmlns\s*=\s*["']([^"']*)["']/.exec(/<[A-Za-z_][^>]*>/.exec(xml)?.[0] ?? '')?.[1] ?? '';

/** One root element, closed by its own name; what is between is not looked at (an assumption: Excel parses it whole). */
function wellFormed(xml: unknown): string {
  const body = text(xml)
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .trim();
  const root = /^<([A-Za-z_][\w.:-]*)(\s[^>]*)?>/.exec(body)?.[1];
  if (root === undefined || !(body.endsWith(`</${root}>`) || /^<[^>]*\/>$/.test(body))) throw refuse.argument();
  return text(xml);
}

function found(one: Thing | null): Thing {
  if (one === null) throw refuse.missing();
  return one;
}
