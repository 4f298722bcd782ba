/** `realise check`: what was read, and every finding. */
import { assess, type Assessment } from '../../assess';
import type { Command } from '../command';
import { only } from '../given';
import { openModel } from '../model-file';
import { refusal } from '../refusal';
import { countText, findingsText } from '../say-findings';
import { json, safe, STATUS, type Terminal } from '../terminal';

export const check: Command = {
  name: 'check',
  usage: ['MODEL.xlsx [--json]'],
  says: ['says what is wrong or worth knowing in a workbook, cell by cell'],
  flags: { json: 'alone' },
  prepare: (given) => {
    const [model, asJson] = [only(given.arguments, 'MODEL.xlsx'), given.has('json')];
    return (terminal) => perform(model, asJson, terminal);
  },
};

async function perform(model: string, asJson: boolean, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const { findings, results, read } = assess(await workbook.read());
  if (asJson) terminal.out(json({ ...refusal(findings), read }));
  else terminal.out(`${readText(read)}${findingsText(findings)}${safe(model)}: ${countText(findings)}\n`);
  return results === null ? STATUS.bad : STATUS.good;
}

function readText(read: Assessment['read']): string {
  return read
    .map(
      (table) =>
        `${safe(table.table)}: ${String(table.rows)} row${table.rows === 1 ? '' : 's'}, ${safe(table.sheet)}!${table.cell}\n`,
    )
    .join('');
}
