/** What can be solved from figures at net prices, and what to show in their place: wider bands, the years added up, or nothing. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';
import { solvableFrom, type Solved } from './infer';
import { SUMS, type Leak } from './leak';
import { netFigures, type NetFigure } from './net-figures';
import type { Secret } from './secrets';
import { withNet, type Net, type Remedy, type Shared } from './shared';

/** Bands that are tried: 1, 2 and 5 times powers of ten, from a hundred thousand to a million million. */
const BANDS: readonly string[] = Array.from({ length: 8 }, (_, n) =>
  ['1', '2', '5'].map((lead) => `${lead}${'0'.repeat(n + 5)}`),
)
  .flat()
  .slice(0, 22);

const isSafe = (byYear: readonly NetFigure[], secrets: readonly Secret[], net: Net): boolean => {
  const figures = netFigures(byYear, net);
  return secrets.every((_, unknown) => solvableFrom(figures, unknown) === null);
};

/** The narrowest band in which nothing can be solved; null where no band is wide enough. */
const safeBand = (byYear: readonly NetFigure[], secrets: readonly Secret[], { shown, band }: Net): string | null =>
  BANDS.find((wider) => new Exact(wider).gt(band) && isSafe(byYear, secrets, { shown, band: wider })) ?? null;

function remediesFor(byYear: readonly NetFigure[], secrets: readonly Secret[], shared: Shared): readonly Remedy[] {
  const { net } = shared;
  const total: Net = { shown: 'total', band: net.band };
  const band = safeBand(byYear, secrets, net);
  const asking = (kind: Remedy['kind'], asked: Net): Remedy => ({ kind, of: 'net', shared: withNet(shared, asked) });
  return [
    asking('leave out', { shown: 'none', band: '0' }),
    ...(band === null ? [] : [asking('band', { shown: net.shown, band })]),
    ...(net.shown === 'years' && isSafe(byYear, secrets, total) ? [asking('aggregate', total)] : []),
  ];
}

/** How well it is known: exactly, or to within so many per cent, never less than one. */
const known = (width: Decimal): string =>
  width.lte('1e-9') ? 'exactly' : `to within ${Exact.max(1, width.times(100).ceil()).toFixed()}%`;

function said({ from, width }: Solved): string {
  const names = from.map((of) => of.name);
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} together` : names.join('');
  return `Worked out ${known(width)} from ${all}, less what the list prices make of it.`;
}

/** Secrets that can be solved from the net figures of a copy. */
export function solvedLeaks(byYear: readonly NetFigure[], secrets: readonly Secret[], shared: Shared): readonly Leak[] {
  const figures = netFigures(byYear, shared.net);
  const found = secrets.flatMap((secret, unknown) => {
    const from = solvableFrom(figures, unknown);
    return from ? [{ secret, from }] : [];
  });
  if (found.length === 0) return [];
  const remedies = remediesFor(byYear, secrets, shared);
  return found.map(({ secret, from }) => ({
    secret: secret.name,
    place: SUMS,
    at: from.from.map((of) => of.name).join(', '),
    how: said(from),
    cell: null,
    remedies,
  }));
}
