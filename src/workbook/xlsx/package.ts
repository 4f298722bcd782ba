/**
 * The zip around a workbook: its parts, how they are related, what type they have.
 * Sizes are checked before anything is unpacked, so that a small file cannot fill the memory.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { attributeOf, childrenOf, element, parseXml, xmlDocument } from './xml';
import type { XmlElement } from './xml';

/** No workbook of ours comes near these; a file that does is refused with a clear message. */
export const LIMITS = { unpackedBytes: 200 * 1024 * 1024, parts: 10_000 } as const;

/** A relationship of a part: `type` is the last word of its URI, `target` a part path or an outside address. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a package by path (without leading slash). A copy is cheap: bytes are shared, never changed in place. */
export class Package {
  constructor(private readonly parts: Map<string, Uint8Array>) {}

  copy(): Package {
    return new Package(new Map(this.parts));
  }
  has(path: string): boolean {
    return this.parts.has(path);
  }
  paths(): string[] {
    return [...this.parts.keys()];
  }
  text(path: string): string {
    const bytes = this.parts.get(path);
    if (!bytes) throw new Error(`This workbook is incomplete: its part ${path} is missing.`);
    return (
      bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : strFromU8(bytes)
    ).replace(/^\ufeff/, '');
  }
  tree(path: string): XmlElement {
    return readable(path, () => parseXml(this.text(path)));
  }
  set(path: string, text: string): void {
    this.parts.set(path, strToU8(text.replace(/^(<\?xml[^>]*encoding=["'])utf-16/i, '$1UTF-8')));
  }
  delete(path: string): void {
    this.parts.delete(path);
    this.parts.delete(relationshipsPath(path));
  }

  relationships(path: string): Relationship[] {
    const own = relationshipsPath(path);
    if (!this.has(own)) return [];
    return childrenOf(this.tree(own), 'Relationship').map((entry) => {
      const external = attributeOf(entry, 'TargetMode') === 'External';
      const target = attributeOf(entry, 'Target') ?? '';
      return {
        id: attributeOf(entry, 'Id') ?? '',
        type: (attributeOf(entry, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolve(path, target),
        external,
      };
    });
  }
  /** Relates a part to another and returns the new identifier. */
  relate(path: string, type: string, target: string): string {
    const own = relationshipsPath(path);
    const root = this.has(own) ? this.tree(own) : element('Relationships', { xmlns: RELATIONSHIPS });
    const taken = new Set(childrenOf(root, 'Relationship').map((entry) => attributeOf(entry, 'Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    const full = type.includes(':') ? type : `${OFFICE_RELATIONSHIPS}/${type}`;
    root.children.push(element(prefixed(root, 'Relationship'), { Id: id, Type: full, Target: relative(path, target) }));
    this.set(own, xmlDocument(root));
    return id;
  }
  /** Takes away the relationships of a part that `drop` names. */
  unrelate(path: string, drop: (relationship: Relationship) => boolean): void {
    const gone = new Set(
      this.relationships(path)
        .filter(drop)
        .map((entry) => entry.id),
    );
    if (gone.size === 0) return;
    const own = relationshipsPath(path);
    const root = this.tree(own);
    root.children = root.children.filter(
      (entry) => typeof entry === 'string' || !gone.has(attributeOf(entry, 'Id') ?? ''),
    );
    this.set(own, xmlDocument(root));
  }

  contentType(path: string): string {
    const root = this.tree(CONTENT_TYPES);
    const override = childrenOf(root, 'Override').find(
      (entry) => attributeOf(entry, 'PartName')?.toLowerCase() === `/${path.toLowerCase()}`,
    );
    const fallback = childrenOf(root, 'Default').find(
      (entry) => attributeOf(entry, 'Extension')?.toLowerCase() === path.split('.').at(-1)?.toLowerCase(),
    );
    return attributeOf(override ?? fallback ?? root, 'ContentType') ?? '';
  }
  /** Declares types of parts and of file endings, and forgets those of parts that are gone. */
  declare(types: ReadonlyMap<string, string>, endings: ReadonlyMap<string, string>): void {
    const root = this.tree(CONTENT_TYPES);
    const known = new Set(childrenOf(root, 'Default').map((entry) => attributeOf(entry, 'Extension')?.toLowerCase()));
    const defaults = [...endings]
      .filter(([ending]) => !known.has(ending))
      .map(([ending, type]) => element(prefixed(root, 'Default'), { Extension: ending, ContentType: type }));
    const overrides = [...types].map(([path, type]) =>
      element(prefixed(root, 'Override'), { PartName: `/${path}`, ContentType: type }),
    );
    root.children = [...defaults, ...root.children.filter((entry) => this.isDeclared(entry, types)), ...overrides];
    this.set(CONTENT_TYPES, xmlDocument(root));
  }
  private isDeclared(entry: XmlElement | string, renewed: ReadonlyMap<string, string>): boolean {
    const path = typeof entry === 'string' ? undefined : attributeOf(entry, 'PartName')?.slice(1);
    return path === undefined || (!renewed.has(path) && this.has(path));
  }

  bytes(): Uint8Array {
    const packed: Zippable = {};
    const order = (path: string): number => (path === CONTENT_TYPES ? 0 : path.startsWith('_rels/') ? 1 : 2);
    for (const path of this.paths().sort((a, b) => order(a) - order(b))) {
      const stored = /\.(png|jpe?g|gif|zip)$/i.test(path);
      // A fixed time of writing: the same workbook gives the same bytes.
      packed[path] = [this.parts.get(path) ?? new Uint8Array(), { level: stored ? 0 : 6, mtime: '1980-01-01' }];
    }
    return zipSync(packed);
  }
}

/** Unpacks a workbook, or says in plain words why it cannot be one. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOtherFormats(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unpack(bytes))) {
    const path = name.replaceAll('\\', '/').replace(/^\//, '');
    if (!path.endsWith('/')) parts.set(path, content);
  }
  if (parts.has('mimetype'))
    throw new Error('This is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx) first.');
  if (!parts.has(CONTENT_TYPES)) throw new Error('This zip file is not an Excel workbook: it has no list of contents.');
  return new Package(parts);
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const tooLarge = new Error('This workbook is too large: unpacked it would exceed 200 MB.');
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        count++;
        if (total > LIMITS.unpackedBytes || count > LIMITS.parts) throw tooLarge;
        return true;
      },
    });
  } catch (error) {
    if (error === tooLarge) throw tooLarge;
    throw new Error('This file is damaged: it begins like an Excel workbook but cannot be unpacked.', { cause: error });
  }
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) throw new Error('This file is empty.');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    const encrypted =
      new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage') ||
      new TextDecoder('utf-16le').decode(bytes.subarray(1)).includes('EncryptedPackage');
    throw new Error(
      encrypted
        ? 'This workbook is protected by a password. Take the password off (File, Info, Protect Workbook) and try again.'
        : 'This is an old Excel file (.xls). Save it as an Excel workbook (.xlsx) first.',
    );
  }
  if (!starts(0x50, 0x4b))
    throw new Error(
      'This is not an Excel workbook (.xlsx). A text or .csv file must be opened in Excel and saved as .xlsx first.',
    );
}

/** Runs a reader over a part and names the part where it is malformed. */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(
      `This workbook is damaged: its part ${path} cannot be read (${error instanceof Error ? error.message : 'unknown'}).`,
      { cause: error },
    );
  }
}

/** A name with the prefix of its parent, for documents that write `<x:sheet>`. */
export function prefixed(parent: XmlElement, name: string): string {
  const colon = parent.name.indexOf(':');
  return colon < 0 ? name : `${parent.name.slice(0, colon)}:${name}`;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** A target as seen from a part: `../tables/table1.xml`. Not every program follows a path from the root. */
function relative(from: string, target: string): string {
  const [start, end] = [from.split('/').slice(0, -1), target.split('/')];
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
