/**
 * Benchmarks: ratios against a reference run in the same process, medians of many rounds.
 *   npm run bench
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { measureAnnual } from './annual';
import { measureAllDraws } from './draws';
import { measureOneWay } from './one-way';
import { measureDraws, type DrawTimes } from './per-draw';
import { measureRegister } from './register';
import { measureTen } from './ten';

async function main(): Promise<void> {
  const annual = await measureAnnual();
  print('BIM-annual, exact run', [
    ['hand-written decimal loop', `${annual.hand.toFixed(3)} ms`],
    ['quantity graph', `${annual.graph.toFixed(3)} ms`],
    ['ratio (no slower: at most 1)', annual.ratio.toFixed(2)],
    ['largest difference', annual.difference],
  ]);
  for (const draw of await measureDraws()) {
    printDraw(draw);
    await printAll(draw);
  }
  const oneWay = await measureOneWay();
  print('BIM-ref, 60 parameters low and high in exact decimals', [
    ['an exact run', `${oneWay.run.toFixed(1)} ms`],
    ['one-way', `${oneWay.oneWay.toFixed(0)} ms`],
    ['exact runs (at most 20)', `${oneWay.runs.toFixed(1)}${oneWay.same ? '' : ', BUT NOT THE SAME FIGURES'}`],
  ]);
  const register = await measureRegister();
  print('A register of 200 technologies over 10 years', [
    ['from cells to figures (under 1,000)', `${register.assess.toFixed(0)} ms`],
    ['10,000 draws written by hand', `${register.hand.toFixed(0)} ms`],
    ['ratio', (register.assess / register.hand).toFixed(2)],
    ['expected costs apart (of draws)', `${(100 * register.apart).toFixed(1)} %`],
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

/** A target is said beside its figure: how many times C's time a draw may take. */
function printDraw(draw: DrawTimes): void {
  const most = draw.name === 'BIM-annual' ? 1 : 2;
  const micro = (value: number | null): string => (value === null ? 'no compiler' : `${value.toFixed(3)} µs`);
  print(`${draw.name}, a draw`, [
    ['compiled graph', `${micro(draw.graph)} (${String(draw.bytes)} bytes, compiled in ${draw.compile.toFixed(0)} ms)`],
    ['C, -Ofast', micro(draw.c)],
    ['JavaScript, hand-tuned', micro(draw.typed)],
    [`times C (at most ${String(most)})`, draw.toC?.toFixed(2) ?? '–'],
    ['times JavaScript (below 1)', draw.toTyped.toFixed(2)],
    ['largest difference', draw.difference.toExponential(1)],
  ]);
}

/** Sampling, running and statistics on two workers, in C's time for the runs alone. */
async function printAll(draw: DrawTimes): Promise<void> {
  const [name, most] = draw.name === 'BIM-annual' ? (['annual', 12] as const) : (['ref', 7] as const);
  const { ready, all, first, memory } = await measureAllDraws(name);
  print(`${draw.name}, 10,000 draws on two workers`, [
    ['sampling, runs and statistics', `${all.toFixed(0)} ms`],
    [`times C's runs (at most ${String(most)})`, draw.c === null ? '–' : (all / (draw.c * 10)).toFixed(1)],
    ['the first time', `${first.toFixed(0)} ms`],
    ['before that: both workers ready', `${ready.toFixed(0)} ms`],
    ['memory after 100,000 draws (under 500)', `${memory.toFixed(0)} MB`],
  ]);
}

function print(title: string, lines: readonly (readonly [string, string])[]): void {
  process.stdout.write(`\n${title}\n${lines.map(([name, value]) => `  ${name.padEnd(34)}${value}\n`).join('')}`);
}

void main();
