/** Numbers in words, English, German and French, since a discount or a price can be written out. */
import type { Decimal } from 'decimal.js';

const ENGLISH =
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const GERMAN =
  ' ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const GERMAN_TENS = '  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
const FRENCH =
  ' un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const FRENCH_TENS = '  vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

function english(n: number): string {
  if (n < 20) return ENGLISH[n] ?? '';
  if (n < 100) return [ENGLISH_TENS[Math.floor(n / 10)], ENGLISH[n % 10]].filter(Boolean).join(' ');
  const [unit, word] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return [english(Math.floor(n / unit)), word, english(n % unit)].filter(Boolean).join(' ');
}
function german(n: number): string {
  if (n < 20) return n === 1 ? 'eins' : (GERMAN[n] ?? '');
  if (n < 100) {
    const tens = GERMAN_TENS[Math.floor(n / 10)] ?? '';
    return n % 10 === 0 ? tens : `${GERMAN[n % 10] ?? ''}und${tens}`;
  }
  const [unit, word] = n < 1000 ? [100, 'hundert'] : [1000, 'tausend'];
  const many = Math.floor(n / unit);
  return `${many === 1 ? 'ein' : german(many)}${word}${german(n % unit)}`;
}
function french(n: number): string {
  if (n < 20) return FRENCH[n] ?? '';
  if (n < 100) {
    const ten = Math.floor(n / 10);
    const rest = n - (ten === 7 ? 60 : ten === 9 ? 80 : ten * 10);
    const joined = rest === 1 && ten < 8 ? 'et un' : rest === 11 && ten === 7 ? 'et onze' : (FRENCH[rest] ?? '');
    return [FRENCH_TENS[ten], joined].filter(Boolean).join(' ');
  }
  const [unit, word] = n < 1000 ? [100, 'cent'] : [1000, 'mille'];
  const many = Math.floor(n / unit);
  return [many === 1 ? '' : french(many), word, french(n % unit)].filter(Boolean).join(' ');
}

/** Words as they are compared: small letters, dashes as blanks, ß as ss; “and” and the s of cents say nothing. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[-‐‑–]/g, ' ')
    .replace(/\b(hundred|thousand),? and\b/g, '$1')
    .replace(/\b(cent|vingt)s\b/g, '$1')
    .replace(/\s+/g, ' ');

/** Shares that have words of their own. */
const SHARES: ReadonlyMap<string, readonly string[]> = new Map([
  ['0.5', ['half', 'hälfte', 'moitié']],
  ['0.25', ['quarter', 'viertel', 'quart']],
  ['0.75', ['three quarters', 'dreiviertel', 'drei viertel', 'trois quarts']],
  ['0.2', ['fifth', 'fünftel', 'cinquième']],
  ['0.1', ['tenth', 'zehntel', 'dixième']],
]);

const POINTS = ['point', 'komma', 'virgule'] as const;
const LANGUAGES = [english, german, french] as const;

/** How a number is written out: whole numbers below 10,000, one or two decimals digit by digit, and shares with a name. */
export function writtenOut(value: Decimal): readonly string[] {
  const share = SHARES.get(value.toFixed());
  if (share) return share;
  const whole = value.floor().toNumber();
  if (whole < 1 || whole >= 10_000 || value.decimalPlaces() > 2) return [];
  const decimals = value.toFixed().split('.')[1];
  return LANGUAGES.map((say, n) => {
    const digits = Array.from(decimals ?? '').map((digit) => (digit === '0' ? 'zero' : say(Number(digit))));
    return plainWords([say(whole), ...(decimals === undefined ? [] : [POINTS[n] ?? '', ...digits])].join(' '));
  });
}
