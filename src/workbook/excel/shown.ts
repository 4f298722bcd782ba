/** Whether a cell shows fewer digits than it holds, told from its number format: the text that is shown is never asked for. */

/** What stands in quotes, brackets, after a backslash, and for widths: no part of the digits. */
const ASIDE = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/**
 * A format with digits rounds to its decimals, after per cents (×100 each) and closing commas (÷1,000 each). General, text,
 * dates, fractions and powers are passed over.
 */
export function showsLess(value: number, format: string): boolean {
  const [positive = '', negative, zero] = format.split(';');
  const section = value < 0 ? (negative ?? positive) : value === 0 ? (zero ?? positive) : positive;
  const bare = section.replace(ASIDE, '');
  const digits = /([0#?][0#?,]*)?(?:\.([0#?]*))?/.exec(bare.slice(Math.max(0, bare.search(/[0#?.]/))));
  if (digits === null || !/[0#?]/.test(bare) || /[a-z@/]/i.test(bare)) return false;
  const thousands = /,+$/.exec(digits[1] ?? '')?.[0].length ?? 0;
  const percents = bare.match(/%/g)?.length ?? 0;
  const scale = 10 ** (2 * percents - 3 * thousands + (digits[2] ?? '').length);
  const scaled = Math.abs(value) * scale;
  return Math.abs(scaled - Math.round(scaled)) > 1e-9 * Math.max(1, scaled);
}
