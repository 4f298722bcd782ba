/** A parameter address as people read it: without the table, `All` and quotes; "Drug A · Acquisition · Unit cost". */

/** Parts of an address; a quoted part may hold a slash. */
const parts = (address: string): readonly string[] =>
  [...address.matchAll(/\s*(?:'((?:[^']|'')*)'|([^/']*))\s*(?:\/|$)/g)]
    .map((found) => (found[1]?.replaceAll("''", "'") ?? found[2] ?? '').trim())
    .filter((part) => part !== '');

/** Tables whose rows do not say what they are of. */
const SAID: ReadonlyMap<string, string> = new Map([
  ['uptake', 'Uptake'],
  ['displacement', 'Displacement'],
  ['regimens', 'Regimen'],
]);

export function parameterWords(address: string): string {
  const [table = '', ...rest] = parts(address);
  const of = SAID.get(table.toLowerCase().replace(/^bim_/, ''));
  const keys = rest.filter((part, n) => n === rest.length - 1 || !['all', '*'].includes(part.toLowerCase()));
  const said = [...(of === undefined ? [] : [of]), ...keys];
  return said.filter((part, n) => part !== 'Value' || n === 0).join(' · ') || address;
}

/** A value of a parameter in a sentence: seven digits that count, no more. */
export function valueWords(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const text = String(Number(number.toPrecision(7)));
  return text.includes('e')
    ? text
    : text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
