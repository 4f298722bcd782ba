/** `realise compare`: why the impact of two workbooks differs, step by step. */
import { changeLog, type ChangeLog, type Step } from '../../change-log/change-log';
import { Exact } from '../../engine/readings/decimals';
import type { Command } from '../command';
import { only } from '../given';
import { openModel } from '../model-file';
import { userMistake } from '../refusal';
import { json, safe, STATUS, type Terminal } from '../terminal';

export const compare: Command = {
  name: 'compare',
  usage: ['OLD.xlsx NEW.xlsx [--json]'],
  says: [
    'says why the impact of two workbooks differs: what changed, cell by cell, and the effect of each step, adding up',
  ],
  flags: { json: 'alone' },
  prepare: (given) => {
    const [first, ...rest] = given.arguments;
    const [before, after] = [only(first === undefined ? [] : [first], 'OLD.xlsx'), only(rest, 'NEW.xlsx')];
    return (terminal) => perform(before, after, given.has('json'), terminal);
  },
};

async function perform(before: string, after: string, asJson: boolean, terminal: Terminal): Promise<number> {
  const [old, fresh] = [await (await openModel(before)).read(), await (await openModel(after)).read()];
  const log = userMistake(() => changeLog(old, fresh));
  terminal.out(asJson ? json({ schema: 1, ...log }) : logText(log));
  return STATUS.good;
}

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
