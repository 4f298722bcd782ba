/**
 * From trials to products: a trial is not a product. Trials of the same intervention by the same sponsor in a condition
 * they share are one; its phase is the most advanced of those that go on.
 */
import { further, type Trial, type TrialPhase } from './trial';

export interface Product {
  readonly technology: string;
  readonly company: string;
  readonly indication: string;
  /** Null: no trial names a phase. */
  readonly phase: TrialPhase | null;
  /** Years with decimals: when the most advanced trial's primary outcome is known; null where none says. */
  readonly completion: number | null;
  /** All of its trials were stopped. */
  readonly stopped: boolean;
  readonly trials: readonly Trial[];
}

/** What is compared with, not what is new. */
const COMPARATOR =
  /placebo|standard of care|standard care|usual care|sham|vehicle|best supportive|no intervention|observation|saline|questionnaire|blood (draw|sample)/i;

/** A name without doses, forms and marks: what two trials of one product have in common. */
export const nameless = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[®™©]/g, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b\d+([.,]\d+)?\s*(mg|mcg|µg|μg|ug|g|ml|iu|units?|%)(\/\w+)?(?=\W|$)/gi, ' ')
    .replace(
      /\b(tablets?|capsules?|injections?|infusion|oral|solution|subcutaneous|intravenous|sc|iv|once daily|weekly)\b/gi,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const COMPANY =
  /\b(inc|incorporated|ltd|limited|llc|gmbh|ag|plc|corp|corporation|co|company|sa|nv|bv|ab|as|kgaa)\b\.?/gi;
const firm = (name: string): string => nameless(name.replace(COMPANY, ' '));

/** Products, the most advanced first; those that are stopped last. */
export function productsOf(trials: readonly Trial[]): readonly Product[] {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const tried = triedIn(trial);
    if (tried === null) continue;
    const key = JSON.stringify([nameless(tried) || tried.toLowerCase(), firm(trial.sponsor)]);
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return [...groups.values()].flatMap(byCondition).map(productOf).sort(inOrder);
}

/** What a trial tries: its first intervention that is no comparator; null where it names none. */
function triedIn({ interventions }: Trial): string | null {
  const tried = interventions.filter(({ name }) => !COMPARATOR.test(name));
  return tried[0]?.name ?? null;
}

/** Trials that share a condition, directly or through others, are of one product. */
function byCondition(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  const parts: { conditions: Set<string>; trials: Trial[] }[] = [];
  for (const trial of trials) {
    const mine = new Set(trial.conditions.map(nameless));
    if (mine.size === 0) mine.add('');
    const touching = parts.filter(({ conditions }) => [...mine].some((condition) => conditions.has(condition)));
    const joined = {
      conditions: new Set([...touching.flatMap((part) => [...part.conditions]), ...mine]),
      trials: [...touching.flatMap((part) => part.trials), trial],
    };
    for (const part of touching) parts.splice(parts.indexOf(part), 1);
    parts.push(joined);
  }
  return parts.map((part) => part.trials);
}

function productOf(trials: readonly Trial[]): Product {
  const going = trials.filter(({ stopped }) => !stopped);
  const counted = going.length > 0 ? going : trials;
  const phase = counted.reduce<TrialPhase | null>((most, trial) => further(most, trial.phase), null);
  const furthest = counted.filter((trial) => trial.phase === phase);
  const known = furthest.flatMap(({ completion }) => completion ?? []);
  const [first] = furthest;
  return {
    technology: (first && triedIn(first)) ?? '',
    company: first?.sponsor ?? '',
    indication: mostNamed(trials.flatMap(({ conditions }) => conditions.slice(0, 1))),
    phase,
    completion: known.length > 0 ? Math.min(...known) : null,
    stopped: going.length === 0,
    trials,
  };
}

/** The condition named first most often, as it was first written. */
function mostNamed(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(nameless(name), (counts.get(nameless(name)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return names.find((name) => counts.get(nameless(name)) === most) ?? '';
}

function inOrder(a: Product, b: Product): number {
  if (a.stopped !== b.stopped) return a.stopped ? 1 : -1;
  if (a.phase !== b.phase) return further(a.phase, b.phase) === a.phase ? -1 : 1;
  return a.technology.localeCompare(b.technology, 'en');
}
