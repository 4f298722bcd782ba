/** `npm run manifest`: writes manifest.xml, manifest.json, functions.json and shortcuts.json from scripts/manifest. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { files } from './manifest/files';

for (const [name, text] of files()) writeFileSync(path.join(__dirname, '..', name), text);
