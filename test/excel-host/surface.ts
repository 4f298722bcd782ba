/**
 * Every class, property and method of Excel's object model with the requirement set it came in, taken from office.js
 * itself: the prototypes carry the names, and the guards in their source carry the sets. Nothing is typed by hand.
 */
import { bundleText, runBundle } from './bundle';

/** A requirement set: ["ExcelApi", "1.9"]. */
export type ApiSet = readonly [name: string, version: string];

/** `key` is the name it is read under: a few are set under another ("Gridlines" for "ShowGridlines"). */
export interface Scalar {
  readonly name: string;
  readonly key: string;
  readonly settable: boolean;
  readonly set: ApiSet;
}
export interface Navigation {
  readonly name: string;
  readonly type: string;
  readonly set: ApiSet;
}
/** A method; `type` is the class it returns, null where it returns a value. */
export interface Method {
  readonly name: string;
  readonly type: string | null;
  readonly set: ApiSet;
}

/** A class by its names on the wire (PascalCase). */
export interface ClassSurface {
  readonly name: string;
  readonly scalars: Map<string, Scalar>;
  readonly navigations: ReadonlyMap<string, Navigation>;
  readonly methods: ReadonlyMap<string, Method>;
  /** The class of `getItem` and of children, for collections. */
  readonly item: string | null;
}

const FIRST: ApiSet = ['ExcelApi', '1.1'];
const FILE = 'excel-web-16.00.debug.js';
let known: ReadonlyMap<string, ClassSurface> | undefined;

/** The surface, read once from the debug bundle, whose function bodies keep their words. */
export function surface(): ReadonlyMap<string, ClassSurface> {
  if (known !== undefined) return known;
  const classes = new Map<string, ClassSurface>();
  const { Excel: namespace } = runBundle(FILE);
  for (const [name, value] of Object.entries(namespace)) {
    const prototype: unknown = typeof value === 'function' ? value.prototype : undefined;
    if (typeof prototype === 'object' && prototype !== null && '_className' in prototype)
      classes.set(name, readClass(name, prototype));
  }
  for (const [type, property, wire] of otherNames()) {
    const scalar = classes.get(type)?.scalars.get(property);
    if (scalar !== undefined) classes.get(type)?.scalars.set(wire, scalar);
  }
  known = classes;
  return classes;
}

function readClass(name: string, prototype: object): ClassSurface {
  const bodies = bodiesOf(prototype);
  const scalars = new Map<string, Scalar>();
  const own = listOf(prototype, '_scalarPropertyNames');
  const wire = listOf(prototype, '_scalarPropertyOriginalNames');
  const settable = listOf(prototype, '_scalarPropertyUpdateable');
  own.forEach((property, n) => {
    const key = String(wire[n]);
    scalars.set(key, {
      name: String(property),
      key,
      settable: settable[n] === true,
      set: guard(bodies.get(String(property)) ?? ''),
    });
  });
  const navigations = new Map<string, Navigation>();
  const methods = new Map<string, Method>();
  let item: string | null = null;
  for (const [member, body] of bodies) {
    const made = /_create(?:AndInstantiate)?(Property|Method)Object\(Excel\.(\w+), this, "(\w+)"/.exec(body);
    if (made?.[1] === 'Property')
      navigations.set(made[3] ?? '', { name: member, type: made[2] ?? '', set: guard(body) });
    if (made?.[1] === 'Method') methods.set(made[3] ?? '', { name: member, type: made[2] ?? '', set: guard(body) });
    const invoked = /_invokeMethod\(this, "(\w+)"/.exec(body);
    if (invoked !== null) methods.set(invoked[1] ?? '', { name: member, type: null, set: guard(body) });
    const child = /_create(?:Indexer|ChildItem)Object\(Excel\.(\w+),/.exec(body);
    item = child?.[1] ?? item;
  }
  return { name, scalars, navigations, methods, item };
}

/** Properties that office.js sets under another name than it reads, found in its customisations. */
function otherNames(): readonly (readonly [type: string, property: string, wire: string])[] {
  const pattern =
    /function ([A-Za-z]+)_(\w+)_Set\(thisObj, value\) \{(?:(?!\n {8}\})[^])*?_invokeSetProperty\(thisObj, "(\w+)"/g;
  return [...bundleText(FILE).matchAll(pattern)].map(
    ([, type = '', property = '', wire = '']) => [type, property, wire] as const,
  );
}

/** The source of every getter, setter and method that a class itself defines. */
function bodiesOf(prototype: object): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const parts = ['get', 'set', 'value']
      .map((part): unknown => Reflect.get(descriptor, part))
      .filter((part) => typeof part === 'function');
    if (parts.length > 0) bodies.set(name, parts.map((part) => Function.prototype.toString.call(part)).join('\n'));
  }
  return bodies;
}

function listOf(prototype: object, name: string): readonly unknown[] {
  const value: unknown = Reflect.get(prototype, name);
  return Array.isArray(value) ? value : [];
}

function guard(body: string): ApiSet {
  const found = /_throwIfApiNotSupported\("[^"]+", (?:"(\w+)"|_defaultApiSetName), "([\d.]+)"/.exec(body);
  return found === null ? FIRST : [found[1] ?? 'ExcelApi', found[2] ?? '1.1'];
}
