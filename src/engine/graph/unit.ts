/**
 * Units: products of named base units with whole exponents, such as `GBP/person`. A share has none (`1`).
 * They are compared when a model is built, so that a formula which adds people to money is refused.
 */

/** A unit as exponents by base name, in alphabetical order. */
export type Unit = ReadonlyMap<string, number>;

export const NO_UNIT: Unit = new Map();

function tidy(entries: Iterable<readonly [string, number]>): Unit {
  return new Map([...entries].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads `GBP/person`, `person*year`, `1`. */
export function parseUnit(text: string): Unit {
  const powers = new Map<string, number>();
  text.split('/').forEach((part, position) => {
    for (const name of part.split('*').map((piece) => piece.trim())) {
      if (name === '1' || name === '') continue;
      powers.set(name, (powers.get(name) ?? 0) + (position === 0 ? 1 : -1));
    }
  });
  return tidy(powers);
}

export function timesUnit(a: Unit, b: Unit, sign: 1 | -1 = 1): Unit {
  const powers = new Map(a);
  for (const [name, power] of b) powers.set(name, (powers.get(name) ?? 0) + sign * power);
  return tidy(powers);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([name, power]) => b.get(name) === power);
}

/** `GBP/person` again. */
export function unitText(unit: Unit): string {
  const name = ([base, power]: readonly [string, number]): string =>
    Array.from({ length: Math.abs(power) }, () => base).join('*');
  const above = [...unit].filter(([, power]) => power > 0).map(name);
  const below = [...unit].filter(([, power]) => power < 0).map(name);
  return `${above.join('*') || '1'}${below.map((text) => `/${text.replace(/\*/g, '/')}`).join('')}`;
}
