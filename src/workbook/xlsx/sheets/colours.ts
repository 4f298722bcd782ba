/** Colours of an .xlsx file as RRGGBB: written out, indexed, or taken from the theme and tinted. */
import { attribute, first, type Element } from './xml';

// The palette of Excel 97, still meant by `indexed` (ECMA-376 part 1, 18.8.27).
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

const ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The twelve colours of a theme, in the order in which cells count them. */
export function themeColours(theme: Element | undefined): readonly string[] {
  const scheme = first(first(theme, 'themeElements'), 'clrScheme');
  return ORDER.map((name) => {
    const entry = first(scheme, name);
    return attribute(first(entry, 'srgbClr'), 'val') || attribute(first(entry, 'sysClr'), 'lastClr') || '000000';
  });
}

/** Lighter (towards white) for a tint above 0, darker for one below. */
function tinted(colour: string, tint: number): string {
  const channel = (start: number): string => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(Math.min(255, Math.max(0, moved)))
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return channel(0) + channel(2) + channel(4);
}

/** The colour an element names, or null for the reader's own ("automatic"). */
export function colourOf(element: Element | undefined, theme: readonly string[]): string | null {
  if (element === undefined) return null;
  const rgb = attribute(element, 'rgb');
  if (/^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return rgb.slice(-6).toUpperCase();
  const indexed = attribute(element, 'indexed');
  if (indexed !== '') return PALETTE[Number(indexed)] ?? null;
  const base = theme[Number(attribute(element, 'theme') || Number.NaN)];
  return base === undefined ? null : tinted(base, Number(attribute(element, 'tint') || 0));
}
