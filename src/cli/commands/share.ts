/** `realise share`: a new workbook for the payer, from which no confidential term can be read or worked out. */
import { Exact } from '../../engine/readings/decimals';
import { copyOf, remedied, REMEDIES, type Copy, type Remedy, type Shared } from '../../share/copy';
import { PLACES, search, type Leak, type Searched } from '../../share/search';
import { newXlsx } from '../../workbook/xlsx';
import { filePieces } from '../../workbook/xlsx/pieces';
import type { Command } from '../command';
import { checkNew, writeWhole } from '../files';
import { only, type Given } from '../given';
import { openModel } from '../model-file';
import { numberSaid } from '../run-options';
import { json, Mistake, safe, shownTime, STATUS, type Terminal } from '../terminal';

const PARTS = ['sources', 'results', 'delivery'] as const;

export const share: Command = {
  name: 'share',
  usage: [
    'MODEL.xlsx -o COPY.xlsx [--leave-out sources|results|delivery …] [--net years|total] [--band NUMBER]',
    '[--remedy band|aggregate|leave-out] [--json]',
  ],
  says: [
    'makes a new workbook for the payer, at list prices, without what is marked Confidential; then reads it back and',
    'searches it. --net adds the impact at net prices, where no price can be worked out from it; --remedy mends it',
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

function sharedAsked(given: Given): Shared {
  const out = given.texts('leave-out').flatMap((text) => text.split(','));
  const unknown = out.find((part) => !PARTS.some((known) => known === part));
  if (unknown !== undefined) throw new Mistake(`--leave-out is ${PARTS.join(', ')}, not "${unknown}".`, true);
  const net = given.text('net');
  if (net !== null && net !== 'years' && net !== 'total')
    throw new Mistake(`--net is years or total, not "${net}".`, true);
  const band = numberSaid(given.text('band') ?? '0');
  if (band === null) throw new Mistake('--band is a number of the currency.', true);
  return {
    sources: !out.includes('sources'),
    results: !out.includes('results'),
    delivery: !out.includes('delivery'),
    net: { shown: net ?? 'none', band: new Exact(band) },
  };
}

function remedyAsked(text: string | null): Remedy | null {
  if (text === null) return null;
  const found = REMEDIES.find((remedy) => remedy.replace(' ', '-') === text);
  if (!found) throw new Mistake(`--remedy is band, aggregate or leave-out, not "${text}".`, true);
  return found;
}

async function perform(
  model: string,
  output: string,
  shared: Shared,
  remedy: Remedy | null,
  asJson: boolean,
  terminal: Terminal,
): Promise<number> {
  await checkNew(output, model);
  const snapshot = await (await openModel(model)).read();
  const now = shownTime(terminal.now());
  const copy = remedy ? remedied(snapshot, shared, remedy, now) : copyOf(snapshot, shared, now);
  if (copy === null) throw new Mistake(`${model} has errors: see realise check. No copy was made.`);
  const workbook = newXlsx();
  await workbook.write(copy.report);
  const bytes = await workbook.bytes();
  const searched = search([...filePieces(bytes)], copy.secrets);
  const leaks = [...copy.solved, ...copy.typed, ...searched.leaks];
  if (leaks.length === 0) await writeWhole(output, bytes);
  if (asJson)
    terminal.out(
      json({
        schema: 1,
        made: leaks.length === 0,
        secrets: copy.secrets.length,
        searched: searched.counts,
        leaks,
        net: { shown: copy.net.shown, band: copy.net.band.toFixed() },
        without: copy.without,
      }),
    );
  else terminal.out(said(copy, searched, leaks, output));
  return leaks.length === 0 ? STATUS.good : STATUS.bad;
}

function said(copy: Copy, { counts }: Searched, leaks: readonly Leak[], output: string): string {
  const places = PLACES.map(
    (place) => `  ${place.padEnd(30)}${counts[place] === 0 ? 'none here' : String(counts[place])}\n`,
  ).join('');
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const found = leaks.map((leak) => `  ${leak.place}: the ${safe(leak.secret)}, ${safe(leak.at)}\n`).join('');
  const net =
    copy.net.shown === 'none'
      ? ''
      : `Net figures: ${copy.net.shown}${copy.net.band.isZero() ? '' : `, to the nearest ${copy.net.band.toFixed()}`}.\n`;
  const without = copy.without === '' ? '' : `No results in it: ${safe(copy.without)}.\n`;
  if (leaks.length === 0)
    return `Written to ${safe(output)}, without ${String(copy.secrets.length)} confidential ${copy.secrets.length === 1 ? 'row' : 'rows'}.\nNo leaks found in ${String(all)} places:\n${places}${net}${without}`;
  return `No copy was made: ${String(leaks.length)} ${leaks.length === 1 ? 'leak' : 'leaks'} to close.\n${found}${remedyText(copy, leaks)}`;
}

function remedyText({ solved }: Copy, leaks: readonly Leak[]): string {
  const lines = [
    ...(solved.length > 0 ? ['  --remedy band, aggregate or leave-out mends what can be worked out.'] : []),
    ...(leaks.length > solved.length
      ? [
          '  Cells: take the number, or the formula that reads a confidential cell, out of them; or --leave-out sources.',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
