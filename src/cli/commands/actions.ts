/** `realise actions`: the cheapest set of scenarios that reaches a target. */
import { cheapestActions, type ActionMeasure } from '../../stress/cheapest-actions';
import { ENGINE_VERSION } from '../../engine/version';
import type { Command } from '../command';
import { only, type Given } from '../given';
import { openModel } from '../model-file';
import { refused, userMistake } from '../refusal';
import { numberSaid } from '../run-options';
import { actionsText } from '../say-actions';
import { json, Mistake, STATUS, type Terminal } from '../terminal';

export const actions: Command = {
  name: 'actions',
  usage: ['MODEL.xlsx --target NUMBER [--measure starts|value] [--json]'],
  says: ['finds the cheapest set of scenarios that reaches a target: people who start, or realised value'],
  flags: { target: 'text', measure: 'text', json: 'alone' },
  prepare: (given) => {
    const asked = actionsAsked(given);
    return (terminal) => perform(asked, terminal);
  },
};

interface Asked {
  readonly model: string;
  readonly target: string;
  readonly measure: ActionMeasure;
  readonly json: boolean;
}

export function actionsAsked(given: Given): Asked {
  const target = numberSaid(given.text('target'));
  if (target === null) throw new Mistake('Say the target: --target 5000.', true);
  const measure = measureSaid(given.text('measure'));
  return { model: only(given.arguments, 'MODEL.xlsx'), target, measure, json: given.has('json') };
}

async function perform({ model, target, measure, json: asJson }: Asked, terminal: Terminal): Promise<number> {
  const workbook = await openModel(model);
  const snapshot = await workbook.read();
  const { findings, search } = userMistake(() => cheapestActions(snapshot, target, measure));
  if (search === null) return refused(findings, asJson, terminal);
  terminal.out(asJson ? json({ schema: 1, engine: ENGINE_VERSION, ...search }) : actionsText(search));
  return STATUS.good;
}

function measureSaid(given: string | null): ActionMeasure {
  if (given === null || given === 'starts') return 'starts';
  if (given === 'value') return 'value';
  throw new Mistake(`--measure is starts or value, not "${given}".`, true);
}
