/**
 * Benchmarks: ratios against a reference run in the same process, medians of many rounds.
 *   npm run bench
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { measureAnnual } from './annual';
import { measureTen } from './ten';

async function main(): Promise<void> {
  const annual = await measureAnnual();
  print('BIM-annual, exact run', [
    ['hand-written decimal loop', `${annual.hand.toFixed(3)} ms`],
    ['quantity graph', `${annual.graph.toFixed(3)} ms`],
    ['ratio (no slower: at most 1)', annual.ratio.toFixed(2)],
    ['largest difference', annual.difference],
  ]);
  const ten = await measureTen();
  print('10 subgroups × 10 technologies × 10 years', [
    ['read', `${ten.read.toFixed(0)} ms`],
    ['run', `${ten.run.toFixed(0)} ms`],
    ['write', `${ten.write.toFixed(0)} ms`],
    ['write as a live model', `${ten.live.toFixed(0)} ms, ${(ten.liveBytes / 1e6).toFixed(1)} MB`],
    ['peak memory', `${ten.peak.toFixed(0)} MB`],
  ]);
  process.stdout.write('\nBundle of the pane\n');
  process.stdout.write(execFileSync('node', [path.join(__dirname, '../scripts/size.mjs')], { encoding: 'utf8' }));
}

function print(title: string, lines: readonly (readonly [string, string])[]): void {
  process.stdout.write(`\n${title}\n${lines.map(([name, value]) => `  ${name.padEnd(34)}${value}\n`).join('')}`);
}

void main();
