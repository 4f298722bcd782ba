/** Remarks on the user's own sheets, rule by rule, for a terminal. */
import { whyOf, type Remark, type Rule } from '../lint/remark';
import { safe } from './terminal';

/** Remarks of one rule that are told one by one. */
const MOST = 12;

export function remarksText(remarks: readonly Remark[]): string {
  if (remarks.length === 0) return 'Nothing to remark on your own sheets.\n';
  const rules = [...new Set(remarks.map((remark) => remark.rule))];
  return rules
    .map((rule) =>
      ruleText(
        rule,
        remarks.filter((remark) => remark.rule === rule),
      ),
    )
    .join('');
}

function ruleText(rule: Rule, remarks: readonly Remark[]): string {
  const lines = remarks
    .slice(0, MOST)
    .map(({ sheet, cell, says }) => `  ${safe(sheet)}${sheet === '' ? '' : '!'}${safe(cell)}  ${safe(says)}\n`);
  const more = remarks.length > MOST ? `  and ${String(remarks.length - MOST)} more\n` : '';
  return `${rule}, ${String(remarks.length)}: ${whyOf(rule)}\n${lines.join('')}${more}`;
}
