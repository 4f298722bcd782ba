/** Results with what the workbook's own rows of uncertainty and scenarios ask for: what a written copy holds. */
import type { Results } from '../engine/results';
import type { AssessOptions } from '../run/read-and-run';
import type { Snapshot } from '../workbook/workbook';
import { benchOf } from './bench';
import { stressed, usualAsked } from './stressed';

export function withStress(snapshot: Snapshot, results: Results, options: AssessOptions = {}): Results {
  const { bench } = benchOf(snapshot, options);
  if (!bench) return results;
  const asked = usualAsked(bench);
  const some = asked.oneWay ?? asked.draws ?? asked.differences?.[0];
  return some ? { ...results, stress: stressed(bench, asked).figures } : results;
}
