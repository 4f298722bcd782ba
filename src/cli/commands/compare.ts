/** `realise compare`: why the impact of two workbooks differs, step by step. */
import path from 'node:path';
import { changeLog, type ChangeLog, type Step } from '../../change-log/change-log';
import { Exact } from '../../engine/readings/decimals';
import { readAssumptions } from '../../inputs/read-assumptions';
import { changeLogReport, type Side } from '../../review/change-log-sheet';
import { inputHash } from '../../run/seal';
import { newXlsx } from '../../workbook/xlsx';
import type { Snapshot } from '../../workbook/workbook';
import type { Command } from '../command';
import { checkNew, writeWhole } from '../files';
import { only } from '../given';
import { openModel } from '../model-file';
import { userMistake } from '../refusal';
import { json, safe, shownTime, STATUS, type Terminal } from '../terminal';

export const compare: Command = {
  name: 'compare',
  usage: ['OLD.xlsx NEW.xlsx [-o LOG.xlsx] [--json]'],
  says: [
    'says why the impact of two workbooks differs: what changed, cell by cell, and the effect of each step, adding up;',
    '-o writes it as the model change log that agencies ask for',
  ],
  flags: { output: 'text', json: 'alone' },
  prepare: (given) => {
    const [first, ...rest] = given.arguments;
    const [before, after] = [only(first === undefined ? [] : [first], 'OLD.xlsx'), only(rest, 'NEW.xlsx')];
    const asked = { before, after, output: given.text('output'), json: given.has('json') };
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly before: string;
  readonly after: string;
  readonly output: string | null;
  readonly json: boolean;
}

async function perform({ before, after, output, json: asJson }: Asked, terminal: Terminal): Promise<number> {
  if (output !== null) await checkNew(output, after);
  const [old, fresh] = [await (await openModel(before)).read(), await (await openModel(after)).read()];
  const log = userMistake(() => changeLog(old, fresh));
  terminal.out(asJson ? json({ schema: 1, ...log }) : logText(log));
  if (output !== null) {
    const workbook = newXlsx();
    await workbook.write(changeLogReport(log, sideOf(before, old), sideOf(after, fresh), shownTime(terminal.now())));
    await writeWhole(output, await workbook.bytes());
    terminal.error(`Written to ${safe(output)}.\n`);
  }
  return STATUS.good;
}

const sideOf = (file: string, snapshot: Snapshot): Side => ({
  name: path.basename(file),
  inputs: inputHash(readAssumptions(snapshot)),
});

const MOST_VALUES = 12;

function logText(log: ChangeLog): string {
  const signed = (value: string): string =>
    `${new Exact(value).isNegative() ? '−' : '+'}${new Exact(value).abs().toDecimalPlaces(2).toFixed()}`;
  const steps = log.steps.map((step, n) => stepText(step, n + 1, signed)).join('');
  const interaction =
    log.interaction === null ? '' : `Steps alone leave an interaction of ${signed(log.interaction)}.\n`;
  const plain = (value: string): string => new Exact(value).toDecimalPlaces(2).toFixed();
  return `Impact over all years was ${log.currency} ${plain(log.start)} and is ${plain(log.end)}.\n${log.steps.length === 0 ? 'No input that is read has changed.\n' : steps}${log.steps.length > 1 ? interaction : ''}`;
}

function stepText({ rows, values, inTurn, alone }: Step, number: number, signed: (value: string) => string): string {
  const [first = '', ...more] = rows;
  const others = more.length === 0 ? '' : ` and ${String(more.length)} more ${more.length === 1 ? 'row' : 'rows'}`;
  const shown = values
    .slice(0, MOST_VALUES)
    .map(
      ({ parameter, from, to, at }) =>
        `     ${safe(parameter)}: ${safe(from) || '–'} → ${safe(to) || '–'}  ${safe(at.sheet)}!${at.cell}\n`,
    );
  const rest = values.length > MOST_VALUES ? `     and ${String(values.length - MOST_VALUES)} more values\n` : '';
  const apart = alone === null ? '' : alone === inTurn ? '' : `, alone ${signed(alone)}`;
  return `${String(number).padStart(3)}  ${signed(inTurn)}${apart}  ${safe(first)}${others}\n${shown.join('')}${rest}`;
}
