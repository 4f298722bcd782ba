/**
 * Builds the site and says what the pane makes a browser fetch, gzipped: at once, up to the first figures, and in all.
 * Up to the first figures: the page, its worker, and the desk of the worker that reads and computes a model.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';

const GOAL = 400;
const FIGURES = './figure-desk';

const config = createRequire(import.meta.url)('../webpack.config.js')({}, { mode: 'production' });
const stats = await new Promise((resolve, reject) => {
  webpack(config, (error, made) => {
    if (error !== null || made.hasErrors()) reject(error ?? new Error(made.toString('errors-only')));
    else resolve(made);
  });
});
const { chunks } = stats.toJson({ all: false, chunks: true, chunkOrigins: true, chunkRelations: true, ids: true });

const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]));
const named = (name) => chunks.filter(({ names }) => names.includes(name));
const first = [...named('trusted'), ...named('taskpane')];
const worker = named('realise');
/** All that the pane may come to fetch: page and worker, and whatever these load later. */
const reachable = new Set([...first, ...worker]);
for (const chunk of reachable)
  for (const id of [...chunk.children, ...chunk.siblings]) if (byId.has(id)) reachable.add(byId.get(id));
const figures = [...reachable].filter(({ origins }) => origins.some(({ request }) => request === FIGURES));
if (worker.length === 0 || figures.length === 0)
  throw new Error('The worker or its desk of figures is not in the build.');

const scripts = (some) => [...new Set([...some].flatMap(({ files }) => files.filter((file) => file.endsWith('.js'))))];
const kilobytes = (file) => gzipSync(readFileSync(path.join(config.output.path, file)), { level: 9 }).length / 1000;
const total = (some) => scripts(some).reduce((sum, file) => sum + kilobytes(file), 0);
const counted = new Set([...first, ...worker, ...figures]);
const listed = (title, some) => {
  console.log(title);
  for (const file of scripts(some)) console.log(`  ${file.padEnd(36)} ${kilobytes(file).toFixed(1).padStart(8)} kB`);
};

listed('The pane at once, gzipped:', first);
listed('Up to the first figures:', [...worker, ...figures]);
listed(
  'When a place is opened, or sheets, stress or checks are asked for:',
  [...reachable].filter((chunk) => !counted.has(chunk)),
);
const asked = total(counted);
console.log(
  `pane: ${total(first).toFixed(1)} kB at once, ${asked.toFixed(1)} kB up to the first figures, ${total(reachable).toFixed(1)} kB in all; ` +
    `the goal is ${String(GOAL)} kB (${asked <= GOAL ? 'met' : 'not met'} up to the first figures, ${total(reachable) <= GOAL ? 'met' : 'not met'} in all)`,
);
