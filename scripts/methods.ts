/** `npm run methods`: writes the generated part of docs/METHODS.md anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { METHODS, renewed } from './methods-section';

void renewed(readFileSync(METHODS, 'utf8')).then((page) => {
  writeFileSync(METHODS, page);
});
