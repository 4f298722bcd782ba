/** The four dimensions of what holds a plan back: colour, pattern and letter say the same, and so do position and words. */
import type { Dimension } from '../../engine/realisation-assumptions';
import type { Appearance } from '../appearance';
import type { Paint, Pattern } from './paints';

/** In the order of their lanes, with the letters of their chips. */
export const DIMENSIONS: readonly { readonly name: Dimension; readonly label: string; readonly letter: string }[] = [
  { name: 'resources', label: 'Resources', letter: 'R' },
  { name: 'process', label: 'Process', letter: 'P' },
  { name: 'value', label: 'Value', letter: 'V' },
  { name: 'attention', label: 'Attention', letter: 'A' },
];

const PATTERNS: Readonly<Record<Dimension, Pattern>> = {
  resources: 'none',
  process: 'rising',
  value: 'dots',
  attention: 'upright',
};

/** At least 3.2 to 1 against the page, and the closest pair 0.10 apart in OKLab for the three colour-vision deficiencies. */
const FILLS = {
  light: { resources: '#B8820A', process: '#2F6BC4', value: '#36A08C', attention: '#8F2468' },
  dark: { resources: '#E6B84A', process: '#5B93EA', value: '#8AE0C8', attention: '#D062A0' },
} as const;

export function paintOf(dimension: Dimension, appearance: Appearance): Paint {
  const pattern = PATTERNS[dimension];
  if (appearance === 'forced')
    return {
      fill: pattern === 'none' ? 'CanvasText' : 'Canvas',
      edge: 'CanvasText',
      pattern,
      line: 'CanvasText',
    };
  const fill = FILLS[appearance][dimension];
  return { fill, edge: fill, pattern, line: appearance === 'light' ? '#ffffffa6' : '#1f1f1f8c' };
}

/** The letter of a chip, dark or light, whichever reads on its colour. */
export function letterInk(dimension: Dimension, appearance: Appearance): string {
  if (appearance === 'forced') return 'Canvas';
  return appearance === 'light' && (dimension === 'process' || dimension === 'attention') ? '#ffffff' : '#1b1b1b';
}
