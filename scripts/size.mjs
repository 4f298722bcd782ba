/** What the pane makes a browser fetch before it can be used, gzipped; later chunks (worker, charts) are listed apart. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'dist');
const GOAL = 400;

if (!existsSync(path.join(dist, 'taskpane.html'))) {
  console.error('No build to measure: run `npm run build` first.');
  process.exit(1);
}
const kilobytes = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length / 1000;
const own = (page) =>
  [...readFileSync(path.join(dist, page), 'utf8').matchAll(/<script[^>]*\ssrc="?([^\s">]+)/g)]
    .map(([, source]) => source)
    .filter((source) => !source.startsWith('https:'));

const first = own('taskpane.html');
const reachable = new Set(first);
const scripts = readdirSync(dist).filter((file) => file.endsWith('.js'));
/** A chunk belongs to the pane when a script of the pane names it, by its file name or by its number and hash. */
for (let before = -1; before !== reachable.size;) {
  before = reachable.size;
  const text = [...reachable].map((file) => readFileSync(path.join(dist, file), 'utf8')).join('\n');
  for (const file of scripts) {
    const [name, hash] = file.split('.');
    if (text.includes(`"${file}"`) || (hash !== 'js' && text.includes(`"${hash}"`) && text.includes(name)))
      reachable.add(file);
  }
}
const line = (file) => console.log(`  ${file.padEnd(36)} ${kilobytes(file).toFixed(1).padStart(8)} kB`);
const total = (files) => files.reduce((sum, file) => sum + kilobytes(file), 0);
const later = [...reachable].filter((file) => !first.includes(file));

console.log('The pane at once, gzipped:');
first.forEach(line);
if (later.length > 0) console.log('The pane later:');
later.forEach(line);
const sum = total([...reachable]);
console.log(
  `pane: ${total(first).toFixed(1)} kB at once, ${sum.toFixed(1)} kB in all; the goal is ${GOAL} kB (${sum <= GOAL ? 'met' : 'not met'})`,
);
