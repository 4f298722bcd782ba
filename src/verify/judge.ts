/** One check on one model: holds, fails, or does not apply. */
import type { Check, Failure } from './check';
import { Outside } from './outside';
import type { Subject } from './subject';

/** `because` is null where the check applies. */
export interface Judged {
  readonly failure: Failure | null;
  readonly because: string | null;
}

export function judged(check: Check, subject: Subject): Judged {
  const verdict = verdictOf(() => check.judge(subject));
  return typeof verdict === 'string' ? { failure: null, because: verdict } : { failure: verdict, because: null };
}

/** A value, or why the model cannot give it. */
export function verdictOf<T>(make: () => T): T | string {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof Outside) return thrown.message;
    throw thrown;
  }
}
