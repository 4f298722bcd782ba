/**
 * Light, dark and forced colours: which one holds, and the Fluent theme for it. The application's own theme
 * is a hint that comes first where it is known; the system's colours, when forced, come before everything.
 */
import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark' | 'forced';

/** A deep petrol: what can be pressed, what is chosen, and the new technology. */
export const BRAND: BrandVariants = {
  10: '#00121a',
  20: '#001f29',
  30: '#002936',
  40: '#003443',
  50: '#003f51',
  60: '#004a5e',
  70: '#00566b',
  80: '#0a6279',
  90: '#1a7189',
  100: '#2b8099',
  110: '#4092ac',
  120: '#57a4be',
  130: '#6fb7cf',
  140: '#8dc8dd',
  150: '#b1dcec',
  160: '#d3edf6',
};

/** Danger text that keeps 4.5 to 1 on the dark page. */
const DANGER_ON_DARK = '#F1707B';

const light: Theme = {
  ...createLightTheme(BRAND),
  colorBrandBackground2: BRAND[160],
  colorBrandForeground2: BRAND[60],
  colorStatusDangerForeground1: '#B10E1C',
};
const darkBase = createDarkTheme(BRAND);
const dark: Theme = {
  ...darkBase,
  colorBrandForeground1: BRAND[120],
  colorBrandForegroundLink: BRAND[130],
  colorBrandForegroundLinkHover: BRAND[140],
  colorBrandForegroundLinkPressed: BRAND[120],
  colorCompoundBrandForeground1: BRAND[120],
  colorCompoundBrandStroke: BRAND[120],
  colorBrandStroke1: BRAND[120],
  colorBrandForeground2: BRAND[130],
  colorStatusDangerForeground1: DANGER_ON_DARK,
  colorPaletteRedForeground1: DANGER_ON_DARK,
};

/** Fluent's high-contrast colours are those of one palette; the system's own stand in their place. */
const SYSTEM = new Map([
  ['#000000', 'Canvas'],
  ['#ffffff', 'CanvasText'],
  ['#ffff00', 'LinkText'],
  ['#1aebff', 'Highlight'],
  ['#3ff23f', 'GrayText'],
]);
const systemColours = Object.fromEntries(
  Object.entries(teamsHighContrastTheme).flatMap(([name, value]) => {
    const system = typeof value === 'string' && name.startsWith('color') ? SYSTEM.get(value.toLowerCase()) : undefined;
    return system === undefined ? [] : [[name, system]];
  }),
);
const forced: Theme = {
  ...teamsHighContrastTheme,
  ...systemColours,
  fontFamilyBase: darkBase.fontFamilyBase,
  colorNeutralBackground2: 'Canvas',
  colorStatusDangerForeground1: 'CanvasText',
  colorStatusSuccessForeground1: 'CanvasText',
  colorStatusWarningForeground3: 'CanvasText',
  colorNeutralForeground3: 'CanvasText',
};

export const THEMES: Readonly<Record<Appearance, Theme>> = { light, dark, forced };

const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

function subscribe(changed: () => void): () => void {
  const lists = QUERIES.map((query) => window.matchMedia(query));
  lists.forEach((list) => {
    list.addEventListener('change', changed);
  });
  return () => {
    lists.forEach((list) => {
      list.removeEventListener('change', changed);
    });
  };
}

function system(): Appearance {
  if (window.matchMedia(QUERIES[0]).matches) return 'forced';
  return window.matchMedia(QUERIES[1]).matches ? 'dark' : 'light';
}

/** The appearance that holds now; changes with the system and with the hint. */
export function useAppearance(hint: 'light' | 'dark' | undefined): Appearance {
  const now = useSyncExternalStore(subscribe, system, system);
  return now === 'forced' ? now : (hint ?? now);
}

/** Whether the page is dark, forced colours included: what is painted on a canvas has to be told. */
export function useDarkPage(): boolean {
  const dark = (): boolean => window.matchMedia(QUERIES[1]).matches;
  return useSyncExternalStore(subscribe, dark, dark);
}

/** Light or dark from an application's background colour ("#RRGGBB"), by its luminance; unknown text gives no hint. */
export function hintFrom(background: string | undefined): 'light' | 'dark' | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? '');
  if (match === null) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.4 ? 'dark' : 'light';
}
