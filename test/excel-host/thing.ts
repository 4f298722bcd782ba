/** An object of Excel's as the host holds it. Which members it has is the surface's business, not its own. */

/** How a property is read and set; without an entry it is a property that the host does not emulate. */
export interface Access {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
}

export interface Thing {
  /** Name of its class in the surface. */
  readonly type: string;
  /** Key under which its collection finds it again. */
  readonly id?: string;
  /** True for ranges, which the client refers to by a handle of the host's. */
  readonly isReference?: boolean;
  /** True for services of Office itself, which no surface of Excel's lists. */
  readonly isService?: true;
  readonly scalars: Readonly<Record<string, Access>>;
  readonly methods: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Objects behind properties; null is a null object. */
  readonly navigations: Readonly<Record<string, () => Thing | null>>;
  /** Members of a collection. */
  readonly items?: () => readonly Thing[];
  readonly indexer?: (key: unknown) => Thing;
  /**
   * Where set, every property of the surface can be set and read back, and every object below is of this kind too.
   * So are things whose properties do nothing but look: charts, axes, fonts, page layouts.
   */
  readonly bag?: Map<string, unknown>;
  readonly children: Map<string, Thing>;
}

type Parts = Partial<Omit<Thing, 'type' | 'children'>>;

export const thing = (type: string, parts: Parts): Thing => ({
  scalars: {},
  methods: {},
  navigations: {},
  ...parts,
  type,
  children: new Map(),
});

/** Methods of things that only look, by class. */
const LOOKING: Readonly<Record<string, (bag: Map<string, unknown>) => Thing['methods']>> = {
  ChartFill: (bag) => ({
    SetSolidColor: (colour) => {
      bag.set('Solid', colour);
    },
    Clear: () => {
      bag.set('Solid', 'none');
    },
  }),
  ChartAxis: (bag) => ({
    SetPositionAt: (value) => {
      bag.set('PositionAt', value);
    },
  }),
  ChartTitle: (bag) => ({
    GetSubstring: (start, length) => {
      const part = look('ChartFormatString');
      bag.set(`Substring ${String(start)}, ${String(length)}`, part);
      return part;
    },
  }),
  ChartLineFormat: (bag) => ({
    Clear: () => {
      bag.set('LineStyle', 'None');
    },
  }),
};

/** A thing that only looks. `bag` holds what was set on it. */
export function look(type: string, parts: Parts = {}): Thing {
  const bag = parts.bag ?? new Map<string, unknown>();
  return thing(type, { ...parts, bag, methods: { ...LOOKING[type]?.(bag), ...parts.methods } });
}

/** The object behind a property of a thing that only looks, made when first asked for. */
export function childOf(parent: Thing, name: string, type: string): Thing {
  const known = parent.children.get(name);
  if (known !== undefined) return known;
  const made = look(type);
  parent.children.set(name, made);
  return made;
}

/** What was set on a thing and on all below it, as "Axes.ValueAxis.NumberFormat": for assertions. */
export function settings(of: Thing, path = ''): Readonly<Record<string, unknown>> {
  const own = [...(of.bag ?? [])].map(([name, value]) => [path + name, value] as const);
  const below = [...of.children].flatMap(([name, child]) => Object.entries(settings(child, `${path}${name}.`)));
  return Object.fromEntries([...own, ...below]);
}
