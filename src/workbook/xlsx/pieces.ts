/** Every piece of text and every number of a file, part by part, wherever it can stand: for searching a copy before it leaves. */
import { openPackage } from './package';
import type { XmlElement } from './xml';

/** A piece, and what kind of place it stands in. */
export interface FilePiece {
  readonly place:
    | 'Cells, also hidden'
    | 'Formulas and names'
    | 'Chart data and labels'
    | 'Notes, comments, alt text'
    | 'Pivot, link and query caches'
    | 'Document properties';
  readonly at: string;
  readonly text: string;
  /** True for a number of a cell, or of a chart's memory of one. */
  readonly number: boolean;
}

type Place = FilePiece['place'];

/** Attributes that hold words or formulas; others are geometry and identifiers. */
const SAYING: ReadonlySet<string> = new Set([
  'descr',
  'title',
  'name',
  'displayname',
  'formatcode',
  'prompt',
  'error',
  'prompttitle',
  'errortitle',
  'display',
  'tooltip',
  'location',
  'text',
  'caption',
  'author',
  'target',
  'command',
  'comment',
]);
/** Elements that hold formulas. */
const FORMULAS: ReadonlySet<string> = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedname',
  'calculatedcolumnformula',
]);

const bare = (name: string): string => (name.split(':').at(-1) ?? name).toLowerCase();

function placeOf(path: string): Place {
  const at = path.toLowerCase();
  if (/pivot|externallink|querytable|connections|slicer|timeline|model\//.test(at))
    return 'Pivot, link and query caches';
  if (/\/charts?|chartex/.test(at)) return 'Chart data and labels';
  if (/comment|drawing|media|notes|vml/.test(at)) return 'Notes, comments, alt text';
  if (/docprops|customxml|custom\.xml/.test(at)) return 'Document properties';
  if (/worksheets|sharedstrings|tables\//.test(at)) return 'Cells, also hidden';
  return 'Formulas and names';
}

/** References in a formula are no numbers: C1209 is a place. */
const withoutPlaces = (formula: string): string => formula.replace(/\$?[A-Z]{1,3}\$?\d{1,7}(?![\d.])/g, ' ');

function* piecesOf(node: XmlElement, path: string, place: Place, cell: string): Generator<FilePiece> {
  const name = bare(node.name);
  const here = name === 'c' ? (node.attributes['r'] ?? cell) : cell;
  const at = here === '' ? path : `${path} ${here}`;
  const text = node.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const typed = node.children.length > 0 && text !== '';
  if (typed) {
    const formula = FORMULAS.has(name);
    const number = name === 'v' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
    yield { place: formula ? 'Formulas and names' : place, at, text: formula ? withoutPlaces(text) : text, number };
  }
  for (const [attribute, value] of Object.entries(node.attributes))
    if (SAYING.has(bare(attribute)) && value !== '')
      yield { place: bare(attribute) === 'formatcode' ? 'Formulas and names' : place, at, text: value, number: false };
  for (const child of node.children) if (typeof child !== 'string') yield* piecesOf(child, path, place, here);
}

/** All pieces of a file. A part that is no XML is one piece: its bytes as text. */
export function* filePieces(bytes: Uint8Array): Generator<FilePiece> {
  const pkg = openPackage(bytes);
  for (const path of pkg.paths()) {
    const place = placeOf(path);
    if (/\.(xml|rels|vml)$/i.test(path)) yield* piecesOf(pkg.tree(path), path, place, '');
    else yield { place, at: path, text: pkg.text(path), number: false };
  }
}
