/** `realise lint`: what a reviewer asks about in the user's own sheets, before any figure is looked at. */
import { assess } from '../../assess';
import { lint as linted, whyOf, type Remark, type Rule } from '../../lint/lint';
import { readBook } from '../../workbook/xlsx/sheets';
import type { Command } from '../command';
import { only } from '../given';
import { opened } from '../model-file';
import { json, safe, STATUS, type Terminal } from '../terminal';

/** Remarks of one rule that are told one by one. */
const MOST = 12;

export const lint: Command = {
  name: 'lint',
  usage: ['MODEL.xlsx [--json]'],
  says: [
    'reads your own sheets as FAST and ICAEW would: constants in formulas, rows that differ, what is hidden or calls out',
  ],
  flags: { json: 'alone' },
  prepare: (given) => {
    const [model, asJson] = [only(given.arguments, 'MODEL.xlsx'), given.has('json')];
    return (terminal) => perform(model, asJson, terminal);
  },
};

async function perform(model: string, asJson: boolean, terminal: Terminal): Promise<number> {
  const [snapshot, book] = await opened(
    model,
    async (bytes, workbook) => [await workbook.read(), readBook(bytes)] as const,
  );
  const remarks = linted(
    book,
    snapshot.owned.map((sheet) => sheet.name),
  );
  const sources = assess(snapshot).findings.filter((finding) => /source/.test(finding.code));
  if (asJson) terminal.out(json({ schema: 1, remarks, sources }));
  else terminal.out(said(remarks) + sources.map((finding) => `missing source\n  ${safe(finding.message)}\n`).join(''));
  return STATUS.good;
}

function said(remarks: readonly Remark[]): string {
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
