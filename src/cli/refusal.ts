/** A model with errors: its findings are said, no figures are given, nothing is written. */
import type { Finding } from '../engine/finding';
import { ENGINE_VERSION } from '../engine/version';
import { countText, findingsText } from './say-findings';
import { json, messageOf, Mistake, STATUS, type Terminal } from './terminal';

/** Says the findings; the exit status of a refusal. */
export function refused(findings: readonly Finding[], asJson: boolean, terminal: Terminal): number {
  if (asJson) terminal.out(json(refusal(findings)));
  terminal.error(asJson ? '' : findingsText(findings));
  terminal.error(`No figures: ${countText(findings)}. Nothing was written.\n`);
  return STATUS.bad;
}

/** The object of a run without figures. */
export function refusal(findings: readonly Finding[]): {
  readonly schema: 1;
  readonly engine: string;
  readonly findings: readonly Finding[];
} {
  return { schema: 1, engine: ENGINE_VERSION, findings };
}

/** A figure, setting or name that does not exist is the user's mistake; the message says which there are. */
export function userMistake<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Mistake(messageOf(error));
  }
}
