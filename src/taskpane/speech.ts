/**
 * What is said aloud, and by the foot: one polite and one assertive sentence. Nothing is spoken twice or per keystroke.
 */
import type { Assessment } from '../assess';
import type { Finding } from '../engine/finding';
import type { Written } from '../workbook/workbook';
import { numeralsOf, several } from './figures';
import { BASE, figuresOf } from './reading';
import { leadOf, spoken } from './sentences';

/** The two live regions of the foot. */
export interface Speech {
  readonly polite: string;
  readonly assertive: string;
}

/** Findings that stop the sums. */
export function errorsIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.severity === 'error');
}

/** "3 cells" where every error has a cell of its own, else "3 things". */
export function stops(errors: readonly Finding[]): string {
  const cells = new Set(errors.flatMap((error) => (error.at === null ? [] : [`${error.at.sheet}!${error.at.cell}`])));
  return errors.every((error) => error.at !== null) ? several(cells.size, 'cell') : several(errors.length, 'thing');
}

/** "3 cells stop", "1 cell stops". */
export function stopVerb(words: string): string {
  return words.startsWith('1 ') ? 'stops' : 'stop';
}

export function changedWords(changes: number): string {
  return changes === 0
    ? 'Inputs are as they were in this run.'
    : `${several(changes, 'input')} changed since this run.`;
}

/** The lead sentence when a run is done; the errors when there are any. */
export function afterAssessment(assessment: Assessment, language: string): Speech {
  const { results, findings } = assessment;
  if (results === null) {
    const words = stops(errorsIn(findings));
    return {
      polite: '',
      assertive: `${words} ${stopVerb(words)} the sums. Nothing is shown until ${words.startsWith('1 ') ? 'it is' : 'they are'} right.`,
    };
  }
  const numerals = numeralsOf(language, results.currency);
  return { polite: spoken(leadOf(results, figuresOf(results, BASE), 'change', numerals)), assertive: '' };
}

export function afterFailure(message: string): Speech {
  return { polite: '', assertive: message };
}

export function afterWriting(written: Written): Speech {
  const kept =
    written.kept.length === 0
      ? ''
      : ` ${written.kept.join(', ')} ${written.kept.length === 1 ? 'was' : 'were'} kept as you left ${written.kept.length === 1 ? 'it' : 'them'}.`;
  return { polite: `${several(written.sheets.length, 'sheet')} written.${kept}`, assertive: '' };
}
