/** A parameter address as people read it: without the table, `All` and quotes; "Drug A · Acquisition · Unit cost". */

/** Parts of an address; a quoted part may hold a slash. */
const parts = (address: string): readonly string[] =>
  [...address.matchAll(/\s*(?:'((?:[^']|'')*)'|([^/']*))\s*(?:\/|$)/g)]
    .map((found) => (found[1]?.replaceAll("''", "'") ?? found[2] ?? '').trim())
    .filter((part) => part !== '');

export function parameterWords(address: string): string {
  const [, ...rest] = parts(address);
  const said = rest.filter((part, n) => n === rest.length - 1 || part.toLowerCase() !== 'all');
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
