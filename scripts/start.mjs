/**
 * `npm start`: installs what is missing and opens the workbench, with the sample model, in the browser.
 * `npm run start:excel`: the same pages over https, for side-loading manifest.xml into Excel.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const excel = process.argv.includes('--excel');
const screen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const open = !excel && screen && !process.env.CI && !process.argv.includes('--no-open');
const address = excel ? 'https://localhost:4301/taskpane.html' : 'http://localhost:4300';

console.log(excel ? `The pane will be at ${address}` : `The workbench will be at ${address} (Ctrl+C ends it)`);
const server = spawn(
  process.execPath,
  [
    path.join(root, 'node_modules/webpack/bin/webpack.js'),
    'serve',
    '--mode',
    'development',
    ...(excel ? ['--server-type', 'https', '--port', '4301'] : []),
    ...(open ? ['--open'] : []),
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
