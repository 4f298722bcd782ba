/** Findings as lines: where, what is wrong, how to mend it; errors first. */
import type { Finding, Severity } from '../engine/finding';
import { safe } from './terminal';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/** Every finding, two lines each where there is a remedy. */
export function findingsText(findings: readonly Finding[]): string {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map(
      (finding) =>
        `${finding.severity}: ${placeText(finding)}${safe(finding.message)}\n${finding.remedy === '' ? '' : `    ${safe(finding.remedy)}\n`}`,
    )
    .join('');
}

/** `Sheet!C7 (BIM_Prices, Discount): `; nothing where a finding has no cell. */
function placeText({ at }: Finding): string {
  if (at === null) return '';
  const inside = [at.table, at.column]
    .filter((part) => part !== undefined)
    .map((part) => safe(part))
    .join(', ');
  return `${safe(at.sheet)}!${at.cell}${inside === '' ? '' : ` (${inside})`}: `;
}

/** "2 errors, 1 notice"; "nothing to say" where there is none. */
export function countText(findings: readonly Finding[]): string {
  const counts = ORDER.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  return counts.length === 0
    ? 'no findings'
    : counts.map(({ severity, count }) => `${String(count)} ${severity}${count === 1 ? '' : 's'}`).join(', ');
}
