/** Whether a run can be made again: the same inputs, the same engine, and every figure the same to the last digit. */
import { assess } from '../assess';
import type { Seal } from '../engine/seal';
import { publicObject } from '../outputs/public-object';
import type { Snapshot } from '../workbook/workbook';

/** What was compared; `first` names the first figure that differs, where figures were there to compare. */
export interface Reproduction {
  readonly same: boolean;
  readonly inputs: 'same' | 'changed';
  readonly engine: 'same' | 'other';
  readonly figures: 'same' | 'different' | 'none';
  readonly first: string | null;
  readonly was: Seal;
  readonly now: Seal | null;
}

/** Runs the inputs again as the seal says they were run. `kept`: the object that was printed, to name what differs. */
export function reproduce(snapshot: Snapshot, was: Seal, kept: unknown = null): Reproduction {
  const { results } = assess(snapshot, {
    changes: was.changes.map((change) => ({ ...change, at: null })),
    scenario: was.scenario,
  });
  const now = results?.seal ?? null;
  if (results === null || now === null)
    return { same: false, inputs: 'changed', engine: 'same', figures: 'none', first: null, was, now };
  const first = kept === null ? null : firstDifference(kept, JSON.parse(JSON.stringify(publicObject(results))));
  const figures = now.figures === was.figures && first === null ? 'same' : 'different';
  return {
    same: figures === 'same' && now.inputs === was.inputs,
    inputs: now.inputs === was.inputs ? 'same' : 'changed',
    engine: now.engine === was.engine ? 'same' : 'other',
    figures,
    first,
    was,
    now,
  };
}

/** Words about a run, and what was asked beside it: not figures. */
const WORDS: ReadonlySet<string> = new Set(['findings', 'basis', 'seal', 'stress', 'conventions', 'engine']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The address of the first figure that is not the same: `impact.total[2]: 1.5, now 1.6`. */
function firstDifference(was: unknown, now: unknown, path = ''): string | null {
  if (isObject(was) && isObject(now)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
      if (path === '' && WORDS.has(key)) continue;
      const at = Array.isArray(was) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      const found = firstDifference(was[key], now[key], at);
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(was, now) ? null : `${path}: ${String(was)}, now ${String(now)}`;
}

/** The seal in the object of a run; null where it has none. */
export function sealIn(object: unknown): Seal | null {
  const seal = isObject(object) ? object['seal'] : null;
  if (!isObject(seal)) return null;
  const { engine, inputs, settings, scenario, draws, seed, figures } = seal;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const listed: unknown = seal['changes'];
  return {
    engine: text(engine),
    inputs: text(inputs),
    settings: text(settings),
    scenario: text(scenario) || 'Base',
    changes: Array.isArray(listed) ? listed.flatMap(changeIn) : [],
    draws: Number(draws),
    seed: Number(seed),
    figures: text(figures),
  };
}

function changeIn(object: unknown): Seal['changes'] {
  if (!isObject(object)) return [];
  const { parameter, op, value } = object;
  const known = op === 'x' || op === '+' || op === 'set' ? op : 'set';
  return typeof parameter === 'string' && typeof value === 'string' ? [{ parameter, op: known, value }] : [];
}

/** The seal on the sheet Run of a written workbook: its table BIM_Out_Seal. */
export function sealOnSheet({ tables }: Snapshot): Seal | null {
  const table = tables.find((of) => of.name.toLowerCase() === 'bim_out_seal');
  if (!table) return null;
  const rows = table.rows.map(([what, value]) => [String(what?.value ?? ''), String(value?.value ?? '')] as const);
  const held = Object.fromEntries(rows.map(([what, value]) => [what.toLowerCase(), value]));
  const changes = rows.flatMap(([what, value]) => (what === 'change' ? changeIn(parsed(value)) : []));
  return sealIn({ seal: { ...held, changes } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
