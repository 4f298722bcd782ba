/** `realise share`: a new workbook for the payer, from which no confidential term can be read or worked out. */
import type { RemedyKind, Shared } from '../../share/shared';
import { REMEDIES } from '../../share/shared';
import { remedied, sharing, type Finished } from '../../share/sharing';
import { reportFile } from '../../workbook/xlsx/reportFile';
import type { Snapshot } from '../../workbook/workbook';
import type { Command } from '../command';
import { checkNew, writeWhole } from '../files';
import { only, type Given } from '../given';
import { openModel } from '../model-file';
import { numberSaid } from '../run-options';
import { sayCopy } from '../say-copy';
import { json, Mistake, shownTime, STATUS, type Terminal } from '../terminal';

const PARTS = ['sources', 'results', 'delivery'] as const;

export const share: Command = {
  name: 'share',
  usage: [
    'MODEL.xlsx -o COPY.xlsx [--leave-out sources|results|delivery|SHEET!CELL …] [--net years|total] [--band NUMBER]',
    '[--remedy band|aggregate|leave-out] [--json]',
  ],
  says: [
    'makes a new workbook for the payer, at list prices, without what is marked Confidential; then reads it back and',
    'searches it. --net adds the impact at net prices, where no price can be worked out from it; --remedy closes leaks',
    'until there are none',
  ],
  flags: { output: 'text', 'leave-out': 'text', net: 'text', band: 'text', remedy: 'text', json: 'alone' },
  prepare: (given) => {
    const [model, output, shared, remedy] = [
      only(given.arguments, 'MODEL.xlsx'),
      given.text('output'),
      sharedAsked(given),
      remedyAsked(given.text('remedy')),
    ];
    if (output === null) throw new Mistake('Say where to write: -o COPY.xlsx.', true);
    return (terminal) => perform(model, output, shared, remedy, given.has('json'), terminal);
  },
};

const CELL = /^'?(.+?)'?!([A-Z]{1,3}\d{1,7})$/i;

function sharedAsked(given: Given): Shared {
  const asked = given.texts('leave-out').flatMap((text) => (CELL.test(text) ? [text] : text.split(',')));
  const out = asked.flatMap((text) => {
    const [, sheet, cell] = CELL.exec(text) ?? [];
    return sheet === undefined || cell === undefined ? [] : [{ sheet, cell: cell.toUpperCase() }];
  });
  const unknown = asked.find((text) => !CELL.test(text) && !PARTS.some((known) => known === text));
  if (unknown !== undefined)
    throw new Mistake(`--leave-out is ${PARTS.join(', ')} or a cell (Costs!G7), not "${unknown}".`, true);
  const net = given.text('net');
  if (net !== null && net !== 'years' && net !== 'total')
    throw new Mistake(`--net is years or total, not "${net}".`, true);
  const band = numberSaid(given.text('band') ?? '0');
  if (band === null) throw new Mistake('--band is a number of the currency.', true);
  return {
    sources: !asked.includes('sources'),
    results: !asked.includes('results'),
    delivery: !asked.includes('delivery'),
    net: { shown: net ?? 'none', band },
    out,
  };
}

function remedyAsked(text: string | null): RemedyKind | null {
  if (text === null) return null;
  const found = REMEDIES.find((remedy) => remedy.replace(' ', '-') === text);
  if (!found) throw new Mistake(`--remedy is band, aggregate or leave-out, not "${text}".`, true);
  return found;
}

/** The copy, finished. */
function finished(snapshot: Snapshot, shared: Shared, now: string): Finished | null {
  const steps = sharing(snapshot, shared, now, reportFile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Leaks are closed one after another; more than so many are a model to be looked at by its owner. */
const MOST_REMEDIES = 200;

async function perform(
  model: string,
  output: string,
  shared: Shared,
  remedy: RemedyKind | null,
  asJson: boolean,
  terminal: Terminal,
): Promise<number> {
  await checkNew(output, model);
  const snapshot = await (await openModel(model)).read();
  const now = shownTime(terminal.now());
  let copy = finished(snapshot, shared, now);
  for (let n = 0; n < MOST_REMEDIES && remedy !== null && copy !== null && copy.leaks.length > 0; n += 1) {
    const asked = remedied(copy, remedy);
    if (asked === null) break;
    copy = finished(snapshot, asked, now);
  }
  if (copy === null) throw new Mistake(`${model} has errors: see realise check. No copy was made.`);
  const isSafe = copy.leaks.length === 0;
  if (isSafe) await writeWhole(output, copy.bytes);
  terminal.out(asJson ? json(asObject(copy)) : sayCopy(copy, output));
  return isSafe ? STATUS.good : STATUS.bad;
}

const asObject = ({ marked, unmarked, counts, leaks, shared, without }: Finished): object => ({
  schema: 2,
  made: leaks.length === 0,
  secrets: marked,
  unmarked: unmarked.map(({ sheet, cell }) => `${sheet}!${cell}`),
  searched: counts,
  leaks: leaks.map(({ secret, place, at, how, remedies }) => ({
    secret,
    place,
    at,
    how,
    remedies: remedies.map(({ kind, of }) => ({ kind, of })),
  })),
  net: shared.net,
  leftOut: shared.out.map(({ sheet, cell }) => `${sheet}!${cell}`),
  without,
});
