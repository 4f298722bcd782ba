/** Value realisation of a run: its figures, those of its scenarios, the parts of a combination, and what is coming. */
import type { Decimal } from 'decimal.js';
import { realisationFigures } from '../engine/appraisal/realisation';
import { registerFigures } from '../engine/appraisal/register';
import type { Change } from '../engine/assumptions';
import { text, type Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { Exact } from '../engine/readings/decimals';
import type { PartsFigures } from '../engine/realisation-results';
import type { Results } from '../engine/results';
import type { Reading } from '../inputs/read-assumptions';
import { runChanged } from './run-model';

interface Made {
  readonly figures: Pick<Results, 'realisation' | 'register'>;
  readonly findings: readonly Finding[];
}

/** `scenarios`: runs of BIM_Scenarios by name. Figures that a workbook does not ask for are absent. */
export function realisationOf(
  reading: Reading,
  run: Run,
  scenarios: readonly { readonly name: string; readonly run: Run }[],
): Made {
  const coming = registerFigures(run);
  const made = realisationFigures(run, scenarios);
  const parts = made && partsOf(reading, run);
  const realisation = made && { ...made, ...(parts?.figures ? { parts: parts.figures } : {}) };
  return {
    figures: { ...(realisation ? { realisation } : {}), ...(coming ? { register: coming } : {}) },
    findings: parts?.findings ?? [],
  };
}

/**
 * What each part of a combination is worth: added to none of them, and taken from all. What they are worth together and
 * not apart is the interaction. By realised value; each run from the funnel up.
 */
function partsOf(reading: Reading, run: Run): { figures: PartsFigures | null; findings: readonly Finding[] } {
  const { parts } = reading;
  if (parts.length === 0) return { figures: null, findings: [] };
  const findings: Finding[] = [];
  const known = new Map<string, Decimal>();
  const worthWithout = (taken: typeof parts): Decimal => {
    const key = JSON.stringify(taken.map((part) => part.name));
    const held = known.get(key) ?? worthOnce(taken);
    known.set(key, held);
    return held;
  };
  const worthOnce = (taken: typeof parts): Decimal => {
    const changes: readonly Change[] = taken.flatMap((part) => part.changes);
    const ran = taken.length === 0 ? { run, findings: [] } : runChanged(reading, run, changes);
    const names = taken.map((part) => part.name).join(', ');
    findings.push(...ran.findings.map((found) => ({ ...found, message: `Without ${names}: ${found.message}` })));
    const value = ran.run?.of.value;
    return ran.run && value ? ran.run.exact.at(value.worth.value.realised, []) : new Exact(0);
  };
  const [none, whole] = [worthWithout(parts), worthWithout([])];
  const each = parts.map((part) => ({
    part: part.name,
    alone: worthWithout(parts.filter((other) => other !== part)).minus(none),
    last: whole.minus(worthWithout([part])),
  }));
  const apart = each.reduce((sum, { alone }) => sum.plus(alone), none);
  return {
    figures: {
      none: text(none),
      whole: text(whole),
      parts: each.map(({ part, alone, last }) => ({ part, alone: text(alone), last: text(last) })),
      interaction: text(whole.minus(apart)),
    },
    findings,
  };
}
