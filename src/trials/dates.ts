/** Dates as registers of trials write them, as years with decimals: 2027.5 is the middle of 2027. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A day of the month that is not given is its middle, a month that is not given the middle of the year. */
export function yearOf(text: string): number | null {
  const parts = partsOf(text.trim().replace(/\s*[[(](actual|estimated|anticipated)[\])]\s*$/i, ''));
  if (parts === null) return null;
  const [year, month, day] = parts;
  if (year < 1900 || year > 2200) return null;
  if (month === null) return year + 0.5;
  if (month < 1 || month > 12) return null;
  if (day === null) return year + (month - 0.5) / 12;
  const first = Date.UTC(year, month - 1, 1);
  const length = (Date.UTC(year, month, 1) - first) / 86_400_000;
  return day < 1 || day > length ? null : year + (month - 1 + (day - 0.5) / length) / 12;
}

type Parts = readonly [year: number, month: number | null, day: number | null];

function partsOf(text: string): Parts | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$/.exec(text);
  if (iso) return [Number(iso[1]), numberOf(iso[2]), numberOf(iso[3])];
  const words = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2}),\s*)?(\d{4})$/i.exec(text);
  if (words) return [Number(words[4]), monthOf(words[2] ?? ''), numberOf(words[3] ?? words[1])];
  const year = /^(?:Q([1-4])\s+)(\d{4})$/i.exec(text);
  return year ? [Number(year[2]), 3 * Number(year[1]) - 1, null] : null;
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** By its first letters, of which a date has three at least; 0, which no month is, for a word that is none. */
const monthOf = (word: string): number => MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;
