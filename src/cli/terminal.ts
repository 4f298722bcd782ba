/** Where the command line speaks, and the manner of its speech. */

/** The outside world of a command: two streams and a clock. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  now(): Date;
}

/** Exit statuses: figures given; or a mistake in the call, the file or the model, and nothing written. */
export const STATUS = { good: 0, bad: 2 } as const;

/** A mistake of the user's, in a plain sentence; `usage` where the call itself was wrong. */
export class Mistake extends Error {
  constructor(
    message: string,
    readonly usage = false,
  ) {
    super(message);
  }
}

/**
 * Text from cells made safe for a terminal: control characters, which could move its cursor or rename its window,
 * and marks that turn the direction of writing, become dots.
 */
export function safe(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '·');
}

/** JSON for a terminal: every control character written as an escape. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return (
    text.replace(
      /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
      (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ) + '\n'
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The time of a run as it is shown: "22 Nov 2026 18:40". */
export function shownTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getDate())} ${MONTHS[now.getMonth()] ?? ''} ${String(now.getFullYear())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** What an error says, also one from another realm. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'Something went wrong.';
}
