/** After an install: puts `realise` among the checkout's own programs, so that `npx realise` finds it there at once. */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const folder = path.join(root, 'node_modules', '.bin');
const program = path.join(root, 'src', 'cli', 'realise.cjs');
const link = path.join(folder, 'realise');

mkdirSync(folder, { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(`${link}.cmd`, `@node "%~dp0\\..\\..\\src\\cli\\realise.cjs" %*\r\n`);
} else {
  rmSync(link, { force: true });
  symlinkSync(path.relative(folder, program), link);
  chmodSync(program, 0o755);
}
