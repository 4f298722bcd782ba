/** The rules of an add-in only manifest, after Microsoft's pages on element order, icons, strings and addresses. */
import { XMLParser } from 'fast-xml-parser';

/** An element with its attributes, its text and its children in document order. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly Element[];
}

const ROOT_ORDER = [
  ...['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'],
  ...['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions'],
  ...['VersionOverrides', 'ExtendedOverrides'],
];
const OPTIONAL = new Set(['AlternateId', 'AppDomains', 'ExtendedOverrides']);
const ORDERS: readonly (readonly [parent: string, order: readonly string[]])[] = [
  ['OfficeApp', ROOT_ORDER],
  ['VersionOverrides', ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo']],
  ['Host', ['Runtimes', 'AllFormFactors', 'DesktopFormFactor']],
  ['AllFormFactors', ['ExtensionPoint']],
  ['DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
  ['ExtensionPoint', ['Script', 'Page', 'Metadata', 'Namespace', 'CustomTab']],
  ['CustomTab', ['Group', 'Label']],
  ['GetStarted', ['Title', 'Description', 'LearnMoreUrl']],
  ['Group', ['Label', 'Icon', 'Control']],
  ['Control', ['Label', 'Supertip', 'Icon', 'Action']],
  ['Supertip', ['Title', 'Description']],
  ['Action', ['TaskpaneId', 'SourceLocation', 'FunctionName', 'Title']],
  ['Resources', ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']],
];
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RIBBON_ICONS = ['16', '32', '80'];
/** Which section of the resources an element's resid must name. */
const SORTS = new Map([
  ['Label', 'bt:ShortStrings'],
  ['Title', 'bt:ShortStrings'],
  ['Description', 'bt:LongStrings'],
  ['bt:Image', 'bt:Images'],
  ['SourceLocation', 'bt:Urls'],
  ['FunctionFile', 'bt:Urls'],
  ['LearnMoreUrl', 'bt:Urls'],
  ['Runtime', 'bt:Urls'],
  ['Namespace', 'bt:ShortStrings'],
]);
const LIMITS = new Map([
  ['bt:ShortStrings', 125],
  ['bt:LongStrings', 250],
]);

type Node = Readonly<Record<string, unknown>>;

function element(node: Node): Element | null {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined) return null;
  const inside = node[name] as readonly Node[];
  const attributes = (node[':@'] ?? {}) as Readonly<Record<string, string>>;
  return {
    name,
    attributes: new Map(Object.entries(attributes)),
    text: inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
    children: inside.map(element).filter((child) => child !== null),
  };
}

/** Reads a manifest, keeping the order of its elements. */
export function read(xml: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true,
  });
  const nodes = parser.parse(xml) as readonly Node[];
  const root = nodes.map(element).find((found) => found?.name === 'OfficeApp');
  if (root === undefined || root === null) throw new Error('no OfficeApp element');
  return root;
}

/** An element and all below it. */
function all(from: Element): readonly Element[] {
  return [from, ...from.children.flatMap(all)];
}

function orderFaults(root: Element): readonly string[] {
  return all(root).flatMap((parent) => {
    const order = ORDERS.find(([name]) => name === parent.name)?.[1];
    if (order === undefined) return [];
    const places = parent.children.map(({ name }) => order.indexOf(name));
    const unknown = parent.children.filter(({ name }) => !order.includes(name));
    const wrong = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
    return [
      ...unknown.map(({ name }) => `${parent.name} may not hold ${name}`),
      ...(wrong ? [`the elements of ${parent.name} are out of order`] : []),
    ];
  });
}

function rootFaults(root: Element): readonly string[] {
  const child = (name: string): Element | undefined => root.children.find((one) => one.name === name);
  const text = (name: string): string => child(name)?.text ?? '';
  const set = all(root).find(({ name, attributes }) => name === 'Set' && attributes.get('Name') === 'ExcelApi');
  const hosts = child('Hosts')?.children.map(({ attributes }) => attributes.get('Name'));
  return [
    ...ROOT_ORDER.filter((name) => !OPTIONAL.has(name) && child(name) === undefined).map(
      (name) => `${name} is missing`,
    ),
    ...(root.attributes.get('xsi:type') === 'TaskPaneApp' ? [] : ['the add-in is not a TaskPaneApp']),
    ...(GUID.test(text('Id')) ? [] : [`Id ${text('Id')} is not a GUID`]),
    ...(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(text('Version')) ? [] : [`Version ${text('Version')} is not a version`]),
    ...(text('Permissions') === 'ReadWriteDocument' ? [] : ['Permissions must be ReadWriteDocument']),
    ...(hosts?.length === 1 && hosts[0] === 'Workbook' ? [] : ['the host must be Workbook']),
    ...(set?.attributes.get('MinVersion') === '1.9' ? [] : ['the requirement must be ExcelApi 1.9']),
  ];
}

function addressFaults(root: Element): readonly string[] {
  return all(root).flatMap(({ name, attributes }) => {
    const value = attributes.get('DefaultValue') ?? '';
    const address = /Url$|^SourceLocation$|^bt:Image$/.test(name) && attributes.has('DefaultValue');
    if (!address) return [];
    return value.startsWith('https://') && value.length <= 2048
      ? []
      : [`${name} ${value} is not a short https address`];
  });
}

function resourceFaults(root: Element): readonly string[] {
  const sections = all(root).find(({ name }) => name === 'Resources')?.children ?? [];
  const resources = sections.flatMap((section) =>
    section.children.map((one) => ({ section: section.name, id: one.attributes.get('id') ?? '', one })),
  );
  const uses = all(root).filter(({ attributes }) => attributes.has('resid'));
  const used = new Set(uses.map(({ attributes }) => attributes.get('resid')));
  return [
    ...uses.flatMap((use) => {
      const id = use.attributes.get('resid') ?? '';
      const found = resources.filter((resource) => resource.id === id);
      if (found.length !== 1) return [`${use.name} names ${id}: no resource, or more than one`];
      const sort = SORTS.get(use.name);
      return found[0]?.section === sort ? [] : [`${use.name} names ${id}, which is not among ${String(sort)}`];
    }),
    ...resources.flatMap(({ section, id, one }) => {
      const length = one.attributes.get('DefaultValue')?.length ?? 0;
      const limit = LIMITS.get(section) ?? Infinity;
      return [
        ...(id.length > 32 ? [`${id} is longer than 32 characters`] : []),
        ...(used.has(id) ? [] : [`${id} is unused`]),
        ...(length === 0 || length > limit
          ? [`${id} has ${String(length)} of at most ${String(limit)} characters`]
          : []),
      ];
    }),
  ];
}

/** Pane, functions and buttons must name one and the same page, and ids must differ. */
function sharedFaults(root: Element): readonly string[] {
  const resid = (name: string, within: Element = root): readonly (string | undefined)[] =>
    all(within)
      .filter((one) => one.name === name && one.attributes.has('resid'))
      .map((one) => one.attributes.get('resid'));
  const page = all(root).find(({ name }) => name === 'Page');
  const pages = [
    ...resid('Runtime'),
    ...resid('FunctionFile'),
    ...(page === undefined ? [] : resid('SourceLocation', page)),
  ];
  const ids = all(root).flatMap(({ name, attributes }) =>
    ['Group', 'Control', 'CustomTab'].includes(name) ? [attributes.get('id') ?? ''] : [],
  );
  const overrides = all(root).find(({ name }) => name === 'ExtendedOverrides');
  return [
    ...(new Set(pages).size > 1 ? [`one runtime is shared, and its pages differ: ${pages.join(', ')}`] : []),
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${id} stands twice`),
    ...(overrides === undefined || overrides.attributes.get('Url')?.startsWith('https://') === true
      ? []
      : ['ExtendedOverrides is no https address']),
  ];
}

/** Width × height of a PNG, from its header. */
export function pixels(png: Buffer): string {
  const signature = png.subarray(1, 4).toString('latin1');
  if (signature !== 'PNG') throw new Error('not a PNG');
  return `${String(png.readUInt32BE(16))} × ${String(png.readUInt32BE(20))}`;
}

function iconFaults(root: Element, icon: (file: string) => Buffer): readonly string[] {
  const images = all(root).filter(({ name, attributes }) => name === 'bt:Image' && attributes.has('DefaultValue'));
  const address = (id: string | undefined): string | undefined =>
    images.find(({ attributes }) => attributes.get('id') === id)?.attributes.get('DefaultValue');
  const stated = all(root).flatMap(({ name, attributes }) => {
    const value = attributes.get('DefaultValue');
    if (name === 'IconUrl') return [{ name, size: '32', value }];
    if (name === 'HighResolutionIconUrl') return [{ name, size: '64', value }];
    const id = attributes.get('resid');
    if (name !== 'bt:Image' || id === undefined) return [];
    return [{ name: id, size: attributes.get('size') ?? '', value: address(id) }];
  });
  const sets = all(root).filter(({ name }) => name === 'Icon');
  return [
    ...stated.flatMap(({ name, size, value }) => {
      if (value === undefined) return [];
      const real = pixels(icon(new URL(value).pathname.slice(1)));
      return real === `${size} × ${size}` ? [] : [`${name} should be ${size} pixels wide and high, and is ${real}`];
    }),
    ...sets.flatMap((set) => {
      const sizes = set.children.map(({ attributes }) => attributes.get('size'));
      return RIBBON_ICONS.filter((size) => !sizes.includes(size)).map((size) => `an icon of ${size} pixels is missing`);
    }),
  ];
}

/** Every rule the manifest breaks, in words; `icon` reads a picture by its path under the base address. */
export function faultsOf(root: Element, icon: (file: string) => Buffer): readonly string[] {
  return [
    ...orderFaults(root),
    ...rootFaults(root),
    ...addressFaults(root),
    ...resourceFaults(root),
    ...sharedFaults(root),
    ...iconFaults(root, icon),
  ];
}
