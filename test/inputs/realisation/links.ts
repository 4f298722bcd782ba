/** How links, moments and names are written: the print whose reading must give them back. */
import { folded } from '../../../src/inputs/labels';
import type { LagTyped, LinkTyped, MomentTyped } from '../../../src/inputs/links';

const SYMBOL = { day: 'd', week: 'w', month: 'm', year: 'y', 'working day': '?' } as const;

/** An ID in single quotes, unless no other could be read in its place. */
function idWritten(id: string, known: readonly string[]): string {
  const plain = /^[\p{L}_]+$/u.test(id) && known.every((other) => !folded(other).startsWith(`${folded(id)} `));
  const alone = known.filter((other) => folded(other).startsWith(folded(id))).length === 1;
  return plain && alone ? id : `'${id.replaceAll("'", "''")}'`;
}

const lagWritten = (lag: LagTyped | null): string =>
  lag === null ? '' : `${lag.amount.startsWith('-') ? '' : '+'}${lag.amount}${SYMBOL[lag.unit]}`;

export const linksWritten = (links: readonly LinkTyped[], known: readonly string[]): string =>
  links.map(({ task, kind, lag }) => `${idWritten(known[task] ?? '', known)} ${kind}${lagWritten(lag)}`).join('; ');

export const momentsWritten = (moments: readonly MomentTyped[], known: readonly string[]): string =>
  moments
    .map((moment) =>
      moment.kind === 'time' ? moment.number : `${idWritten(known[moment.task] ?? '', known)}${lagWritten(moment.lag)}`,
    )
    .join('; ');

export const namesWritten = (names: readonly number[], known: readonly string[]): string =>
  names.map((index) => idWritten(known[index] ?? '', known)).join('; ');
