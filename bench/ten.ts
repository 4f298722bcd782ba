/** The 10 × 10 × 10 model: read, run, write, and written as a live model. */
import { assess, assessLive } from '../src/assess';
import { templateReport } from '../src/inputs/template';
import { liveReport } from '../src/outputs/live-report';
import { buildReport } from '../src/outputs/report';
import { newXlsx, openXlsx } from '../src/workbook/xlsx';
import { median } from './median';
import { tenByTenByTen } from './workloads/ten';

export interface TenTimes {
  readonly read: number;
  readonly run: number;
  readonly write: number;
  readonly live: number;
  readonly liveBytes: number;
  /** Megabytes. */
  readonly peak: number;
}

const ROUNDS = 3;

async function timed<T>(act: () => Promise<T> | T): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await act();
  return { value, ms: performance.now() - start };
}

export async function measureTen(): Promise<TenTimes> {
  const made = newXlsx();
  await made.write(templateReport(tenByTenByTen));
  const bytes = await made.bytes();
  const times = { read: [] as number[], run: [] as number[], write: [] as number[], live: [] as number[] };
  let liveBytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await timed(async () => (await openXlsx(bytes)).read());
    const ran = await timed(() => assess(opened.value));
    const { results } = ran.value;
    if (!results) throw new Error(ran.value.findings.map((finding) => finding.message).join(' '));
    const written = await timed(async () => {
      const book = await openXlsx(bytes);
      await book.write(buildReport(results, 'now'));
      return book.bytes();
    });
    const live = await timed(async () => {
      const book = await openXlsx(bytes);
      const found = assessLive(opened.value);
      if (!found.results || !found.live) throw new Error('no live model');
      await book.write(liveReport(found.results, found.live, 'now'));
      return book.bytes();
    });
    times.read.push(opened.ms);
    times.run.push(ran.ms);
    times.write.push(written.ms);
    times.live.push(live.ms);
    liveBytes = live.value.length;
  }
  return {
    read: median(times.read),
    run: median(times.run),
    write: median(times.write),
    live: median(times.live),
    liveBytes,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}
