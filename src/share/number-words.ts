/** Whole numbers from 1 to 99 in words: English, German and French, since a discount can be written out. */

const ENGLISH = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const GERMAN = [
  '',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
] as const;
const GERMAN_TENS = [
  '',
  '',
  'zwanzig',
  'dreißig',
  'vierzig',
  'fünfzig',
  'sechzig',
  'siebzig',
  'achtzig',
  'neunzig',
] as const;
const FRENCH = [
  '',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const;
const FRENCH_TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
] as const;

function english(n: number): string {
  if (n < 20) return ENGLISH[n] ?? '';
  return [ENGLISH_TENS[Math.floor(n / 10)], ENGLISH[n % 10]].filter(Boolean).join(' ');
}
function german(n: number): string {
  if (n < 20) return n === 1 ? 'eins' : (GERMAN[n] ?? '');
  const tens = GERMAN_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${GERMAN[n % 10] ?? ''}und${tens}`;
}
function french(n: number): string {
  if (n < 20) return FRENCH[n] ?? '';
  const ten = Math.floor(n / 10);
  const rest = n - (ten === 7 ? 60 : ten === 9 ? 80 : ten * 10);
  const joined = rest === 1 && ten < 8 ? 'et un' : rest === 11 && ten === 7 ? 'et onze' : (FRENCH[rest] ?? '');
  return [FRENCH_TENS[ten], joined].filter(Boolean).join(' ');
}

/** Words as they are compared: small letters, dashes as blanks, ß as ss. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[-‐‑–]/g, ' ')
    .replace(/\s+/g, ' ');

/** How a number from 1 to 99 is written out; nothing for others. */
export const writtenOut = (n: number): readonly string[] =>
  Number.isInteger(n) && n > 0 && n < 100 ? [english(n), german(n), french(n)].map(plainWords) : [];
