/** What has to be known before a sheet is written: what there is, what is ours, and that the inputs are still the same. */
import { isSameBasis, MOVED } from '../basis';
import type { Report, TableSnapshot, Writing } from '../workbook';
import { Plain } from './errors';
import { look, type View } from './look';
import { askOwn, beyond, recall, type Laid, type Memory, type Own } from './own';
import { planWrite, type Plan } from './plan';
import { readSources } from './read';
import type { Session } from './session';
import { askSource, nameOf, takeSource, type Source } from './sources';

/** What is to be written, and how. `memory` spares a round trip where our sheets and the inputs were met before. */
export interface Task {
  readonly report: Report;
  readonly how: Writing;
  readonly memory: Memory;
}

/** The first round trip; a second one only where our sheets or the inputs are met for the first time. */
export async function prepare(
  session: Session,
  { report, how, memory }: Task,
): Promise<{ plan: Plan; view: View; large: boolean }> {
  const met = askOwn(session.context, memory);
  const locked = how.basis !== undefined;
  const known = locked && !memory.large ? memory.inputs : [];
  const asked = known.map((source) => askSource(session.context, source, true));
  const view = await look(session);
  const { owns, laid } = met();
  const { inputs, ...ours } = recall(view);
  const missing = locked && !areSame(known, inputs);
  if (missing && known.length > 0) throw new Plain(MOVED);
  const more = await meet(session, ours.sheets.length > 0 ? beyond(ours, memory) : NONE, missing ? inputs : [], memory);
  const tables = missing ? more.tables : asked.flatMap((one) => takeSource(one) ?? []);
  if (!isSameBasis(how.basis, { tables })) throw new Plain(MOVED);
  const standing = { view, owns: [...owns, ...more.owns], laid: [...laid, ...more.laid] };
  return { plan: planWrite(report, standing, how.replace ?? []), view, large: more.large };
}

const NONE = { sheets: [], tables: [] };

/** What was not asked for in the first round trip. */
async function meet(
  session: Session,
  fresh: Pick<Memory, 'sheets' | 'tables'>,
  inputs: readonly Source[],
  { large }: Memory,
): Promise<{ owns: readonly Own[]; laid: readonly Laid[]; tables: readonly TableSnapshot[]; large: boolean }> {
  if (fresh.sheets.length + fresh.tables.length + inputs.length === 0) return { owns: [], laid: [], tables: [], large };
  const read = await readSources(session, inputs, large, () => askOwn(session.context, fresh));
  return { ...read.rest(), tables: read.tables, large: read.large };
}

/** Sources are the same where they are called the same: what they hold is compared by its hash. */
function areSame(known: readonly Source[], now: readonly Source[]): boolean {
  const names = (sources: readonly Source[]): string => sources.map(nameOf).sort().join();
  return names(known) === names(now);
}
