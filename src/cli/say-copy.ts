/** A copy for the payer in words: what was left out, where it was searched, and what has to be closed first. */
import { PLACES, type Leak } from '../share/leak';
import type { Finished } from '../share/sharing';
import { safe } from './terminal';

const several = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? '' : 's'}`;

export function sayCopy(copy: Finished, output: string): string {
  const text = copy.leaks.length === 0 ? made(copy, output) : refused(copy);
  return `${text}${unmarkedSaid(copy)}`;
}

function made({ marked, counts, shared, without }: Finished, output: string): string {
  const places = PLACES.map(
    (place) => `  ${place.padEnd(30)}${counts[place] === 0 ? 'none here' : String(counts[place])}\n`,
  ).join('');
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { shown, band } = shared.net;
  const net = shown === 'none' ? '' : `Net figures: ${shown}${band === '0' ? '' : `, to the nearest ${band}`}.\n`;
  const out = shared.out.map(({ sheet, cell }) => `${safe(sheet)}!${cell}`).join(', ');
  const first =
    marked === 0
      ? `Written to ${safe(output)}. Nothing in the workbook is marked Confidential, so nothing was left out or searched for.\n`
      : `Written to ${safe(output)}, without ${several(marked, 'confidential row')}.\nNo leaks found in ${String(all)} places:\n${places}`;
  return `${first}${net}${out === '' ? '' : `Cells left out: ${out}.\n`}${without === '' ? '' : `No results in it: ${safe(without)}.\n`}`;
}

const refused = ({ leaks }: Finished): string =>
  `No copy was made: ${several(leaks.length, 'leak')} to close.\n${leaks.map(said).join('')}${remedyText(leaks)}`;

const said = ({ secret, place, at, how }: Leak): string =>
  `  ${place}: the ${safe(secret)}, ${safe(at)}\n    ${safe(how)}\n`;

function remedyText(leaks: readonly Leak[]): string {
  const kinds = new Set(leaks.flatMap(({ remedies }) => remedies.map(({ kind }) => kind.replace(' ', '-'))));
  const open = leaks.filter(({ remedies }) => remedies.length === 0).length;
  return [
    ...(kinds.size === 0 ? [] : [`  --remedy ${[...kinds].join(' or ')} closes what it can and tries again.\n`]),
    ...(open === 0 ? [] : ['  The others want a change of the inputs named above.\n']),
  ].join('');
}

/** What is not marked goes into the copy as typed, and is said, with what to do. */
function unmarkedSaid({ marked, unmarked, leaks }: Finished): string {
  if (unmarked.length === 0)
    return marked === 0
      ? 'Put yes into the column Confidential of BIM_Prices, BIM_Agreements or BIM_Horizon beside what may not leave.\n'
      : '';
  const cells = unmarked.slice(0, 5).map(({ sheet, cell }) => `${safe(sheet)}!${cell}`);
  const more = unmarked.length > cells.length ? ` and ${String(unmarked.length - cells.length)} more` : '';
  const rows =
    unmarked.length === 1
      ? '1 row with a discount, rebate or agreement is'
      : `${String(unmarked.length)} rows with a discount, rebate or agreement are`;
  return `${rows} not marked Confidential, and ${leaks.length === 0 ? 'stand' : 'would stand'} in the copy as typed: ${cells.join(', ')}${more}.\nIf they may not leave, put yes into the column Confidential of their rows and make the copy again.\n`;
}
