/** What a convention does to a model: the run as typed, and the same with one setting of BIM_Model changed. */
import { assess, type AssessOptions } from '../assess';
import type { Change } from '../engine/assumptions';
import type { Finding } from '../engine/finding';
import type { Results } from '../engine/results';
import { settingNamed } from '../inputs/entry';
import { conventionOf, CONVENTIONS, wayOf, type Convention, type Way } from '../inputs/conventions';
import { readEntries } from '../inputs/entries';
import { settingReader } from '../inputs/settings';
import { model } from '../inputs/tables/model';
import type { Snapshot } from '../workbook/workbook';

/** One setting, and the value to try. */
export interface Tried {
  readonly setting: string;
  readonly value: string;
}

/** A convention tried: what the model has, what was tried, and the run with it (null where it was refused). */
export interface ConventionEffect {
  readonly convention: Convention;
  /** What is typed, or the default that stands. */
  readonly now: string;
  readonly tried: string;
  readonly way: Way | null;
  readonly before: Results;
  readonly after: Results | null;
  readonly findings: readonly Finding[];
}

/** Each alone, on the model as typed (with `options`). Throws for a setting that is no convention. */
export function compareConventions(
  snapshot: Snapshot,
  before: Results,
  tried: readonly Tried[],
  options: AssessOptions = {},
): readonly ConventionEffect[] {
  const typed = settingReader(readEntries(snapshot).entries);
  return tried.map(({ setting, value }) => {
    const convention = conventionOf(setting);
    if (!convention) throw new Error(unknown(setting));
    const field = settingNamed(model, convention.setting);
    const change: Change = { parameter: `Model/${convention.setting}/Value`, op: 'set', value, at: null };
    const made = assess(snapshot, { ...options, changes: [...(options.changes ?? []), change] });
    return {
      convention,
      now: (field ? typed.text(field) : '') || standing(convention, before),
      tried: value,
      way: wayOf(convention, value),
      before,
      after: made.results,
      findings: made.findings.filter((finding) => finding.severity === 'error'),
    };
  });
}

/** What stands where nothing is typed: the first way, but growth starts with a baseline year in the first. */
const standing = ({ setting, ways }: Convention, { baseline }: Results): string =>
  (setting === 'Growth starts' && baseline !== null ? ways[1] : ways[0])?.value ?? '';

const unknown = (setting: string): string =>
  `${setting} is no convention. Conventions are: ${CONVENTIONS.map((known) => known.setting).join(', ')}.`;
