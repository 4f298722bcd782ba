/** The terms of an agreement in a sentence, as they are typed in BIM_Agreements. */
import type { AgreementFigures, BandTerms } from '../engine/agreement-figures';
import type { AgreementType } from '../engine/assumptions';
import { amount, plain, printed } from './amounts';
import type { Figures } from './figures';

/** What the sentences need: the bands, and how money is written in this workbook. */
interface Terms {
  readonly bands: readonly BandTerms[];
  readonly first: BandTerms;
  readonly money: (value: string | null) => string;
}

const grouped = (value: string): string => {
  const [whole = '0', fraction] = plain(amount(value)).split('.');
  return printed(amount(whole), 0) + (fraction === undefined ? '' : `.${fraction}`);
};
const count = (value: string | null): string => grouped(value ?? '0');
const percent = (value: string | null, blank = '0'): string => `${grouped(plain(amount(value ?? blank).times(100)))} %`;
const months = (value: string | null): string => `${count(value)} month${amount(value ?? '0').eq(1) ? '' : 's'}`;
const rest = (share: string | null): string => percent(plain(amount(1).minus(share ?? '0')));

/** "20 % off from 40, 50 % off from 70". */
const bandsOf = (bands: readonly BandTerms[], from: (value: string | null) => string): string =>
  bands.map((band) => `${percent(band.rate)} from ${from(band.threshold)}`).join(', ');

const SENTENCES: Readonly<Record<AgreementType, (terms: Terms) => string>> = {
  discount: ({ first }) => `${percent(first.rate)} off the price.`,
  tiers: ({ bands }) => `Off the units of a year within each band: ${bandsOf(bands, count)}.`,
  'volume tiers': ({ bands }) => `Off all units of a year, by how many there are: ${bandsOf(bands, count)}.`,
  'price-volume': ({ bands, money }) => `Off the spend of a year beyond each threshold: ${bandsOf(bands, money)}.`,
  'dose cap': ({ first }) =>
    `At most ${count(first.p1)} doses of a patient are paid ${first.p2 === 'course' ? 'in a course' : 'in a year'}.`,
  'spend cap': ({ first, money }) =>
    `${first.rate === null || amount(first.rate).eq(1) ? 'All' : percent(first.rate)} of the spend beyond ${money(first.threshold)} a year is repaid.`,
  'free start': ({ first }) => `The first ${count(first.p1)} units of each new patient are free.`,
  'outcome refund': ({ first }) =>
    `${percent(first.rate, '1')} is refunded for the ${rest(first.p1)} who do not respond; ${percent(first.p2, '1')} of it is collected.`,
  'pay on response': ({ first }) =>
    `Nothing is paid for ${months(first.p2)}, then for the ${percent(first.p1)} who respond.`,
  annuity: ({ first }) =>
    `Paid in ${count(first.p1)} yearly instalments at ${percent(first.rate)} interest${first.p2 === 'yes' ? ', while on treatment' : ''}.`,
  subscription: ({ first, money }) =>
    first.p2 === null
      ? `${money(first.p1)} a year, however many patients there are.`
      : `${money(first.p1)} a year for up to ${count(first.p2)} patients; ${money(first.rate)} for each above.`,
  blend: ({ bands, money }) =>
    `All pay the volume-weighted mean of ${bands.map((band) => `${money(band.p1)}${band.subgroup === '' ? '' : ` (${band.subgroup})`}`).join(', ')}.`,
};

const inYears = ({ from, to }: BandTerms): string => {
  if (from === null && to === null) return '';
  if (from !== null && to !== null)
    return from === to ? ` In ${String(from)} alone.` : ` From ${String(from)} to ${String(to)}.`;
  return from === null ? ` Until ${String(to)}.` : ` From ${String(from)}.`;
};

/** One or two sentences; empty where the row is no single agreement. */
export function dealTerms({ money: { symbol } }: Figures, { type, bands }: AgreementFigures): string {
  const [first] = bands;
  if (type === null || first === undefined) return '';
  const money = (value: string | null): string => `${symbol}${count(value)}`;
  const late = first.lag === null || amount(first.lag).isZero() ? '' : ` Rebates arrive ${months(first.lag)} later.`;
  return `${SENTENCES[type]({ bands, first, money })}${inYears(first)}${late}`;
}
