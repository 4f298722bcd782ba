/**
 * Carries out one ProcessQuery request: object paths are resolved when an action first needs them, actions run in
 * order, and the first refusal ends the request with what was done before it kept, as Excel does (seen in
 * office.js: it reads the results before the failing action and takes the rest for missing).
 */
import type { ApiSet, ClassSurface } from './surface';
import { childOf, type Thing } from './thing';
import { refuse, Refusal, type Action, type Arguments, type ObjectPath, type Request, type Response } from './wire';

/** What a request runs against. */
export interface World {
  readonly root: Thing;
  readonly surface: ReadonlyMap<string, ClassSurface>;
  readonly supports: (set: ApiSet) => boolean;
  /** Things that the client holds by a handle, such as ranges. */
  readonly references: Map<string, Thing>;
  /** Objects that a client makes by the name of their type. */
  readonly services: ReadonlyMap<string, Thing>;
  /** Members that fail whatever the version says, with the code of their failure. */
  readonly forbidden: Map<string, string>;
  /** Told of every method called and property set ("Worksheet.Delete"), before it is done. */
  readonly uses: (member: string) => void;
}

export function execute(world: World, request: Request): Response {
  const found = new Map<number, Thing | null>();
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      // A trace has no target; its result makes office.js add or remove a handler of events (seen there).
      if (action.ActionType === 5) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
      } else results.push({ ActionId: action.Id, Value: act(world, request, found, action) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const location = error.location ?? `${typeOf(found.get(action.ObjectPathId))}.${action.Name}`;
      return {
        Results: results,
        TraceIds: traces,
        Error: { Code: error.code, Message: error.message, Location: location, ActionIndex: index },
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

const typeOf = (of: Thing | null | undefined): string => of?.type ?? 'Object';

function act(world: World, request: Request, found: Map<number, Thing | null>, action: Action): unknown {
  const target = resolve(world, request, found, action.ObjectPathId);
  if (target === null) return null; // a null object answers null to everything
  const values = argumentsOf(world, request, found, action.ArgumentInfo);
  switch (action.ActionType) {
    case 1:
      return handleOf(world, target);
    case 2:
      return query(world, target, action.QueryInfo?.Select ?? [], action.QueryInfo?.Expand ?? []);
    case 3:
      return call(world, target, action.Name, values);
    case 4:
      return put(world, target, action.Name, values[0]);
    default:
      throw refuse.notEmulated(`actions of type ${String(action.ActionType)}`);
  }
}

/** What a client keeps of an object: a handle for ranges, a key for members of collections. */
function handleOf(world: World, target: Thing): unknown {
  if (target.isReference === true) return { _ReferenceId: keep(world, target) };
  return target.id === undefined ? {} : { Id: target.id };
}

const handles = new WeakMap<Thing, string>();
let lastHandle = 0;

function keep(world: World, target: Thing): string {
  const id = handles.get(target) ?? `{REF-${String(++lastHandle)}}`;
  handles.set(target, id);
  world.references.set(id, target);
  return id;
}

function resolve(world: World, request: Request, found: Map<number, Thing | null>, id: number): Thing | null {
  const known = found.get(id);
  if (known !== undefined) return known;
  const path = request.ObjectPaths[String(id)];
  if (path === undefined) throw refuse.argument();
  const made = resolvePath(world, request, found, path);
  found.set(id, made);
  return made;
}

function resolvePath(world: World, request: Request, found: Map<number, Thing | null>, path: ObjectPath): Thing | null {
  if (path.ObjectPathType === 1) return world.services.get(request.partition ?? '') ?? world.root;
  if (path.ObjectPathType === 6) {
    const held = world.references.get(path.Name);
    if (held === undefined) throw refuse.missing();
    return held;
  }
  if (path.ObjectPathType === 7) return null;
  const service = path.ObjectPathType === 2 ? world.services.get(path.Name) : undefined;
  if (service !== undefined) return service;
  if (path.ParentObjectPathId === undefined) throw refuse.notEmulated(`new objects (${path.Name})`);
  const parent = resolve(world, request, found, path.ParentObjectPathId);
  if (parent === null) return null;
  const values = argumentsOf(world, request, found, path.ArgumentInfo);
  if (path.ObjectPathType === 4) return navigate(world, parent, path.Name);
  if (path.ObjectPathType === 5) return item(parent, values[0]);
  const made = call(world, parent, path.Name, values);
  return made as Thing | null; // the surface says that this method returns an object
}

function argumentsOf(
  world: World,
  request: Request,
  found: Map<number, Thing | null>,
  info: Arguments | undefined,
): unknown[] {
  return (info?.Arguments ?? []).map((value, n) => {
    const reference = info?.ReferencedObjectPathIds?.[n];
    return typeof reference === 'number' && reference > 0 ? resolve(world, request, found, reference) : value;
  });
}

/** The class of a thing, whose members alone exist. */
function classOf(world: World, of: Thing): ClassSurface {
  const found = world.surface.get(of.type);
  if (found === undefined) throw refuse.unknown();
  return found;
}

/** A member that exists in this version of Excel; otherwise it fails as Excel does. */
function member<T extends { readonly set: ApiSet }>(world: World, members: ReadonlyMap<string, T>, name: string): T {
  const known = members.get(name);
  if (known === undefined || !world.supports(known.set)) throw refuse.unknown();
  return known;
}

function navigate(world: World, of: Thing, name: string): Thing | null {
  const { type } = member(world, classOf(world, of).navigations, name);
  const made = of.navigations[name];
  if (made !== undefined) return made();
  if (of.bag === undefined) throw refuse.notEmulated(`${of.type}.${name}`);
  return childOf(of, name, type);
}

function item(of: Thing, key: unknown): Thing {
  if (of.indexer === undefined) throw refuse.notEmulated(`items of ${of.type}`);
  return of.indexer(key);
}

function call(world: World, of: Thing, name: string, values: readonly unknown[]): unknown {
  if (name === '_KeepReference') return null;
  if (name === '_RemoveReference') return release(world, values);
  notForbidden(world, of, name);
  if (of.isService !== true) member(world, classOf(world, of).methods, name);
  const method = of.methods[name];
  if (method === undefined) throw refuse.notEmulated(`${of.type}.${name}`);
  return method(...values) ?? null;
}

function release(world: World, values: readonly unknown[]): null {
  for (const id of values.flat()) world.references.delete(String(id));
  return null;
}

function notForbidden(world: World, of: Thing, name: string): void {
  world.uses(`${of.type}.${name}`);
  const code = world.forbidden.get(`${of.type}.${name}`);
  if (code !== undefined) throw new Refusal(code, `injected: ${of.type}.${name}`, `${of.type}.${name}`);
}

function put(world: World, of: Thing, name: string, value: unknown): null {
  notForbidden(world, of, name);
  const { settable, key } = member(world, classOf(world, of).scalars, name);
  if (!settable) throw refuse.denied();
  const access = of.scalars[key];
  if (access?.set !== undefined) access.set(value);
  else if (of.bag !== undefined) of.bag.set(key, value);
  else throw refuse.notEmulated(`setting ${of.type}.${name}`);
  return null;
}

/** What was asked for of an object, under its names on the wire; of a collection, of each of its items. */
function query(world: World, of: Thing, select: readonly string[], expand: readonly string[]): unknown {
  if (of.items !== undefined) return queryItems(world, of, select, expand);
  const { scalars, navigations, item: items } = classOf(world, of);
  if (items !== null && of.bag !== undefined) throw refuse.notEmulated(`items of ${of.type}`);
  const wanted = select.length > 0 && select[0] !== '*' ? select : [...scalars.values()].map((scalar) => scalar.name);
  const answer: Record<string, unknown> = { ...(handleOf(world, of) as object) };
  const below = new Map<string, string[]>();
  for (const name of wanted) {
    const [head = '', ...rest] = name.split('/');
    const wire = wireName(scalars, head);
    if (wire !== null && rest.length === 0) answer[wire] = read(world, of, wire);
    else if (wireName(navigations, head) !== null)
      below.set(head, [...(below.get(head) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    else if (head !== 'items' && head !== NOTHING) throw refuse.unknown();
  }
  for (const name of expand) if (!below.has(name)) below.set(name, []);
  for (const [name, names] of below) {
    const wire = wireName(navigations, name);
    if (wire === null) throw refuse.unknown();
    const child = navigate(world, of, wire);
    answer[wire] =
      child === null
        ? null
        : query(
            world,
            child,
            names.filter((one) => one !== 'items').map((one) => one.replace(/^items\//, '')),
            [],
          );
  }
  return answer;
}

/** What Microsoft's samples load of a collection to have its items alone: Excel has no such property, and passes it over. */
const NOTHING = 'NoPropertiesNeeded';

/** A collection: what it says of itself ("count"), and the rest of each of its items. */
function queryItems(world: World, of: Thing, select: readonly string[], expand: readonly string[]): unknown {
  const { scalars } = classOf(world, of);
  const own = select.flatMap((name) => wireName(scalars, name) ?? []);
  const rest = select.filter((name) => wireName(scalars, name) === null);
  const said = Object.fromEntries(own.map((wire) => [wire, read(world, of, wire)]));
  if (own.length > 0 && rest.length === 0) return said;
  return { ...said, _Items: (of.items?.() ?? []).map((one) => query(world, one, rest, expand)) };
}

function wireName(members: ReadonlyMap<string, { readonly name: string }>, name: string): string | null {
  for (const [wire, known] of members) if (known.name === name || wire === name) return wire;
  return null;
}

function read(world: World, of: Thing, wire: string): unknown {
  member(world, classOf(world, of).scalars, wire);
  const access = of.scalars[wire];
  if (access?.get !== undefined) return access.get();
  if (of.bag !== undefined) return of.bag.get(wire) ?? null;
  throw refuse.notEmulated(`reading ${of.type}.${wire}`);
}
