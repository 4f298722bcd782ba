/**
 * House styles within a workbook's own styles part: fonts, fills, borders and formats are added behind the
 * user's (or found again from an earlier run), so that nothing of the user's changes its number.
 */
import { COLOURS, STYLES, type CellLook } from '../looks';
import type { StyleName } from '../workbook';
import { prefixed } from './package';
import { attributeOf, childOf, childrenOf, element, localName, xmlText } from './xml';
import type { XmlElement } from './xml';

/** The order in which a styles part holds its lists (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
/** Numbers below are Excel's own formats. */
const FIRST_OWN_FORMAT = 164;
const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);

/** Width of a digit in ems, of fonts that Normal styles have; measured from their tables of widths. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['Calibri', 0.507],
  ['Arial', 0.556],
  ['Aptos Narrow', 0.497],
  ['Aptos', 0.561],
  ['Cambria', 0.554],
  ['Times New Roman', 0.5],
  ['Verdana', 0.636],
  ['Tahoma', 0.546],
  ['Segoe UI', 0.539],
]);
const USUAL_DIGIT = 0.52;

/** What a cell's format depends on. */
export interface Format {
  readonly style: StyleName;
  readonly format?: string;
  readonly indent?: number;
  /** Text that begins like a formula stays text when it is edited. */
  readonly quoted: boolean;
}

/** The styles part of a workbook while sheets are written. */
export class Styles {
  private readonly known = new Map<string, number>();

  constructor(private readonly root: XmlElement) {}

  /** Pixels of a digit in the workbook's Normal style, by which it measures the width of columns. */
  digitWidth(): number {
    const normal = childrenOf(this.list('cellStyleXfs'), 'xf')[0];
    const font = childrenOf(this.list('fonts'), 'font')[Number(normal ? attributeOf(normal, 'fontId') : 0)];
    const value = (name: string): string => {
      const found = childOf(font, name);
      return (found && attributeOf(found, 'val')) ?? '';
    };
    const size = Number(value('sz')) || 11;
    return Math.max(1, Math.round((DIGITS.get(value('name')) ?? USUAL_DIGIT) * size * (96 / 72)));
  }

  /** Index of the cell format; the same one for the same look. */
  cell({ style, format, indent, quoted }: Format): number {
    const key = [style, format ?? '', indent ?? 0, quoted].join('|');
    const found = this.known.get(key) ?? this.addCell(STYLES[style], style, format ?? 'General', indent ?? 0, quoted);
    this.known.set(key, found);
    return found;
  }

  private addCell(look: CellLook, style: StyleName, format: string, indent: number, quoted: boolean): number {
    const fill = look.fill === undefined ? 0 : this.add('fills', solid(COLOURS[look.fill]));
    const border =
      look.border === undefined ? this.add('borders', borderOf({})) : this.add('borders', borderOf(EDGES[look.border]));
    const xf = element(
      'xf',
      {
        numFmtId: this.numberFormat(format),
        fontId: this.add('fonts', fontOf(look)),
        fillId: fill,
        borderId: border,
        xfId: 0,
        quotePrefix: quoted ? 1 : undefined,
        applyNumberFormat: 1,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        applyAlignment: 1,
        applyProtection: 1,
      },
      alignmentOf(look, indent),
      element('protection', { locked: style === 'input' ? 0 : 1 }),
    );
    return this.add('cellXfs', xf);
  }

  /** Index of a look for conditional formats: bold, colour and fill. */
  condition(style: StyleName): number {
    const look: CellLook = STYLES[style];
    const font = element(
      'font',
      {},
      ...(look.bold ? [element('b', { val: 1 })] : []),
      element('color', { rgb: `FF${COLOURS[look.colour]}` }),
    );
    const fill =
      look.fill === undefined
        ? []
        : [
            element(
              'fill',
              {},
              element(
                'patternFill',
                { patternType: 'solid' },
                element('fgColor', { rgb: `FF${COLOURS[look.fill]}` }),
                element('bgColor', { rgb: `FF${COLOURS[look.fill]}` }),
              ),
            ),
          ];
    return this.add('dxfs', element('dxf', {}, font, ...fill));
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN_FORMATS.get(code);
    if (builtIn !== undefined) return builtIn;
    const existing = childrenOf(this.list('numFmts'), 'numFmt');
    const same = existing.find((entry) => attributeOf(entry, 'formatCode') === code);
    if (same) return Number(attributeOf(same, 'numFmtId'));
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...existing.map((entry) => Number(attributeOf(entry, 'numFmtId')))) + 1;
    this.add('numFmts', element('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  /** Adds an entry to a list unless the same is there; returns its index. */
  private add(list: string, entry: XmlElement): number {
    const parent = this.list(list);
    const own = withPrefix(entry, parent);
    const text = xmlText(own);
    const entries = parent.children.filter((child): child is XmlElement => typeof child !== 'string');
    const same = entries.findIndex((child) => xmlText(child) === text);
    if (same >= 0) return same;
    parent.children.push(own);
    parent.attributes.count = String(entries.length + 1);
    return entries.length;
  }

  private list(name: string): XmlElement {
    const existing = childOf(this.root, name);
    if (existing) return existing;
    const made = element(prefixed(this.root, name));
    const later = ORDER.slice(ORDER.indexOf(name) + 1);
    const at = this.root.children.findIndex(
      (child) => typeof child !== 'string' && later.includes(localName(child.name)),
    );
    this.root.children.splice(at < 0 ? this.root.children.length : at, 0, made);
    return made;
  }
}

function withPrefix(entry: XmlElement, parent: XmlElement): XmlElement {
  return {
    ...entry,
    name: prefixed(parent, entry.name),
    children: entry.children.map((child) => (typeof child === 'string' ? child : withPrefix(child, parent))),
  };
}

function fontOf(look: CellLook): XmlElement {
  return element(
    'font',
    {},
    ...(look.bold ? [element('b')] : []),
    ...(look.italic ? [element('i')] : []),
    element('sz', { val: look.size }),
    element('color', { rgb: `FF${COLOURS[look.colour]}` }),
    element('name', { val: 'Arial' }),
    element('family', { val: 2 }),
  );
}

function solid(colour: string): XmlElement {
  return element(
    'fill',
    {},
    element(
      'patternFill',
      { patternType: 'solid' },
      element('fgColor', { rgb: `FF${colour}` }),
      element('bgColor', { indexed: 64 }),
    ),
  );
}

type Edges = Partial<
  Record<'left' | 'right' | 'top' | 'bottom', readonly [line: string, colour: keyof typeof COLOURS]>
>;
const EDGES: Readonly<Record<NonNullable<CellLook['border']>, Edges>> = {
  frame: {
    left: ['thin', 'inputFrame'],
    right: ['thin', 'inputFrame'],
    top: ['thin', 'inputFrame'],
    bottom: ['thin', 'inputFrame'],
  },
  rule: { bottom: ['hair', 'rule'] },
  total: { top: ['thin', 'navy'], bottom: ['thin', 'navy'] },
  grand: { top: ['thin', 'navy'], bottom: ['double', 'navy'] },
};

function borderOf(edges: Edges): XmlElement {
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((side) => {
    const edge = edges[side];
    return edge ? element(side, { style: edge[0] }, element('color', { rgb: `FF${COLOURS[edge[1]]}` })) : element(side);
  });
  return element('border', {}, ...sides, element('diagonal'));
}

/** Everything stands in the middle of its row, so that a label is level with the paragraph beside it. */
function alignmentOf(look: CellLook, indent: number): XmlElement {
  const horizontal = look.align === 'centre' ? 'center' : (look.align ?? (indent > 0 ? 'left' : undefined));
  return element('alignment', {
    horizontal,
    vertical: 'center',
    wrapText: look.wrap ? 1 : undefined,
    indent: indent > 0 ? indent : undefined,
  });
}
