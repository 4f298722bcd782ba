/**
 * The paints of charts and of the swatches that stand for them in a table: tints of the accent from largest
 * to smallest, greys for what is there already, hatching for offsets. In forced colours, patterns alone.
 */
import { BRAND, type Appearance } from '../appearance';

export type Pattern = 'none' | 'falling' | 'dots' | 'rising' | 'upright' | 'level' | 'hatch';

/** How one part is drawn: a fill, an edge around pale fills, lines over it. */
export interface Paint {
  readonly fill: string;
  readonly edge: string;
  readonly pattern: Pattern;
  readonly line: string;
}

/** Colours of everything in a chart that is no part of the stack. */
export interface Ink {
  readonly page: string;
  readonly text: string;
  readonly caption: string;
  readonly grid: string;
  readonly axis: string;
  readonly limit: string;
}

const plain = (fill: string, edge = fill): Paint => ({ fill, edge, pattern: 'none', line: fill });
const lined = (pattern: Pattern, fill = 'Canvas', line = 'CanvasText'): Paint => ({
  fill,
  edge: 'CanvasText',
  pattern,
  line,
});

const LIGHT = [
  plain(BRAND[80]),
  plain(BRAND[110]),
  plain(BRAND[140], BRAND[80]),
  plain(BRAND[150], BRAND[80]),
  plain(BRAND[100]),
  plain(BRAND[160], BRAND[80]),
];
const DARK = [
  plain(BRAND[120]),
  plain(BRAND[100]),
  plain(BRAND[140]),
  plain(BRAND[50], BRAND[120]),
  plain(BRAND[90]),
  plain(BRAND[30], BRAND[120]),
];
const FORCED = [
  plain('CanvasText'),
  lined('falling'),
  lined('dots'),
  lined('rising'),
  lined('upright'),
  lined('level'),
];
const GREYS = {
  light: [plain('#8a8a8a'), plain('#c7c7c7', '#707070'), plain('#616161'), plain('#e6e6e6', '#707070')],
  dark: [plain('#9e9e9e'), plain('#5c5c5c', '#adadad'), plain('#c7c7c7'), plain('#3d3d3d', '#adadad')],
  forced: [lined('falling'), lined('dots'), lined('rising'), lined('level')],
} as const;

const TINTS: Readonly<Record<Appearance, readonly Paint[]>> = { light: LIGHT, dark: DARK, forced: FORCED };

/** How many parts have a paint of their own; smaller ones share the last. */
export const PAINTS = 6;

export function tint(appearance: Appearance, index: number): Paint {
  const paints = TINTS[appearance];
  return paints[Math.min(index, paints.length - 1)] ?? plain(BRAND[80]);
}

export function grey(appearance: Appearance, index: number): Paint {
  const paints = GREYS[appearance];
  return paints[index % paints.length] ?? plain('#8a8a8a');
}

/** What lowers the cost: grey and hatched. */
export function offset(appearance: Appearance): Paint {
  if (appearance === 'forced') return lined('upright');
  return appearance === 'light'
    ? { fill: '#ffffff', edge: '#808080', pattern: 'hatch', line: '#707070' }
    : { fill: '#292929', edge: '#9e9e9e', pattern: 'hatch', line: '#adadad' };
}

export function inkOf(appearance: Appearance): Ink {
  if (appearance === 'forced')
    return {
      page: 'Canvas',
      text: 'CanvasText',
      caption: 'CanvasText',
      grid: 'Canvas',
      axis: 'CanvasText',
      limit: 'Highlight',
    };
  return appearance === 'light'
    ? { page: '#ffffff', text: '#242424', caption: '#616161', grid: '#e0e0e0', axis: '#616161', limit: '#B10E1C' }
    : { page: '#292929', text: '#ffffff', caption: '#adadad', grid: '#525252', axis: '#adadad', limit: '#F1707B' };
}

/** Text that stays readable over a line or a column. */
export const haloed = (fill: string, ink: Ink) =>
  ({ fill, stroke: ink.page, strokeWidth: 3, strokeLinejoin: 'round', paintOrder: 'stroke' }) as const;
