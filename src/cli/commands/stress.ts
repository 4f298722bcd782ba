/** `realise stress`: what would change the answer, and how likely; in words, as JSON, as draws, or in a copy of the workbook. */
import { assess } from '../../assess';
import { ENGINE_VERSION } from '../../engine/version';
import { benchOf } from '../../stress/bench';
import { stressed } from '../../stress/stressed';
import type { Command } from '../command';
import { csvOf } from '../csv';
import { checkCsv, checkOutput, writeWhole } from '../files';
import { openModel } from '../model-file';
import { writeResults } from '../write-results';
import { refused, userMistake } from '../refusal';
import { RUN_FLAGS } from '../run-options';
import { findingsText } from '../say-findings';
import { stressText } from '../say-stress';
import { stressAsked, type StressCall } from '../stress-call';
import { json, Mistake, safe, STATUS, type Terminal } from '../terminal';

export const stress: Command = {
  name: 'stress',
  usage: [
    'MODEL.xlsx [--one-way [--percentile P | --by PERCENT]] [--draws N] [--plain] [--seed N]',
    "[--grid 'PARAMETER' 'PARAMETER'] [--break-even 'PARAMETER' … [--from N] [--to N]] [--reverse]",
    "[--parameter 'PARAMETER' …] [--figure 'FIGURE'] [--target N] [--compare SCENARIO …]",
    "[--draws-csv FILE] [--draws-table] [--json] [-o OUT.xlsx] [--scenario NAME] [--set 'PARAMETER=VALUE' …]",
  ],
  says: [
    'says what would change the answer: each parameter of BIM_Uncertainty alone, two at once, the value at which a',
    'figure meets a target, the smallest joint move that breaks the test, what makes scenarios differ, and draws;',
    'without a choice, all that the workbook has rows for; -o writes them as sheets and charts with the results',
  ],
  flags: {
    'one-way': 'alone',
    percentile: 'text',
    by: 'text',
    draws: 'text',
    plain: 'alone',
    seed: 'text',
    grid: 'text',
    'break-even': 'text',
    from: 'text',
    to: 'text',
    reverse: 'alone',
    parameter: 'text',
    figure: 'text',
    target: 'text',
    compare: 'text',
    'draws-csv': 'text',
    'draws-table': 'alone',
    json: 'alone',
    output: 'text',
    ...RUN_FLAGS,
  },
  prepare: (given) => {
    const asked = stressAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

async function perform(
  { model, output, csv, json: asJson, options, stress: ask }: StressCall,
  terminal: Terminal,
): Promise<number> {
  if (output !== null) await checkOutput(output, model);
  if (csv !== null) await checkCsv(csv, model);
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { bench, findings } = benchOf(snapshot, options);
  if (!bench) return refused(findings, asJson, terminal);
  const asked = ask(bench);
  if (Object.keys(asked).every((key) => key === 'differences' && asked.differences?.length === 0))
    throw new Mistake('There is nothing to stress: type BIM_Uncertainty or BIM_Scenarios, or say what to move.');
  const made = userMistake(() => stressed(bench, asked));
  const { table, ...figures } = made.figures;
  if (csv !== null) {
    if (!table)
      throw new Mistake('There are no draws to write: BIM_Uncertainty holds no distribution that can be drawn.');
    await writeWhole(csv, new TextEncoder().encode(csvOf(table)));
    terminal.error(`Written to ${safe(csv)}: ${String(table.rows.length)} draws.\n`);
  }
  if (output !== null) {
    const { results } = assess(snapshot, options);
    if (results === null) return refused(findings, asJson, terminal);
    await writeResults(workbook, { ...results, stress: made.figures }, output, terminal);
  }
  const all = [...findings, ...made.findings];
  const { currency } = bench.base.of.structure.assumptions.model;
  if (asJson) terminal.out(json({ schema: 1, engine: ENGINE_VERSION, currency, ...figures, findings: all }));
  else {
    terminal.out(stressText(figures, currency));
    terminal.error(findingsText(all));
  }
  return STATUS.good;
}
