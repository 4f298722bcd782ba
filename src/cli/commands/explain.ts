/** `realise explain`: one figure, taken apart. */
import { assess, explainFigure, type AssessOptions } from '../../assess';
import type { Command } from '../command';
import { only } from '../given';
import { openModel } from '../model-file';
import { refused, userMistake } from '../refusal';
import { RUN_FLAGS, runOptions } from '../run-options';
import { explanationText } from '../say-explanation';
import { json, STATUS, type Terminal } from '../terminal';

export const explain: Command = {
  name: 'explain',
  usage: ["MODEL.xlsx 'FIGURE' [--json] [--scenario NAME] [--set 'PARAMETER=VALUE' …]"],
  says: ["takes a figure apart down to the cells it comes from: 'Budget impact[2028]'"],
  flags: { json: 'alone', ...RUN_FLAGS },
  prepare: (given) => {
    const [model, ...figures] = given.arguments;
    const asked = {
      model: only(model === undefined ? [] : [model], 'MODEL.xlsx'),
      figure: only(figures, "'FIGURE'"),
      json: given.has('json'),
      options: runOptions(given),
    };
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly model: string;
  readonly figure: string;
  readonly json: boolean;
  readonly options: AssessOptions;
}

async function perform({ model, figure, json: asJson, options }: Asked, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, results } = assess(snapshot, options);
  if (results === null) return refused(findings, asJson, terminal);
  const explanation = userMistake(() => explainFigure(snapshot, figure, options));
  terminal.out(asJson ? json(explanation) : explanationText(explanation));
  return STATUS.good;
}
