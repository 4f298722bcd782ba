/** The files that are made from the definition, by name. */
import { manifestXml } from './xml';
import { functionsJson, shortcutsJson, unifiedManifest } from './unified';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const files = (): ReadonlyMap<string, string> =>
  new Map([
    ['manifest.xml', manifestXml()],
    ['manifest.json', json(unifiedManifest())],
    ['assets/functions.json', json(functionsJson())],
    ['assets/shortcuts.json', json(shortcutsJson())],
  ]);
