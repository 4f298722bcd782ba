/** The example with more tables: `realise template NEW.xlsx --with regimens,tests`. */
import { listed, squeezed } from '../labels';
import type { Example } from './example';
import { hepatitisCEngland } from './hepatitis-c-england';
import { HEPATITIS_C_OPTIONS } from './hepatitis-c-options';

/** Tables that can be asked for, as they are typed. */
export const OPTIONAL_TABLES: readonly string[] = HEPATITIS_C_OPTIONS.flatMap(({ brings }) => brings);

const word = (typed: string): string => squeezed(typed).replace(/^bim/, '');

/** The example with the tables asked for, or with `all`. Throws for a name that is none of them. */
export function withTables(asked: readonly string[]): Example {
  const words = asked.map(word).filter((name) => name !== '');
  const held = new Set([...OPTIONAL_TABLES, ...Object.keys(hepatitisCEngland.tables)].map(word));
  const unknown = words.find((name) => name !== 'all' && !held.has(name));
  if (unknown !== undefined)
    throw new Error(`There is no table ${unknown} to add. Choose from ${listed([...OPTIONAL_TABLES, 'all'])}.`);
  const wanted = HEPATITIS_C_OPTIONS.filter(
    ({ brings }) => words.includes('all') || brings.some((name) => words.includes(word(name))),
  );
  const tables = wanted.reduce((before, { add }) => add(before), hepatitisCEngland.tables);
  return { ...hepatitisCEngland, tables };
}
