/** What the comparison of agreements says in words: its lead, when a deal goes over the line, and who bears which risk. */
import { plain, type Amount } from '../../../outputs/amounts';
import type { Deal } from '../../../outputs/deals';
import { add, compare, magnitude, subtract } from '../../exact';
import { count, money, type Numerals } from '../../figures';
import { listed, type Piece } from '../../sentences';

/** What is compared, and the line it is held against; null without one. */
export interface Compared {
  readonly deals: readonly Deal[];
  readonly limit: string | null;
  readonly years: number;
  /** True where only some of the years are tested. */
  readonly someYears: boolean;
  readonly numerals: Numerals;
}

export const textOf = (amount: Amount | null): string => (amount === null ? '0' : plain(amount));
/** Impact of all years. */
export const impactOf = (deal: Deal): string => textOf(deal.impact.total);

/** The technology that all of them are for, as it stands before their names ("Drug A · "); empty where they differ. */
const sharedBy = (deals: readonly Deal[]): string => {
  const heads = deals
    .filter((deal) => deal.kind === 'one')
    .map((deal) => deal.name.slice(0, deal.name.lastIndexOf(' · ') + 3));
  return heads.every((head) => head === heads[0]) && heads.length > 1 ? (heads[0] ?? '') : '';
};

/** A deal among the others: "Spend cap" where all are for one technology, else "Drug A · spend cap". */
export function titleOf(deal: Deal, deals: readonly Deal[]): string {
  const shared = deal.kind === 'one' ? sharedBy(deals).length : 0;
  const name = deal.name.slice(shared);
  return shared === 0 ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same inside a sentence: "the spend cap". */
function called(deal: Deal, deals: readonly Deal[]): string {
  if (deal.kind === 'all') return 'all agreements together';
  const shared = sharedBy(deals);
  return shared === '' ? deal.name : `the ${deal.name.slice(shared.length)}`;
}
const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const word = (text: string): Piece => ({ text });
const strong = (text: string): Piece => ({ text, strong: true });
const cheaper = (a: Deal, b: Deal): number => compare(impactOf(a), impactOf(b));

/** Agreements to choose from: each alone, and all together where there are several. */
const choices = (deals: readonly Deal[]): readonly Deal[] => deals.filter((deal) => deal.kind !== 'none');

/** The answer in a sentence or two. */
export function dealsLead(compared: Compared): readonly Piece[] {
  const best = [...choices(compared.deals)].sort(cheaper)[0];
  if (best === undefined) return [word('There is no agreement to compare.')];
  return compared.limit === null ? cheapest(compared, best) : held(compared, compared.limit, best);
}

function cheapest({ deals, years, numerals }: Compared, best: Deal): readonly Piece[] {
  const none = deals.find((deal) => deal.kind === 'none');
  const saved = none === undefined ? '0' : subtract(impactOf(none), impactOf(best));
  const over = years === 1 ? '' : ` over ${count(years)} years`;
  if (compare(saved, '0') <= 0)
    return [strong('No agreement'), word(` costs least: no deal lowers the impact${over}.`)];
  const least = [
    strong(opening(called(best, deals))),
    word(` costs least: ${money(impactOf(best), numerals)}${over}, `),
  ];
  return [...least, strong(money(saved, numerals)), word(' less than no agreement.')];
}

function held(compared: Compared, limit: string, best: Deal): readonly Piece[] {
  const { deals, numerals, someYears } = compared;
  const line = money(limit, numerals);
  const each = someYears ? 'every tested year' : 'every year';
  const none = deals.find((deal) => deal.kind === 'none');
  if (none !== undefined && none.firstOver === null)
    return [word(`Even without an agreement ${each} stays under ${line}. `), ...cheapest(compared, best)];
  const all = choices(deals);
  const holding = all.filter((deal) => deal.firstOver === null).sort(cheaper);
  if (holding.length === 0) return [word(`No agreement keeps ${each} under ${line}. `), ...nearest(compared)];
  const names =
    holding.length > 3 ? [`${count(holding.length)} agreements`] : holding.map((deal) => called(deal, deals));
  return [
    ...(holding.length < all.length ? [word('Only ')] : []),
    strong(holding.length < all.length ? listed(names) : opening(listed(names))),
    word(` keep${holding.length === 1 ? 's' : ''} ${each} under ${line}. `),
    ...dearer(holding, compared),
  ];
}

function nearest({ deals, numerals }: Compared): readonly Piece[] {
  const worst = (deal: Deal): string => textOf(deal.worst?.impact ?? null);
  const best = [...choices(deals)].sort((a, b) => compare(worst(a), worst(b)))[0];
  if (best === undefined || best.worst === null) return [];
  return [
    strong(opening(called(best, deals))),
    word(` comes nearest, at ${money(worst(best), numerals)} in ${String(best.worst.year)}.`),
  ];
}

/** Of those that hold, the first is the cheapest. */
function dearer([first, second]: readonly Deal[], { deals, numerals }: Compared): readonly Piece[] {
  if (first === undefined || second === undefined) return [];
  const gap = subtract(impactOf(second), impactOf(first));
  if (compare(gap, '0') === 0) return [];
  return [strong(opening(called(first, deals))), word(` costs ${money(gap, numerals)} less than the next.`)];
}

/** "over from 2028", "never over"; empty where nothing is tested. */
export function overWords(deal: Deal, limit: string | null): string {
  if (limit === null) return '';
  return deal.firstOver === null ? 'never over' : `over from ${String(deal.firstOver)}`;
}

const BEARERS = { manufacturer: 'The manufacturer bears', payer: 'The payer bears', both: 'Both bear' } as const;

/** "The manufacturer bears more patients. The payer bears fewer patients." */
export function riskWords({ risks }: Deal): string {
  return (['manufacturer', 'payer', 'both'] as const)
    .map((bearer) => [bearer, risks.filter((one) => one.bearer === bearer).map((one) => one.risk)] as const)
    .filter(([, borne]) => borne.length > 0)
    .map(([bearer, borne]) => `${BEARERS[bearer]} ${listed(borne)}.`)
    .join(' ');
}

/** Terms as the pane writes per cents. */
export const termsOf = (deal: Deal): string =>
  deal.kind === 'none'
    ? 'The price before any agreement.'
    : deal.kind === 'all'
      ? 'As typed, in their order.'
      : deal.terms.replaceAll(/(\d) %/g, '$1%');

/** Ends of the common axis: from nothing, or from the largest saving, to the largest impact. */
export function axisOf(deals: readonly Deal[]): { readonly low: string; readonly high: string } {
  const all = deals.map(impactOf);
  const low = all.reduce((least, one) => (compare(one, least) < 0 ? one : least), '0');
  const high = all.reduce((most, one) => (compare(one, most) > 0 ? one : most), '0');
  return { low, high: compare(add(high, magnitude(low)), '0') === 0 ? '1' : high };
}
